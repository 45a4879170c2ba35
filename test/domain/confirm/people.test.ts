import { describe, expect, test } from '@jest/globals';
import type { Asked } from '../../../domain/model/policy.ts';
import { peopleIn } from '../../../lambdas/adapters/cognito/people.ts';
import { UserPool } from '../people/user-pool.ts';

const actorWith = async (attributes: Record<string, string>) => {
  const pool = new UserPool().with('u', { attributes });
  return peopleIn(pool.client, 'pool', () => 0).actor({ sub: 'u', username: 'u', groups: [] }, 'token');
};

test('who has no name in the user pool is called by what stands before the @, never by an address', async () => {
  expect(await actorWith({ email: 'anna.alt@freigabe.example', locale: 'de-AT' })).toMatchObject({
    name: 'anna.alt',
    email: 'anna.alt@freigabe.example',
    language: 'de',
  });
  expect(await actorWith({ email: 'anna.alt@freigabe.example', name: 'Anna Alt' })).toMatchObject({ name: 'Anna Alt' });
});

const start = 'start-deliveries';

describe('who is asked to confirm', () => {
  const pool = new UserPool()
    .with('anton', { groups: [start, 'finance'] })
    .with('bea', { groups: [start, 'finance'], enabled: false })
    .with('carl', { groups: [start, 'finance'], status: 'FORCE_CHANGE_PASSWORD' })
    .with('dora', { groups: [start, 'finance'], status: 'EXTERNAL_PROVIDER' })
    .with('emil', { groups: ['finance'] })
    .with('fritz', { groups: [start, 'finance'], status: 'RESET_REQUIRED' })
    .with('gina', { groups: [start] });
  const everybody = [...pool.users.keys()].map((name) => `${name}@freigabe.example`);

  test.each<[string, Asked, string[]]>([
    ['by the role', { kind: 'group', group: start }, ['anton', 'dora', 'gina']],
    ['by a group', { kind: 'group', group: 'finance' }, ['anton', 'dora']],
    ['by name', { kind: 'people', addresses: everybody }, ['anton', 'dora', 'gina']],
    ['by a group that is not there', { kind: 'group', group: 'nobody' }, []],
  ])('%s is who can sign in', async (_how, ask, names) => {
    const asked = await peopleIn(pool.client, 'pool', () => 0).approvers(ask);
    expect(asked.map(({ sub }) => sub)).toEqual(names);
  });
});
