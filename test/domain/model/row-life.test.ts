import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { deletedFrom, haveRowsEnded, isOver, messagesDaysOf, rowsUntilOf } from '../../../domain/model/row-life.ts';
import type { Group } from '../../../domain/model/ledger.ts';
import { messageRunsOf } from '../../../domain/model/message-runs.ts';
import type { Run } from '../../../domain/model/run.ts';
import { claimItem, groupEndsItem, groupsOf } from '../../../lambdas/adapters/dynamodb/group-item.ts';
import { awaiting, now, preparation } from '../samples.ts';

const DAY_MS = 86_400_000;
const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
const iso = (date: Date): string => date.toISOString();

describe('until when message rows are kept', () => {
  test('for so many days after the planned start or the preparation, whichever is later, and deleted a day after that', () => {
    const days = fc.integer({ min: 60, max: 3650 });
    fc.assert(
      fc.property(instants, fc.option(instants, { nil: undefined }), days, (prepared, planned, messagesDays) => {
        const sendAt = planned && iso(planned);
        const until = Date.parse(rowsUntilOf({ preparedAt: iso(prepared), sendAt, messagesDays }));
        expect(until).toBe(Math.max(prepared.getTime(), planned?.getTime() ?? 0) + messagesDays * DAY_MS);
        expect(deletedFrom(iso(new Date(until))) * 1000 - until).toBeGreaterThanOrEqual(DAY_MS);
        expect(isOver(iso(new Date(until)), until - 1)).toBe(false);
        expect(isOver(iso(new Date(until)), until)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('a run that was prepared before rows had an end keeps them', () => {
    expect(haveRowsEnded(awaiting, Date.parse(now) + 10_000 * DAY_MS)).toBe(false);
    expect(messagesDaysOf(undefined, 3650)).toBe(3650);
    expect(messagesDaysOf(undefined, 180)).toBe(400);
  });

  const group: Group = {
    runId: 'r',
    chunk: 0,
    from: 0,
    to: 3,
    generation: 0,
    attempt: 'a',
    claimedAt: now,
    deadline: now,
  };

  test('a claim and an end of a group say when they end only if their run has an end, and are read the same', () => {
    const rowsUntil = '2027-12-29T10:00:00.000Z';
    const ending = { ...group, rowsUntil };
    const items = [claimItem(ending, []), groupEndsItem([ending])].map((item): Record<string, unknown> =>
      unmarshall(item),
    );
    expect(items.map(({ ttl }) => ttl)).toEqual([deletedFrom(rowsUntil), deletedFrom(rowsUntil)]);
    expect([claimItem(group, []), groupEndsItem([group])].flatMap(Object.keys)).not.toContain('ttl');
    expect(groupsOf('r', 0, items)).toEqual([group]);
  });

  test('who did what with a run is not known any more once its rows have ended: it is missing, and is no “did not open”', async () => {
    const rowsUntil = '2026-12-24T10:00:00.000Z';
    const run = {
      ...awaiting,
      state: 'Finished',
      startAt: now,
      sendingStartedAt: now,
      finishedAt: now,
      preparation: { ...preparation, rowsUntil },
    } as Run;
    const ports = { runs: { get: async () => run } } as never;
    const at = async (instant: string) => messageRunsOf(ports, [{ run: 'r' }], { now: instant, audienceDays: 180 });
    expect((await at(now)).runs).toHaveLength(1);
    expect(await at(rowsUntil)).toEqual({ runs: [], missing: ['r'] });
  });
});

/**
 * What DynamoDB may delete by itself. Whoever gives something else an end says in docs/retention.md what, and why nothing
 * needs it afterwards.
 */
const mayEnd = [
  'deliveries.ts',
  'forget-names.ts',
  'group-item.ts',
  'import-jobs.ts',
  'links.ts',
  'machines.ts',
  'messages.ts',
  'notices.ts',
  'proof-counts.ts',
  'rate-leases.ts',
  'repeats.ts',
  'sign-ups.ts',
  'unknown-parts.ts',
  'unmatched-events.ts',
  'unreached-mails.ts',
];

describe('what never ends', () => {
  const folder = 'lambdas/adapters/dynamodb';
  const writesEnd = readdirSync(folder).filter((file) => /\bttl\b/.test(readFileSync(`${folder}/${file}`, 'utf8')));

  test('opt-outs, suppressions, quarantines, consents, audits, figures, runs and imports are written without an end', () => {
    expect(writesEnd).toEqual(mayEnd);
  });

  test.each(mayEnd)('%s is in the table of docs/retention.md', (file) => {
    expect(readFileSync('docs/retention.md', 'utf8')).toContain(`\`${file}\``);
  });
});
