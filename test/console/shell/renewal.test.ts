import { describe, expect, test } from '@jest/globals';
import { ErrorResponse } from 'oidc-client-ts';
import { renew, restore, type Renewable } from '../../../console/src/shell/renewal.ts';

type Kept = { refresh_token: string; expired: boolean };

/** A tab: what its storage has, and what the token endpoint answers to each refresh token. */
const tabWith = (kept: Kept | null, answers: Record<string, Error | 'renewed'>) => {
  const tab = { kept, tried: [] as string[], before: (): void => undefined };
  const manager: Renewable = {
    getUser: async () => tab.kept,
    removeUser: async () => void (tab.kept = null),
    renewUser: async () => {
      const token = tab.kept?.refresh_token ?? '';
      tab.tried.push(token);
      tab.before();
      const answer = answers[token] ?? new Error('no answer');
      if (answer instanceof Error) throw answer;
      tab.kept = { refresh_token: `${token}+`, expired: false };
    },
  };
  return Object.assign(tab, { manager });
};

/** RFC 6749, section 5.2. */
const refused = new ErrorResponse({ error: 'invalid_grant', error_description: null, error_uri: null });
const offline = new TypeError('Failed to fetch');
const expired: Kept = { refresh_token: 'r', expired: true };

describe('a sign-in after a reload', () => {
  test('is renewed', async () => {
    const tab = tabWith(expired, { r: 'renewed' });
    await restore(tab.manager);
    expect(tab.kept).toEqual({ refresh_token: 'r+', expired: false });
  });

  test('ends when what renews it is refused', async () => {
    const tab = tabWith(expired, { r: refused });
    await restore(tab.manager);
    expect(tab.kept).toBeNull();
  });

  test('is kept, here and for the other tabs, when nobody answers', async () => {
    const tab = tabWith(expired, { r: offline });
    await restore(tab.manager);
    expect(tab.kept).toEqual(expired);
  });

  test('goes on with what another tab got meanwhile', async () => {
    const tab = tabWith(expired, { r: refused, newer: 'renewed' });
    tab.before = () => void (tab.kept = { refresh_token: 'newer', expired: true });
    await restore(tab.manager);
    expect([tab.kept, tab.tried]).toEqual([{ refresh_token: 'newer+', expired: false }, ['r', 'newer']]);
  });
});

describe('renewing says what came of it', () => {
  test.each([
    ['renewed', expired, { r: 'renewed' as const }],
    ['refused', expired, { r: refused }],
    ['unreachable', expired, { r: offline }],
    ['refused', null, {}],
  ])('%s', async (outcome, kept, answers) => {
    expect(await renew(tabWith(kept, answers).manager)).toBe(outcome);
  });

  test('once, whoever asks', async () => {
    const tab = tabWith(expired, { r: 'renewed' });
    expect(await Promise.all([renew(tab.manager), renew(tab.manager)])).toEqual(['renewed', 'renewed']);
    expect(tab.tried).toEqual(['r']);
  });
});
