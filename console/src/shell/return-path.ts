import { isObject } from './is-object.ts';

/** A page of this console and nothing else: `//elsewhere` would be another site. */
const safePath = (path: string): string => (/^\/(?![/\\])/.test(path) ? path : '/');

/** Where somebody wanted to go before signing in. */
export const returnPath = (user: { state?: unknown } | undefined): string => {
  const state = user?.state;
  return isObject(state) && typeof state['returnTo'] === 'string' ? safePath(state['returnTo']) : '/';
};
