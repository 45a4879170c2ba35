import type { StateStore } from 'oidc-client-ts';
import { jsonOf } from '../../../domain/values/json-of.ts';
import { isObject } from './is-object.ts';

type Stored = Record<string, unknown>;

/** Undefined for what this page did not write: it begins with signing in. */
const parsed = (text: string): Stored | undefined => {
  const stored = jsonOf(text);
  if (!isObject(stored)) return undefined;
  const { refresh_token: token } = stored;
  return token === undefined || typeof token === 'string' ? stored : undefined;
};

/** What it takes to renew a sign-in, and no token that the API would take. It counts as expired, so it is renewed first. */
const withoutAccess = ({ access_token: _access, id_token: _id, expires_at: _until, ...rest }: Stored): Stored => ({
  ...rest,
  access_token: '',
  expires_at: 0,
});

const PREFIX = 'oidc.';

/**
 * Keeps the access token in memory only; a storage, which outlives the page and which every script of it reads, has the
 * refresh token, and that is good for one renewal. Tabs that share the storage take the newest refresh token from there,
 * and are signed out with it.
 */
export const tokenStore = (storage: Storage): StateStore => {
  const inMemory = new Map<string, Stored>();
  const get = async (key: string): Promise<string | null> => {
    const stored = parsed(storage.getItem(PREFIX + key) ?? '');
    if (!stored) {
      inMemory.delete(key);
      return null;
    }
    const known = inMemory.get(key);
    return JSON.stringify(known ? { ...known, refresh_token: stored['refresh_token'] } : withoutAccess(stored));
  };
  return {
    get,
    set: async (key, value) => {
      const user = parsed(value);
      if (!user) throw new Error('a sign-in is kept as JSON');
      inMemory.set(key, user);
      storage.setItem(PREFIX + key, JSON.stringify(withoutAccess(user)));
    },
    remove: async (key) => {
      const last = await get(key);
      inMemory.delete(key);
      storage.removeItem(PREFIX + key);
      return last;
    },
    getAllKeys: async () =>
      Object.keys(storage)
        .filter((key) => key.startsWith(PREFIX))
        .map((key) => key.slice(PREFIX.length)),
  };
};
