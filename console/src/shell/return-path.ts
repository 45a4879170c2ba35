import * as z from 'zod';

const State = z.object({ returnTo: z.string() });

/** A page of this console and nothing else: `//elsewhere` would be another site. */
const safePath = (path: string): string => (/^\/(?![/\\])/.test(path) ? path : '/');

/** Where somebody wanted to go before signing in. */
export const returnPath = (user: { state?: unknown } | undefined): string => {
  const { data } = State.safeParse(user?.state);
  return data ? safePath(data.returnTo) : '/';
};
