import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NextStarts } from '../../../domain/calendar/next-starts.ts';
import { campaignEntryOf, type CampaignEntry, type LifeEntry } from '../../../domain/model/campaign-entry.ts';
import { entryOf, type RunEntry } from '../../../domain/model/run-entry.ts';
import type { Run } from '../../../domain/model/run.ts';
import { accountView } from '../../../domain/prepare/account-view.ts';
import { homeOf } from '../../../domain/prepare/home.ts';
import { author, awaiting, now, person, preparing } from '../samples.ts';

const approver = { ...person, groups: ['start-deliveries'] };
const preparer = { ...author, groups: ['prepare-deliveries'] };
const at = Date.parse(now);
const after = (hours: number): string => new Date(at + hours * 3_600_000).toISOString();
const until = after(38);
const started = { startAt: now, sendingStartedAt: now };

const cases: [string, Run, typeof approver][] = [
  ['yours', awaiting, approver],
  ['awaiting', awaiting, preparer],
  ['paused', { ...awaiting, ...started, state: 'Paused', pausedAt: now, pausedBy: null }, approver],
  ['held', { ...awaiting, ...started, state: 'Sending', hold: { cause: 'quota', until: after(1) } }, approver],
  ['sending', { ...awaiting, ...started, state: 'Sending', hold: { cause: 'quota', until: after(-1) } }, approver],
  ['preparing', preparing, approver],
  ['planned', { ...awaiting, state: 'Scheduled', startAt: after(20) }, approver],
  ['later', { ...awaiting, state: 'Scheduled', startAt: after(50) }, approver],
];

const none = { campaigns: { items: [], unreadable: [] }, lives: new Map<string, LifeEntry>() };

const countsOf = (open: RunEntry[], somebody = approver) => {
  const home = homeOf({ open, failed: [], series: none, starts: new NextStarts() }, somebody, { now, until });
  const { asOf: _asOf, later, ...blocks } = home;
  return { later, ...Object.fromEntries(Object.entries(blocks).map(([name, { count }]) => [name, count])) };
};

test.each(cases)('a run is %s', (block, run, somebody) => {
  const counts: Record<string, number> = countsOf([entryOf(run)], somebody);
  expect(Object.entries(counts).filter(([, count]) => count > 0)).toEqual([[block, 1]]);
});

test('every run that has not ended is counted in one block, however many there are', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...cases.map(([, run]) => run)), { maxLength: 200 }), (runs) => {
      const counts: Record<string, number> = countsOf(runs.map((run, index) => entryOf({ ...run, id: `r${index}` })));
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(runs.length);
    }),
    { numRuns: 50 },
  );
});

test('what waits longest comes first, and few of many are shown', () => {
  const open = Array.from({ length: 40 }, (_, index) =>
    entryOf({ ...awaiting, id: `r${index}`, deadline: after(40 - index) }),
  );
  const { yours } = homeOf({ open, failed: [], series: none, starts: new NextStarts() }, approver, { now, until });
  expect({ count: yours.count, first: yours.items[0]?.id, shown: yours.items.length }).toEqual({
    count: 40,
    first: 'r39',
    shown: 10,
  });
});

describe('the starts of series', () => {
  const daily = {
    mode: 'recurring' as const,
    frequency: { kind: 'minutes' as const, every: 1440 },
    zone: 'UTC',
    startsOn: '2026-11-01T12:00',
  };
  const entry = (different: Partial<CampaignEntry> = {}): CampaignEntry => ({
    ...campaignEntryOf({
      id: 's',
      name: 'Daily',
      createdBy: author,
      updatedBy: author,
      updatedAt: now,
      content: { subject: 'Hi' },
      list: 'friends',
      schedule: daily,
    }),
    ...different,
  });
  const armed: LifeEntry = { state: 'armed', armedVersion: 1, skipped: [] };
  const next = '2026-11-24T12:00:00.000Z';
  // What was worked out of one series says nothing of how it stands afterwards.
  const starts = new NextStarts();
  const planned = (series: CampaignEntry, life: LifeEntry | undefined, open: RunEntry[] = []): (string | undefined)[] =>
    homeOf(
      {
        open,
        failed: [],
        series: { campaigns: { items: [series], unreadable: [] }, lives: new Map(life ? [['s', life]] : []) },
        starts,
      },
      approver,
      { now, until },
    ).planned.items.map(({ at: start }) => start);

  test('that are armed are planned', () => expect(planned(entry(), armed)).toEqual([next]));

  test.each<[string, CampaignEntry, LifeEntry | undefined]>([
    ['nobody armed', entry(), undefined],
    ['are paused', entry(), { ...armed, state: 'paused' }],
    ['have ended', entry(), { ...armed, lastStart: '2026-11-23T12:00:00.000Z' }],
    ['were another kind of campaign since', entry({ series: { schedule: daily, recurringSince: 2 } }), armed],
    ['somebody archived', entry({ archived: { at: now, by: author } }), armed],
  ])('that %s are not', (_what, series, life) => expect(planned(series, life)).toEqual([]));

  test('that are left out are followed by the next one', () =>
    expect(planned(entry(), { ...armed, skipped: [{ start: next }] })).toEqual(['2026-11-25T12:00:00.000Z']));

  test('whose run waits already are that run', () => {
    const run = entryOf({ ...awaiting, id: 'r', campaignId: 's', start: next });
    expect(planned(entry(), armed, [run])).toEqual([]);
  });
});

describe('the account', () => {
  const quota = { perSecond: 14, per24Hours: 50_000, sentLast24Hours: 20_000 };

  test('has its ratios beside what SES reviews it for', () => {
    const points = [
      { attempts: 900, bounces: 40, complaints: 1 },
      { attempts: 100, bounces: 10, complaints: 0 },
    ];
    expect(accountView(quota, points, at)).toMatchObject({
      left: 30_000,
      isInSandbox: false,
      reputation: {
        attempts: 1000,
        bounces: { count: 50, ratio: 0.05, reviewAt: 0.05, pauseAt: 0.1 },
        complaints: { count: 1, ratio: 0.001, reviewAt: 0.001, pauseAt: 0.005 },
      },
    });
  });

  test('that has sent nothing has no ratio, and one without a limit nothing that is left of it', () => {
    expect(accountView(quota, [], at).reputation?.bounces.ratio).toBeNull();
    expect(accountView(quota, undefined, at).reputation).toBeNull();
    expect(accountView({ ...quota, per24Hours: -1 }, [], at).left).toBeNull();
    expect(accountView({ ...quota, sentLast24Hours: 60_000 }, [], at).left).toBe(0);
  });
});
