import { plannedId } from '../calendar/occurrence-id.ts';
import { clockZoneOf } from '../calendar/recipient-time.ts';
import { nextStartOf, occurrencesToCome, stateOf } from '../calendar/series.ts';
import { instantOf } from '../calendar/zone-clock.ts';
import { Problem } from '../http/problem.ts';
import { refuseArchived } from '../model/archived.ts';
import type { CampaignSettings } from '../model/campaign.ts';
import { endTold, type SeriesLife } from '../model/series-life.ts';
import type { Person } from '../people/people.ts';
import { refuseImpossible } from './new-run.ts';
import type { EndAfter } from './api.ts';

/** What somebody asks to be done to a series. */
export type LifeAct =
  | { act: 'arm' | 'pause' | 'resume' | 'end' }
  | { act: 'skip'; start: string }
  | { act: 'endAfter'; after: EndAfter };

/** `mayStart`: they may start what nobody confirms (*Start deliveries*). */
type Who = { by: Person; at: string; mayStart: boolean; reason?: string | undefined };
type Series = { campaign: CampaignSettings; life: SeriesLife };

const states: Record<LifeAct['act'], readonly SeriesLife['state'][]> = {
  arm: ['draft', 'ended'],
  pause: ['armed'],
  resume: ['paused'],
  skip: ['armed', 'paused'],
  end: ['armed', 'paused'],
  endAfter: ['armed', 'paused'],
};

/** @throws Problem `wrong-state` or `invalid-input` when this cannot be done to such a campaign */
const refuseUnfit = (series: Series, act: LifeAct['act'], at: string): void => {
  const { campaign } = series;
  if (campaign.schedule.mode !== 'recurring')
    throw new Problem(
      'invalid-input',
      'This campaign is no series: it goes out once.',
      'Give it a recurring schedule first (PUT /campaigns/{id}).',
      { cause: 'noSeries' },
    );
  refuseArchived(campaign);
  refuseImpossible(campaign);
  const state = stateOf(series, at);
  if (states[act].includes(state)) return;
  throw new Problem(
    'wrong-state',
    `A series that is ${state} cannot take "${act}"; one that is ${states[act].join(' or ')} can.`,
    'Load the campaign again and look at the state of its series.',
    { cause: 'seriesNotInThisState', seriesState: state },
  );
};

type Last = { lastStart: string; lastOccurrence: string | undefined };

/** The time of an end, or the last of so many starts to come. */
const lastStartOf = (series: Series, { after, at }: { after: EndAfter; at: string }): Last => {
  const { schedule } = series.campaign;
  if ('starts' in after) {
    const { lastStart: _known, ...life } = series.life;
    const last = occurrencesToCome({ ...series, life }, at, after.starts).at(-1) ?? nextStartOf(series, at);
    return { lastStart: last.start, lastOccurrence: last.occurrence };
  }
  const zone = schedule.mode === 'recurring' ? clockZoneOf(schedule) : 'UTC';
  const until = new Date(instantOf(after.date, zone)).toISOString();
  const isPlanned = schedule.mode === 'recurring' && schedule.frequency.kind !== 'minutes';
  if (until > at) return { lastStart: until, lastOccurrence: isPlanned ? plannedId(after.date, zone) : undefined };
  throw new Problem(
    'invalid-input',
    'The date after which the series should end is past.',
    'Give a later date, or end the series now.',
    { cause: 'seriesEndPast' },
  );
};

/** Starts that were to come no longer, or not yet, are started only by the confirmation of somebody: the old ones lapse. */
const takenUp = ({ life }: Series, { at, mayStart }: Who): Pick<SeriesLife, 'asksSince'> => {
  const asksSince = mayStart ? life.asksSince : at;
  return asksSince === undefined ? {} : { asksSince };
};

/** To come. More are a pause, or days without a start. */
const SKIPPED_MAX = 100;

/** With those that are past: a timer that is delivered late, or once more, still finds that its start was left out. */
const SKIPPED_KEPT = 2 * SKIPPED_MAX;

const skipping = ({ campaign, life }: Series, asked: { start: string }, { by, at }: Who): SeriesLife['skipped'] => {
  const next = nextStartOf({ campaign, life }, at);
  const start = new Date(asked.start).toISOString();
  if (life.skipped.filter((known) => known.start > at).length >= SKIPPED_MAX)
    throw new Problem(
      'invalid-input',
      `${SKIPPED_MAX} starts to come are left out already.`,
      'Pause the series, or name days without a start in its schedule.',
      { cause: 'tooManySkipped', limit: SKIPPED_MAX },
    );
  if (next.start === start) return [...life.skipped, { ...next, by, at }];
  throw new Problem(
    'conflict',
    `The next start of the series is ${next.start}, and not the one that was to be skipped.`,
    'Load the campaign again and skip its next start.',
    { cause: 'notTheNextStart', sendAt: next.start },
  );
};

type Change = Partial<SeriesLife> & { act: NonNullable<SeriesLife['changed']>['act'] };

const changeOf = (series: Series, asked: LifeAct, who: Who): Change => {
  const { life, campaign } = series;
  const { at } = who;
  switch (asked.act) {
    case 'arm': {
      // A new life: what was confirmed in an earlier one counts for nothing.
      const {
        asksSince: _known,
        lastStart: _last,
        lastOccurrence: _lastNamed,
        ...fresh
      } = { ...life, state: 'armed' as const, skipped: [], since: at };
      const asks = life.armedVersion > 0 ? { asksSince: at } : {};
      nextStartOf({ campaign, life: fresh }, at);
      return {
        act: 'armed',
        ...fresh,
        lastStart: undefined,
        lastOccurrence: undefined,
        ...asks,
        armedVersion: campaign.version,
      };
    }
    case 'pause':
      return { act: 'paused', state: 'paused' };
    case 'resume':
      nextStartOf(series, at);
      return { act: 'resumed', state: 'armed', since: at, ...takenUp(series, who) };
    case 'end':
      return { act: 'ended', state: 'ended' };
    case 'skip':
      return { act: 'startSkipped', skipped: skipping(series, asked, who) };
    case 'endAfter': {
      const last = lastStartOf(series, { after: asked.after, at });
      const isLater = life.lastStart !== undefined && last.lastStart > life.lastStart;
      return { act: 'endSet', ...last, ...(isLater && takenUp(series, who)) };
    }
  }
};

/**
 * The life of a series after somebody did this to it. Whoever may not start what nobody confirms can take it up again, and
 * its next run asks.
 * @throws Problem `invalid-input`, `wrong-state` or `conflict` when it cannot be done now
 */
export const changedLife = (series: Series, asked: LifeAct, who: Who): SeriesLife => {
  refuseUnfit(series, asked.act, who.at);
  const { life } = series;
  const { by, at, reason } = who;
  const { act, ...change } = changeOf(series, asked, who);
  const { lastStart, lastOccurrence, skipped, ...rest } = { ...life, ...change };
  const changed: SeriesLife = {
    ...rest,
    ...(lastStart !== undefined && { lastStart }),
    ...(lastOccurrence !== undefined && { lastOccurrence }),
    skipped: skipped.slice(-SKIPPED_KEPT),
    revision: life.revision + 1,
    changed: { act, by, at, ...(reason !== undefined && { reason }) },
  };
  return act === 'ended' ? endTold(changed, { campaignId: series.campaign.id, at, cause: 'byHand' }) : changed;
};
