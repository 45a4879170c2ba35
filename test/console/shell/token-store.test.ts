import { describe, expect, test } from '@jest/globals';
import { User } from 'oidc-client-ts';
import { tokenStore } from '../../../console/src/shell/token-store.ts';

/** As a browser has it: its keys are its own. */
class FakeStorage implements Storage {
  [name: string]: unknown;
  get length(): number {
    return Object.keys(this).length;
  }
  key = (): null => null;
  getItem(key: string): string | null {
    const value = this[key];
    return typeof value === 'string' ? value : null;
  }
  setItem(key: string, value: string): void {
    this[key] = value;
  }
  removeItem(key: string): void {
    delete this[key];
  }
  clear(): void {}
}

const key = 'user:issuer:client';
const signedIn = (refresh: string) =>
  new User({
    access_token: 'secret-access',
    id_token: 'secret-id',
    refresh_token: refresh,
    token_type: 'Bearer',
    scope: 'openid',
    profile: { sub: 'anton', iss: 'issuer', aud: 'client', exp: 0, iat: 0 },
    expires_at: Math.floor(Date.now() / 1000) + 3600,
  });
const read = async (store: ReturnType<typeof tokenStore>): Promise<User | undefined> => {
  const text = await store.get(key);
  return text === null ? undefined : User.fromStorageString(text);
};

describe('what a browser keeps of a sign-in', () => {
  test('is in the page the whole of it, and in the storage nothing that the API would take', async () => {
    const storage = new FakeStorage();
    const store = tokenStore(storage);
    await store.set(key, signedIn('r-1').toStorageString());
    expect(await read(store)).toMatchObject({ access_token: 'secret-access', expired: false });
    expect(JSON.stringify(Object.entries(storage))).not.toMatch(/secret/);
    expect(await store.getAllKeys()).toEqual([key]);
  });

  test('is enough after a reload to renew it, and counts as expired until then', async () => {
    const storage = new FakeStorage();
    await tokenStore(storage).set(key, signedIn('r-1').toStorageString());
    expect(await read(tokenStore(storage))).toMatchObject({
      access_token: '',
      refresh_token: 'r-1',
      expired: true,
      profile: { sub: 'anton' },
    });
  });

  test.each(['', 'rubbish', '[]', 'null'])('is nothing where the storage has %j', async (text) => {
    const storage = new FakeStorage();
    const store = tokenStore(storage);
    await store.set(key, signedIn('r-1').toStorageString());
    storage.setItem(`oidc.${key}`, text);
    expect(await read(store)).toBeUndefined();
    await store.remove(key);
    expect(await store.getAllKeys()).toEqual([]);
  });

  test('follows the other tabs: the newest refresh token, and signing out', async () => {
    const storage = new FakeStorage();
    const [one, other] = [tokenStore(storage), tokenStore(storage)];
    await one.set(key, signedIn('r-1').toStorageString());
    await other.set(key, signedIn('r-2').toStorageString());
    expect(await read(one)).toMatchObject({ access_token: 'secret-access', refresh_token: 'r-2' });
    await other.remove(key);
    expect(await read(one)).toBeUndefined();
    expect(await one.getAllKeys()).toEqual([]);
  });
});
