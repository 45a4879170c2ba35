import { createContext, useContext } from 'react';

export const LocalModeContext = createContext(false);

/** True on a laptop, where an inbox takes the place of the world. */
export const useLocalMode = (): boolean => useContext(LocalModeContext);
