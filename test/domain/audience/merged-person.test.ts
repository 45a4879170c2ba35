import { expect, test } from '@jest/globals';
import type { AuditRecord } from '../../../domain/model/audit-chain.ts';
import type { Profiles } from '../../../domain/ports/profiles.ts';
import { compareAudience } from '../../../domain/confirm/difference.ts';
import { personIdsOn } from '../../../lambdas/adapters/dynamodb/person-ids.ts';
import { recordConsent } from '../../../lambdas/audience/record-consent.ts';
import { erasePerson, exportPerson, type CarePorts } from '../../../lambdas/track/care-for-person.ts';
import { getHistory } from '../../../lambdas/track/read-profiles.ts';
import { asked } from './change-world.ts';
import { open } from './import-gate.ts';
import { anna, anne, at, MergeWorld } from './merge-world.ts';

const signedUp = { at: at(-50), what: 'signedUp', facts: { text: 'Yes, by mail', ipHash: 'h' } };

const portsOf = (world: MergeWorld) => {
  const ports = world.ports(open);
  const entries = (runId: string) => (runId === 'profile-b' ? [signedUp, { ...signedUp, what: 'personExported' }] : []);
  return {
    ...ports,
    audit: { ...ports.audit, ofRun: async (runId: string) => entries(runId) as unknown as AuditRecord[] },
    runs: { recent: async () => ({ items: [], unreadable: [] }) },
    audienceDays: 90,
  } as unknown as CarePorts;
};

const request = (id: string) =>
  ({ ...asked, params: { id }, query: { limit: 20 }, body: { reason: 'by letter' } }) as never;

test('an export holds what is kept of who was merged, and the proofs under each id', async () => {
  const world = new MergeWorld([anna, { ...anne, optedOut: { at: at(-5), source: 'page' } }]);
  await world.mergeInto('a', 'b');
  const { merged, consents } = await exportPerson(portsOf(world))(request('a'));
  expect(merged).toMatchObject([
    { profile: { id: 'b', address: anne.address, attributes: anne.attributes, optedOut: { source: 'page' } } },
  ]);
  expect(consents).toEqual([{ profileId: 'b', ...signedUp }]);
});

test.each([
  ['export', exportPerson],
  ['history', getHistory],
  ['erasure', erasePerson],
  ['consent', recordConsent],
])('who asks under the id that was merged is led to the person who is left: %s', async (_what, handler) => {
  const world = new MergeWorld([anna, anne]);
  await world.mergeInto('a', 'b');
  await expect(handler(portsOf(world))(request('b'))).rejects.toMatchObject({
    cause: 'profileMerged',
    facts: { into: 'a' },
  });
});

test('between two audiences nobody is new or gone who was merged meanwhile, or since both were frozen', async () => {
  const ids = ['c', 'd', 'e', 'f', 'g'];
  const others = ids.map((id) => ({ id, address: `${id}@post.example`, lists: ['press'] }));
  const world = new MergeWorld([anna, anne, ...others]);
  // One after the other: who was left of the first merge was merged too.
  await world.mergeInto('b', 'a');
  await world.mergeInto('c', 'b');
  await world.mergeInto('d', 'e');
  const difference = async (before: string[], after: string[]) =>
    compareAudience(personIdsOn(world.ports(open).profiles), new Set(before), new Set(after));
  expect(await difference(['a', 'f'], ['c', 'f'])).toEqual({ added: 0, removed: 0 });
  expect(await difference(['a', 'b', 'c', 'd', 'e'], ['b', 'e'])).toEqual({ added: 0, removed: 0 });
  expect(await difference(['a', 'b', 'f'], ['d', 'e', 'g', 'unknown'])).toEqual({ added: 3, removed: 2 });
});

test('who is merged into another profile while they are being erased is erased there too', async () => {
  const world = new MergeWorld([anna, anne, { id: 'c', address: 'c@post.example', lists: ['press'] }]);
  await world.mergeInto('c', 'a');
  const { profiles, ...ports } = portsOf(world);
  const erase: Profiles['erase'] = async (left, address) => {
    if (world.imports.stored.get('c')?.base.merged === undefined) await world.mergeInto('b', 'c');
    return profiles.erase(left, address);
  };
  await erasePerson({ ...ports, profiles: { ...profiles, erase } })(request('c'));
  const left = ['a', 'b', 'c'].map((id) => world.imports.stored.get(id)?.base);
  expect(left.map((base) => [base?.address, base?.attributes])).toEqual([
    ['', {}],
    ['', {}],
    ['', {}],
  ]);
  expect(world.audit.filter((entry) => entry.endsWith('personErased'))).toEqual([
    'profile-c personErased',
    'profile-b personErased',
  ]);
});
