import { createContext, useContext } from 'react';
import type { Me } from '../../../domain/people/api.ts';

/** Who is signed in, as the API says it: groups in a token may be stale. */
export type Session = { me: Me; signOut: () => void };

export const SessionContext = createContext<Session | undefined>(undefined);

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is used outside of the shell');
  return session;
};
