import type { StateStore } from 'oidc-client-ts';
import * as z from 'zod';
import { jsonOf } from '../../../domain/values/json-of.ts';

const Stored = z.looseObject({ refresh_token: z.string().optional() });
type Stored = z.infer<typeof Stored>;

/** Undefined for what this page did not write: it begins with signing in. */
const parsed = (text: string): Stored | undefined => Stored.safeParse(jsonOf(text)).data;

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
    return JSON.stringify(known ? { ...known, refresh_token: stored.refresh_token } : withoutAccess(stored));
  };
  return {
    get,
    set: async (key, value) => {
      const user = Stored.parse(jsonOf(value));
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
