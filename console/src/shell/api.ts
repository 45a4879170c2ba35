import { createContext, useContext } from 'react';
import type { Api } from './api-client.ts';

export { ApiProblem } from './api-problem.ts';
export type { Api } from './api-client.ts';

export const ApiContext = createContext<Api | undefined>(undefined);

/** The API as the signed-in person. */
export const useApi = (): Api => {
  const api = useContext(ApiContext);
  if (!api) throw new Error('useApi is used outside of the shell');
  return api;
};
