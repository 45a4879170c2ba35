import { expect, test } from '@jest/globals';
import { peopleIn } from '../../../lambdas/adapters/people.ts';

const pool = (attributes: Record<string, string>) =>
  ({
    send: async () => ({ UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })) }),
  }) as never;

const actorWith = async (attributes: Record<string, string>) =>
  peopleIn(pool(attributes), 'pool').actor({ sub: 's', username: 'u', groups: [] });

test('who has no name in the user pool is called by what stands before the @, never by an address', async () => {
  expect(await actorWith({ email: 'anna.alt@freigabe.example', locale: 'de-AT' })).toMatchObject({
    name: 'anna.alt',
    email: 'anna.alt@freigabe.example',
    language: 'de',
  });
  expect(await actorWith({ email: 'anna.alt@freigabe.example', name: 'Anna Alt' })).toMatchObject({ name: 'Anna Alt' });
});
