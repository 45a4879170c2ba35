import { afterEach, beforeEach, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Run } from '../../../domain/model/run.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { occurrencesUntil } from '../../../domain/calendar/occurrence.ts';
import { changedLife } from '../../../domain/schedule/change-life.ts';
import { rearmRuns } from '../../../lambdas/schedule/rearm-runs.ts';
import { launchRun } from '../../../lambdas/schedule/launch-run.ts';
import { prepareNextStart } from '../../../lambdas/schedule/start-run.ts';
import { author, makingOf } from '../samples.ts';
import { armedLife, campaignWith, SeriesWorld } from './launch-world.ts';
import { actorOf } from './series-people.ts';

const ZONE = 'Europe/Berlin';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The zone whose rules are those of Berlin meanwhile. */
let rules = ZONE;
const ruled = <Arguments extends unknown[], Answer>(method: (zone: string, ...more: Arguments) => Answer) =>
  function (this: unknown, zone: string, ...more: Arguments): Answer {
    return method.call(this, zone === ZONE ? rules : zone, ...more);
  };
const prototypes = [
  [Temporal.PlainDateTime.prototype, 'toZonedDateTime'],
  [Temporal.PlainDate.prototype, 'toZonedDateTime'],
  [Temporal.Instant.prototype, 'toZonedDateTimeISO'],
] as const;
type Asked = (zone: string, ...more: unknown[]) => unknown;
const kept = prototypes.map(([prototype, name]): Asked => Reflect.get(prototype, name) as Asked);

beforeEach(() => {
  rules = ZONE;
  for (const [index, [prototype, name]] of prototypes.entries()) Reflect.set(prototype, name, ruled(kept[index]!));
});
afterEach(() => {
  for (const [index, [prototype, name]] of prototypes.entries()) Reflect.set(prototype, name, kept[index]);
});

const recurring = (frequency: object, more: object = {}): Schedule =>
  ({ mode: 'recurring', zone: ZONE, startsOn: '2026-01-01T00:00', frequency, ...more }) as Schedule;

const finished = (run: Run, at: string): Run =>
  ({ ...run, state: 'Finished', sendingStartedAt: at, startAt: at, finishedAt: at }) as Run;

/** All that happens by itself: each minute timers that are due fire, each hour timers are put right. */
class Stage extends SeriesWorld {
  private readonly launch = launchRun(this.ports);
  private readonly rearm = rearmRuns(this.ports);

  async minute(): Promise<void> {
    const timer = this.timers.get('launch-c');
    if (timer && Date.parse(timer.at) <= this.at) {
      this.timers.delete('launch-c');
      await this.launch(timer.input as never);
      for (const [id, run] of this.runs)
        if (run.state === 'Preparing') this.runs.set(id, finished(run, new Date(this.at).toISOString()));
    }
    if (this.at % HOUR_MS === 0) await this.rearm();
    this.at += MINUTE_MS;
  }

  async until(time: string): Promise<void> {
    while (this.at < Date.parse(time)) await this.minute();
  }

  get sent(): string[] {
    return [...this.runs.values()].filter(({ state }) => state === 'Finished').map((run) => run.start ?? '');
  }

  get missedStarts(): number {
    return this.missed.reduce((sum, { count }) => sum + count, 0);
  }
}

const stageOf = (schedule: Schedule, at: string): Stage => {
  const campaign = campaignWith(schedule, { updatedAt: '2026-01-01T00:00:00.000Z', requestConfirmation: false });
  const stage = new Stage(at, campaign);
  stage.lives.set('c', { ...armedLife, since: at });
  return stage;
};

const daily = recurring({ kind: 'daily', time: '09:00' });

it('starts what was sent not once more, when new rules move it to later on that day', async () => {
  const stage = stageOf(daily, '2026-07-01T05:00:00.000Z');
  await stage.until('2026-07-01T07:30:00.000Z');
  rules = 'Europe/London';
  await stage.until('2026-07-01T12:00:00.000Z');
  expect([stage.sent, stage.missed]).toEqual([['2026-07-01T07:00:00.000Z'], []]);
});

it('does not lose a start that new rules move to earlier, before now', async () => {
  const stage = stageOf(daily, '2026-07-01T04:00:00.000Z');
  await stage.until('2026-07-01T06:30:00.000Z');
  rules = 'Asia/Dubai';
  await stage.until('2026-07-01T12:00:00.000Z');
  expect([stage.sent, stage.missedStarts]).toEqual([[], 1]);
});

it('prepares no start ahead that was sent by the rules of before', async () => {
  const stage = stageOf(daily, '2026-07-01T05:00:00.000Z');
  await stage.until('2026-07-01T07:30:00.000Z');
  rules = 'Europe/London';
  const asked = {
    params: { id: 'c' },
    query: {},
    body: undefined,
    actor: actorOf('paula'),
    origin: { ip: '', userAgent: '' },
    making: makingOf('ahead'),
  };
  expect((await prepareNextStart(stage.ports)(asked as never)).start).toBe('2026-07-02T08:00:00.000Z');
});

it('leaves out what was left out, and ends after the same start, whatever the rules become', async () => {
  const stage = stageOf(
    recurring({ kind: 'days', every: 1, times: ['08:00', '09:00', '10:00'] }),
    '2026-07-01T05:00:00.000Z',
  );
  const campaign = stage.campaigns.get('c')!;
  const who = { by: author, at: '2026-07-01T05:00:00.000Z', mayStart: true };
  const once = changedLife({ campaign, life: armedLife }, { act: 'skip', start: '2026-07-01T06:00:00.000Z' }, who);
  const life = changedLife({ campaign, life: once }, { act: 'endAfter', after: { starts: 2 } }, who);
  stage.lives.set('c', life);
  rules = 'Europe/London';
  await stage.until('2026-07-02T00:00:00.000Z');
  expect(stage.sent).toEqual(['2026-07-01T08:00:00.000Z', '2026-07-01T09:00:00.000Z']);
});

it('reads runs, starts that were left out, ends and timers of before by their instants', async () => {
  const stage = stageOf(daily, '2026-07-01T08:00:00.000Z');
  const [start, left, last] = ['01', '02', '03'].map((day) => `2026-07-${day}T07:00:00.000Z`);
  const of = { ...campaignWith(daily), campaignId: 'c', campaignVersion: 1, campaignName: 'Letter', authors: [author] };
  const older = { ...of, id: 'OLD', requestedBy: author, version: 5, state: 'Finished', start, sendAt: start };
  stage.runs.set('OLD', finished(older as never, start ?? ''));
  stage.lives.set('c', {
    ...armedLife,
    since: '2026-07-01T06:00:00.000Z',
    skipped: [{ start: left ?? '', by: author, at: '2026-07-01T06:00:00.000Z' }],
    lastStart: last ?? '',
  });
  stage.timers.set('launch-c', { at: start ?? '', input: { campaignId: 'c', occurrence: start ?? '' } });
  await stage.until('2026-07-06T00:00:00.000Z');
  expect([stage.sent, stage.missed]).toEqual([[start, last], []]);
});

/** Offsets from UTC in July, of zones that are not Berlin's neighbours alone; one changes its clocks on the day. */
const anyRules = fc.constantFrom(
  'Europe/London',
  ZONE,
  'Europe/Kyiv',
  'Asia/Dubai',
  'Asia/Kathmandu',
  'Atlantic/Azores',
  'Africa/Cairo',
);
const anyPlan = fc.constantFrom(
  daily,
  recurring({ kind: 'days', every: 1, times: ['08:00', '08:30', '09:00', '10:00', '13:00'] }),
  recurring({ kind: 'days', every: 1, window: { every: 30, from: '06:00', to: '12:00' } }),
  recurring({ kind: 'minutes', every: 50 }, { startsOn: '2026-07-01T09:00' }),
);

it('starts each planned time once, or tells that it was missed: rules of before, of after, and when they change', async () => {
  await fc.assert(
    fc.asyncProperty(anyRules, anyRules, anyPlan, fc.nat(12 * 60), async (before, after, schedule, minute) => {
      rules = before;
      const stage = stageOf(schedule, '2026-06-30T22:00:00.000Z');
      await stage.until(new Date(Date.parse('2026-07-01T02:00:00.000Z') + minute * MINUTE_MS).toISOString());
      rules = after;
      await stage.until('2026-07-01T22:00:00.000Z');
      const runs = [...stage.runs.values()].filter(({ state }) => state === 'Finished');
      const named = runs.map(({ occurrence }) => occurrence);
      expect(new Set(named).size).toBe(named.length);
      const planned = occurrencesUntil(schedule, '2026-06-30T22:00:00.000Z', '2026-07-01T21:59:00.000Z');
      expect({ before, after, minute, of: planned.length }).toEqual({
        before,
        after,
        minute,
        of: named.length + stage.missedStarts,
      });
    }),
    { numRuns: 60 },
  );
});
