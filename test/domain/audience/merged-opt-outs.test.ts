import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { optOutPerson } from '../../../domain/model/opt-out.ts';
import type { Profiles } from '../../../domain/ports/profiles.ts';
import { leaveTopics } from '../../../lambdas/audience/leave-topics.ts';
import { sayTracking } from '../../../lambdas/audience/say-tracking.ts';
import { unsubscribe, type UnsubscribePorts } from '../../../lambdas/audience/unsubscribe.ts';
import { applyToAddresses } from '../../../lambdas/track/apply-to-addresses.ts';
import { asked } from './change-world.ts';
import { open } from './import-gate.ts';
import { at, MergeWorld } from './merge-world.ts';
import { tokenOf, sign } from './opt-out-world.ts';

const ids = ['a', 'b', 'c', 'd'];
const addressOf = (id: string): string => `${id}@post.example`;
const topics = [{ id: 'news', en: 'News', de: 'Neues' }];

/** Every way in which somebody says no, to all mails, to a topic or to tracking, under the id that a mail went to or that is left. */
const ways = {
  link: async (world, id) => optOutPerson(profilesOf(world), { id, key: undefined }, { ...said, by: 'r.1' }, at(9)),
  complaint: async (world, id) => {
    const line = { kind: 'complaint' as const, at: at(9) };
    await applyToAddresses(profilesOf(world), [{ key: addressOf(id), profileId: id, line }], at(9));
  },
  row: async (world, id) => void (await world.post([{ id, address: addressOf(id), optedOut: true }])),
  file: async (world, id) => {
    world.imports.at += 60_000;
    await world.imports.import(['id,email,opted_out', `${id},${addressOf(id)},yes`]);
  },
  topicByLink: async (world, id) => follow(world, id, 'action=unsubscribe'),
  topic: async (world, _id, left) => {
    const ports = { profiles: profilesOf(world), topics, clock: () => world.imports.at };
    await leaveTopics(ports)({ ...asked, params: { id: left }, query: {}, body: { topics: ['news'] } });
  },
  tracking: async (world, id) => {
    await sayTracking(profilesOf(world), { id, keys: [] }, { choice: 'refused', at: at(9), source: 'page' });
  },
} satisfies Record<string, (world: MergeWorld, id: string, left: string) => Promise<void>>;

const said = { at: at(9), source: 'page' as const };
const profilesOf = (world: MergeWorld): Profiles => world.ports(open).profiles;

const follow = async (world: MergeWorld, profileId: string, form: string): Promise<void> => {
  const mail = { runId: 'r1', number: 0, profileId, address: addressOf(profileId) };
  const ports = {
    ...world.ports(open),
    topics,
    trackUnknown: true,
    runs: { get: async (id: string) => ({ id, state: 'Finished', topic: 'news' }) },
    signer: async () => sign,
    recordOptOut: async () => {},
  };
  const body = Object.fromEntries(new URLSearchParams(form));
  const request = { ...asked, params: { token: tokenOf(mail) }, query: {}, body };
  await unsubscribe(ports as unknown as UnsubscribePorts)(request as never);
};

const names = Object.keys(ways) as (keyof typeof ways)[];

test('a no of a person is heard by every run that was frozen for one of their profiles, whichever id says it', async () => {
  const merges = fc.shuffledSubarray(ids, { minLength: 4, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      merges,
      fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
      fc.constantFrom(...ids),
      fc.constantFrom(...names),
      async (order, into, id, way) => {
        const world = new MergeWorld(ids.map((one) => ({ id: one, address: addressOf(one) })));
        world.imports.topics.push(...topics);
        // Each is merged into one that is left.
        const left = [...order];
        for (const place of into) {
          const other = left.shift() ?? '';
          await world.mergeInto(left[place % left.length] ?? '', other);
        }
        const [survivor = ''] = left;
        await ways[way](world, id, survivor);
        const { imports } = world;
        const all = ids.map(addressOf);
        const heard =
          way === 'tracking'
            ? imports.addressesRefusing(undefined)
            : imports.addressesOut(way.startsWith('topic') ? 'news' : undefined);
        expect([...heard].toSorted()).toEqual(all);
        const isOfAll = !way.startsWith('topic') && way !== 'tracking';
        expect([...imports.feed].toSorted()).toEqual([...all, ...(isOfAll ? ids : [])].toSorted());
      },
    ),
    { numRuns: 100 },
  );
});
