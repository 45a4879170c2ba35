import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AudienceRules } from '../../../domain/model/audience-rules.ts';
import { CHUNK_SIZE, chunkKey } from '../../../domain/model/manifest.ts';
import { fatigueChecks } from '../../../domain/prepare/fatigue.ts';
import type { Run } from '../../../domain/model/run.ts';
import { hasEnded } from '../../../domain/model/run-end.ts';
import { countContacts, type ContactPorts } from '../../../lambdas/prepare/count-contacts.ts';
import { awaiting, now, person, preparation, preparing } from '../samples.ts';

const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.parse(now) + days * DAY_MS).toISOString();

const states = ['Scheduled', 'Sending', 'Paused', 'Finished', 'Stopped', 'AwaitingConfirmation', 'Preparing'] as const;

/** A run that froze these people, and goes out or went out so many days from now. */
const runOf = (id: string, state: (typeof states)[number], days: number, people: string[]): Run => {
  const chunks = Math.ceil(people.length / CHUNK_SIZE);
  const base = { ...awaiting, id, preparation: { ...preparation, prefix: `runs/${id}/`, chunks } };
  const sent = { startAt: inDays(days), sendingStartedAt: inDays(days) };
  switch (state) {
    case 'Scheduled':
      return { ...base, state, startAt: inDays(days) };
    case 'Sending':
      return { ...base, ...sent, state };
    case 'Paused':
      return { ...base, ...sent, state, pausedAt: now, pausedBy: null };
    case 'Finished':
      return { ...base, ...sent, state, finishedAt: now };
    case 'Stopped':
      return { ...base, ...sent, state, stoppedAt: now, stoppedBy: person, cause: 'stopped', changed: [] };
    case 'AwaitingConfirmation':
      return base;
    case 'Preparing':
      return { ...preparing, id };
  }
};

const portsWith = (known: { run: Run; people: string[] }[]): ContactPorts => {
  const objects = new Map<string, string>();
  for (const { run, people } of known) {
    for (let chunk = 0; chunk * CHUNK_SIZE < people.length; chunk += 1) {
      const recipients = people
        .slice(chunk * CHUNK_SIZE, (chunk + 1) * CHUNK_SIZE)
        .map((profileId) => ({ profileId, address: 'a@post.example', data: {} }));
      objects.set(chunkKey(`runs/${run.id}/`, chunk), JSON.stringify({ runId: run.id, chunk, recipients }));
    }
  }
  const newestFirst = known.map(({ run }) => run).toSorted((one, other) => (one.id < other.id ? 1 : -1));
  return {
    runs: {
      current: async ({ cursor, limit }) => {
        const open = newestFirst.filter((run) => !hasEnded(run) && run.id < (cursor ?? '~'));
        const items = open.slice(0, limit);
        return { items, unreadable: [], cursor: open.length > limit ? (items.at(-1)?.id ?? null) : null };
      },
      recent: async ({ before = '~', limit }) => {
        const items = newestFirst.filter(({ id }) => id < before).slice(0, limit);
        return { items, unreadable: [], next: items.length < limit ? undefined : items.at(-1)?.id };
      },
    },
    content: { get: async (key) => objects.get(key) },
  };
};

const people = ['ada', 'bea', 'cem', 'dan'];
const known = fc
  .array(
    fc.record({
      state: fc.constantFrom(...states),
      days: fc.integer({ min: -12, max: 12 }),
      people: fc.subarray(people),
    }),
    { maxLength: 12 },
  )
  .map((runs) =>
    runs.map((given, index) => ({ ...given, run: runOf(`r${index + 10}`, given.state, given.days, given.people) })),
  );

describe('contacts of a profile', () => {
  test('are its messages of runs past and scheduled, as many days before as after', async () => {
    await fc.assert(
      fc.asyncProperty(known, fc.integer({ min: 1, max: 10 }), async (runs, days) => {
        const asked = { runId: 'r10', contact: now };
        const { times: contacts } = await countContacts(portsWith(runs), { messages: 2, days }, asked);
        for (const who of people) {
          const expected = runs.filter(
            (one) =>
              one.run.id !== 'r10' &&
              one.people.includes(who) &&
              Math.abs(one.days) <= days &&
              one.state !== 'AwaitingConfirmation' &&
              one.state !== 'Preparing',
          );
          expect(contacts.timesOf(who)).toBe(expected.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('are found in every chunk and behind every page of runs', async () => {
    const many = Array.from({ length: 2 * CHUNK_SIZE + 1 }, (_, index) => `p${index}`);
    const runs = Array.from({ length: 230 }, (_, index) => {
      const frozen = index % 229 === 0 ? many : [];
      return { run: runOf(`r${index + 1000}`, 'Finished', -1, frozen), people: frozen };
    });
    const asked = { runId: 'mine', contact: now };
    const { times: contacts } = await countContacts(portsWith(runs), { messages: 1, days: 2 }, asked);
    expect(many.filter((id) => contacts.timesOf(id) !== 2)).toEqual([]);
    expect(contacts.timesOf('nobody')).toBe(0);
  });
});

test('a limit without a contact date is a warning, because the message may go out on another day', () => {
  const rules = AudienceRules.parse({ fatigue: { messages: 2, days: 7 } });
  expect(fatigueChecks(AudienceRules.parse({}), { mode: 'onceConfirmed' })).toEqual([]);
  expect(fatigueChecks(rules, { mode: 'onceConfirmed' })).toMatchObject([{ code: 'fatigueDate', verdict: 'warning' }]);
  expect(fatigueChecks(rules, { mode: 'onDate', startSendingFrom: '2026-12-01T09:00', zone: 'UTC' })).toMatchObject([
    { verdict: 'passed' },
  ]);
});
