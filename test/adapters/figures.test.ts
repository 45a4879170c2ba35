import { describe, expect, test } from '@jest/globals';
import type { Breakdown } from '../../domain/model/breakdown.ts';
import { zeroCounters } from '../../domain/model/figures.ts';
import { computeFigures } from '../../domain/kpi/figures.ts';
import { begunCount, doneCount, profilesIn } from '../../domain/kpi/distinct.ts';
import { begun, judged, saved, withCounted } from '../../domain/kpi/recount.ts';
import { SeenKeys } from '../../domain/values/seen-keys.ts';
import { addCounts, noCounts } from '../../domain/kpi/weeks.ts';
import { weeksIn } from '../../lambdas/adapters/dynamodb/kpi-weeks.ts';
import { kpisIn } from '../../lambdas/adapters/dynamodb/kpis.ts';
import { profileCountsIn } from '../../lambdas/adapters/dynamodb/profile-counts.ts';
import { recountsIn } from '../../lambdas/adapters/dynamodb/recounts.ts';
import { awaiting, now, person } from '../domain/samples.ts';
import { documents, fresh, outputs } from './local-aws.ts';

const kpis = kpisIn(documents, outputs.KpisTable);

const weeks = weeksIn(documents, outputs.KpisTable);

const figuresAt = (runId: string, asOf: string) =>
  computeFigures({
    run: { ...awaiting, id: runId },
    tallies: [],
    counters: { ...zeroCounters(), delivered: 1 },
    settledUnknown: 0,
    asOf,
  });

describe('published figures', () => {
  test('the latest, and one snapshot an hour: a second one in the same hour takes its place', async () => {
    const runId = fresh('run');
    expect(await kpis.latest(runId)).toBeUndefined();
    const [first, second, third] = ['10:00:00', '10:59:59', '11:00:00'].map((time) =>
      figuresAt(runId, `2026-11-24T${time}.000Z`),
    );
    if (!first || !second || !third) throw new Error('no figures');
    for (const figures of [first, second, third]) await kpis.publish(figures);
    expect(await kpis.latest(runId)).toEqual(third);
    expect(await kpis.series(runId)).toEqual([second, third]);
  });

  test('taken apart they are read as they were written, and replaced whole', async () => {
    const runId = fresh('run');
    expect(await kpis.breakdown(runId)).toBeUndefined();
    const breakdown: Breakdown = {
      runId,
      asOf: now,
      events: 3,
      links: [
        {
          label: '',
          link: 'https://shop.example/',
          messages: 1,
          messagesByHuman: 0,
          messagesByMachine: 1,
          messagesByUnknown: 0,
          clicks: 2,
          clicksByHuman: 0,
          clicksByMachine: 2,
          clicksByUnknown: 0,
        },
      ],
      domains: [],
      hours: [
        {
          hour: now,
          opened: 1,
          openedByHuman: 1,
          openedByMachine: 0,
          openedByUnknown: 0,
          clicked: 0,
          clickedByHuman: 0,
          clickedByMachine: 0,
          clickedByUnknown: 0,
        },
      ],
      waves: [],
      variants: [],
    };
    await kpis.publishBreakdown(breakdown);
    expect(await kpis.breakdown(runId)).toEqual(breakdown);
    await kpis.publishBreakdown({ ...breakdown, links: [], events: 4 });
    expect(await kpis.breakdown(runId)).toEqual({ ...breakdown, links: [], events: 4 });
    expect(await kpis.series(runId)).toEqual([]);
  });

  test('the hour is noted for everybody', async () => {
    const at = new Date().toISOString();
    await kpis.noteHour(at);
    expect(await kpis.lastHour()).toBe(at);
  });
});

test('a count of profiles is kept as it was written, of two that move it one gives way, and what it found is published', async () => {
  const counts = profileCountsIn(documents, outputs.CampaignsTable);
  const campaignId = fresh('campaign');
  const count = begunCount({ campaignId, askedBy: person, askedAt: now }, [], undefined);
  expect(await counts.get(campaignId)).toBeUndefined();
  expect(await Promise.all([counts.replace(count), counts.replace(count)])).toContain(false);
  expect(await counts.get(campaignId)).toEqual(count);
  const profiles = profilesIn(count, new SeenKeys(), now);
  expect(await counts.replace(doneCount(count, profiles))).toBe(true);
  expect(await kpis.profiles(campaignId)).toBeUndefined();
  await kpis.publishProfiles(profiles);
  expect(await kpis.profiles(campaignId)).toEqual(profiles);
});

describe('a recount', () => {
  const recounts = recountsIn(documents, { campaigns: outputs.CampaignsTable, kpis: outputs.KpisTable });
  const first = (runId: string) =>
    begun(
      {
        runId,
        askedBy: person,
        origin: undefined,
        askedAt: now,
        chunks: 2,
        before: figuresAt(runId, now),
        base: zeroCounters(),
      },
      undefined,
    );

  test('is kept as it was written, and of two that move it at the same time one gives way', async () => {
    const recount = first(fresh('run'));
    expect(await recounts.get(recount.runId)).toBeUndefined();
    expect(await Promise.all([recounts.replace(recount), recounts.replace(recount)])).toContain(false);
    const next = saved(withCounted(recount, { ...zeroCounters(), delivered: 3 }, 2), now);
    expect(await recounts.replace(next)).toBe(true);
    expect(await recounts.replace(next)).toBe(false);
    expect(await recounts.get(recount.runId)).toEqual(JSON.parse(JSON.stringify(next)));
  });

  test('corrects the counters once, together with what it says of itself', async () => {
    const recount = first(fresh('run'));
    const delta = { ...zeroCounters(), delivered: 3, opened: -1 };
    await recounts.replace(recount);
    const mended = judged(withCounted(recount, delta, 2), zeroCounters(), now);
    expect(await recounts.mend(mended, delta)).toBe(true);
    expect(await recounts.mend(mended, delta)).toBe(false);
    expect(await kpis.counters(recount.runId)).toEqual(delta);
  });

  test('that finds no difference moves no counter', async () => {
    const recount = first(fresh('run'));
    await recounts.replace(recount);
    expect(await recounts.mend(judged(recount, zeroCounters(), now), zeroCounters())).toBe(true);
    expect((await recounts.get(recount.runId))?.state).toBe('mended');
  });
});

describe('sums of weeks', () => {
  const counts = { ...noCounts(), runs: 1, sent: 8, delivered: 7 };

  test('move by the difference, once for each version of a run', async () => {
    const runId = fresh('run');
    const week = '1971-W07';
    const known = async () => (await weeks.between(week, week)).get(week) ?? noCounts();
    const start = await known();
    const first = { version: 1, week, counts };
    const second = { version: 2, week, counts: { ...counts, delivered: 6, bounced: 1 } };
    expect(await weeks.counted(runId)).toBeUndefined();
    expect(await weeks.count(runId, first, undefined)).toBe(true);
    expect(await weeks.count(runId, first, undefined)).toBe(false);
    expect(await weeks.count(runId, second, first)).toBe(true);
    expect(await weeks.count(runId, second, first)).toBe(false);
    expect(await weeks.counted(runId)).toEqual(second);
    expect(await known()).toEqual(addCounts(start, second.counts));
    expect([...(await weeks.between('1971-W08', '1971-W09')).keys()]).toEqual([]);
  });

  test('two that count one run at once count it once', async () => {
    const runId = fresh('run');
    const week = '1971-W11';
    const start = (await weeks.between(week, week)).get(week) ?? noCounts();
    const once = { version: 1, week, counts };
    const held = await Promise.all(Array.from({ length: 4 }, async () => weeks.count(runId, once, undefined)));
    expect(held.filter(Boolean)).toHaveLength(1);
    expect((await weeks.between(week, week)).get(week)).toEqual(addCounts(start, counts));
  });
});
