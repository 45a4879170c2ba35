import { expect, test } from '@jest/globals';
import { chunkKey, directoryKey } from '../../../domain/model/manifest.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import type { Run } from '../../../domain/model/run.ts';
import { Directory } from '../../../domain/values/directory.ts';
import { exportPerson, type CarePorts } from '../../../lambdas/track/care-for-person.ts';
import { getHistory } from '../../../lambdas/track/read-profiles.ts';
import { awaiting, now, person, preparation } from '../samples.ts';
import { EventWorld } from './event-world.ts';

const at = '2026-11-24T10:00:00.000Z';
const noTurn = async (): Promise<void> => {};

/** A hard bounce of each of so many people. */
const bounces = (count: number) =>
  Array.from({ length: count }, (_, number) => ({
    id: String(number),
    body: JSON.stringify({
      eventType: 'Bounce',
      bounce: { timestamp: at, bounceType: 'Permanent', bouncedRecipients: [{ status: '5.1.1' }] },
      mail: {
        messageId: `m${number}`,
        timestamp: at,
        destination: [`reader${number}@post.example`],
        tags: { run: ['r'], n: [String(number)], p: [`p${number}`] },
      },
    }),
  }));

test.each([
  ['the status of one address', 'reader7@post.example', ['7']],
  ['an item of ten messages', 1, ['10', '11', '12', '13', '14', '15', '16', '17', '18', '19']],
])('%s that cannot be read keeps no other event of its batch away', async (_, unreadable, back) => {
  const world = new EventWorld();
  world.unreadable.add(unreadable);
  const batch = bounces(30);
  expect(await world.consume(batch, noTurn)).toEqual(back);
  expect(world.counters.bounced).toBe(30 - back.length);
  const others = batch.filter(({ id }) => !back.includes(id)).map(({ id }) => `reader${id}@post.example`);
  for (const address of others) expect(world.statuses.get(address)).toMatchObject({ quarantine: {} });
});

test('a service that does not answer is not asked once more for each event', async () => {
  const world = new EventWorld();
  const batch = bounces(30);
  expect(await world.consume(batch, noTurn, { call: 0, fault: 'loseBefore' })).toHaveLength(30);
  expect(world.calls).toBe(1);
});

const anna: Profile = { id: 'anna', address: 'anna@home.example', lists: [], attributes: {}, importedAt: now };
const runOf = (id: string): Run => ({
  ...awaiting,
  id,
  preparation: { ...preparation, prefix: `runs/${id}/` },
  state: 'Finished',
  startAt: now,
  sendingStartedAt: now,
  finishedAt: now,
});

/** Two frozen runs that name Anna; of one, what was frozen is no JSON any more. */
const ports = (): CarePorts => {
  const objects = new Map<string, Uint8Array>();
  const chunk = { runId: 'r', chunk: 0, recipients: [{ profileId: 'anna', address: anna.address, data: {} }] };
  for (const [id, text] of [
    ['good', JSON.stringify(chunk)],
    ['odd', '{"runId":'],
  ] as const) {
    const directory = new Directory();
    directory.add('anna');
    objects.set(directoryKey(`runs/${id}/`, 'recipients'), directory.bytes());
    objects.set(directoryKey(`runs/${id}/`, 'exclusions'), new Uint8Array());
    objects.set(chunkKey(`runs/${id}/`, 0), new TextEncoder().encode(text));
  }
  const line = { kind: 'send', at: now };
  return {
    runs: { recent: async () => ({ items: [runOf('good'), runOf('odd')], unreadable: ['older'] }) },
    content: {
      get: async (key: string) => new TextDecoder().decode(objects.get(key)),
      getBytes: async (key: string) => objects.get(key),
    },
    ledger: { ofChunk: async () => [] },
    messages: { items: async () => [{ rows: [{ runId: 'good', number: 0, lines: [line] }] }] },
    profiles: {
      get: async () => anna,
      getUnmerged: async () => anna,
      addressStatus: async () => undefined,
      addressOptOuts: async () => undefined,
      isOnSuppressionList: async () => false,
    },
    audit: { append: async () => {}, ofRun: async () => [] },
    clock: () => Date.parse(now),
    audienceDays: 180,
  } as never;
};

test.each([
  ['history', getHistory],
  ['export', exportPerson],
])('one run of which the people cannot be read does not keep a person from the others: %s', async (_, read) => {
  const asked = { params: { id: 'anna' }, query: { limit: 50 }, actor: { ...person, groups: [] }, origin: {} };
  const answer: object = await read(ports())(asked as never);
  expect(answer).toMatchObject({ unreadable: ['older', 'odd'] });
  expect(JSON.stringify(answer)).toContain('"good"');
});
