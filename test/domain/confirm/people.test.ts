import { describe, expect, test } from '@jest/globals';
import type { Asked } from '../../../domain/model/policy.ts';
import { peopleIn } from '../../../lambdas/adapters/cognito/people.ts';
import { UserPool } from '../people/user-pool.ts';

const actorWith = async (attributes: Record<string, string>) => {
  const pool = new UserPool().with('u', { attributes });
  return peopleIn(pool.port, () => 0).actor({ sub: 'u', username: 'u', groups: [] }, 'token');
};

test('who has no name in the user pool is called by what stands before the @, never by an address', async () => {
  expect(await actorWith({ email: 'anna.alt@freigabe.example', locale: 'de-AT' })).toMatchObject({
    name: 'anna.alt',
    email: 'anna.alt@freigabe.example',
    language: 'de',
  });
  expect(await actorWith({ email: 'anna.alt@freigabe.example', name: 'Anna Alt' })).toMatchObject({ name: 'Anna Alt' });
});

const start = 'start-deliveries' as const;

describe('who is asked to confirm', () => {
  const company = (name: string, who: string) => ({
    email: `${who}@${name.toLowerCase()}.example`,
    identities: `[{"providerName":"${name}"}]`,
    'custom:groups': '["senders"]',
  });
  const pool = new UserPool()
    .with('anton', { groups: [start, 'finance'] })
    .with('bea', { groups: [start, 'finance'], enabled: false })
    .with('carl', { groups: [start, 'finance'], status: 'FORCE_CHANGE_PASSWORD' })
    .with('dora', {
      groups: ['pool_Byhand', start, 'finance'],
      status: 'EXTERNAL_PROVIDER',
      attributes: company('Byhand', 'dora'),
    })
    .with('emil', { groups: ['finance'] })
    .with('fritz', { groups: [start, 'finance'], status: 'RESET_REQUIRED' })
    .with('gina', { groups: [start] })
    .with('hanna', {
      groups: ['pool_Contoso', 'finance'],
      status: 'EXTERNAL_PROVIDER',
      attributes: company('Contoso', 'hanna'),
    })
    .with('ingo', {
      groups: ['pool_Contoso'],
      status: 'EXTERNAL_PROVIDER',
      enabled: false,
      attributes: company('Contoso', 'ingo'),
    })
    .with('jana', {
      groups: ['pool_Contoso', start],
      status: 'EXTERNAL_PROVIDER',
      attributes: { ...company('Contoso', 'jana'), 'custom:groups': '["others"]' },
    })
    .with('kurt', { groups: [start], status: 'EXTERNAL_PROVIDER', attributes: company('Gone', 'kurt') });
  pool.rules = {
    passwords: 'allowed',
    providers: [
      { name: 'Byhand', domains: ['byhand.example'], addresses: 'trusted', groups: null },
      { name: 'Contoso', domains: ['contoso.example'], addresses: 'trusted', groups: { senders: [start] } },
    ],
  };
  const everybody = [...pool.users].map(
    ([name, { attributes }]) => attributes?.['email'] ?? `${name}@freigabe.example`,
  );

  test.each<[string, Asked, string[]]>([
    ['by the role', { kind: 'group', group: start }, ['anton', 'dora', 'gina', 'hanna']],
    ['by a group', { kind: 'group', group: 'finance' }, ['anton', 'dora', 'hanna']],
    ['by name', { kind: 'people', addresses: everybody }, ['anton', 'dora', 'gina', 'hanna']],
    ['by a group that is not there', { kind: 'group', group: 'nobody' }, []],
  ])('%s is who can sign in', async (_how, ask, names) => {
    const asked = await peopleIn(pool.port, () => 0).approvers(ask);
    expect(asked.map(({ sub }) => sub)).toEqual(names);
  });
});
