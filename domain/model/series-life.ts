import * as z from 'zod';
import { isLaterStart, isSameStart, OccurrenceId, type NamedStart } from '../calendar/occurrence-id.ts';
import { Person } from '../people/people.ts';
import { Unpublished, type SeriesEnd } from './stage-event.ts';

/** `draft`: nobody armed it, or it was another kind of campaign in between. */
export const seriesStates = ['draft', 'armed', 'paused', 'ended'] as const;
export const seriesActs = ['armed', 'paused', 'resumed', 'startSkipped', 'endSet', 'ended'] as const;

/** Who did what to a series last, and why. */
const SeriesChange = z.object({
  act: z.enum(seriesActs),
  by: Person,
  at: z.iso.datetime(),
  reason: z.string().optional(),
});

/** A start that somebody took out. */
export const SkippedStart = z
  .object({
    start: z.iso.datetime(),
    /** Absent of one that was stored before: its instant tells which. */
    occurrence: OccurrenceId.optional(),
    by: Person,
    at: z.iso.datetime(),
  })
  .meta({ id: 'SkippedStart' });

/**
 * Whether the timer of a series starts runs. Kept beside its campaign and with a number of its own: what is done to the
 * series is no edit of what it says, so it voids no confirmation.
 */
export const SeriesLife = z.object({
  state: z.enum(seriesStates),
  /** Raised by each change; each write, and the beginning of the run of a start, is conditional on it. 0: nothing is stored. */
  revision: z.int().min(0),
  /** The version of the campaign that was armed. */
  armedVersion: z.int().min(0),
  /** Armed or resumed then: no start at or before it is one of the series. */
  since: z.iso.datetime(),
  /** No start comes after this one; absent: as the schedule says. */
  lastStart: z.iso.datetime().optional(),
  /** The same as the planned time on the clock of the zone. Absent of a series every few minutes, and of what was stored before. */
  lastOccurrence: OccurrenceId.optional(),
  skipped: z.array(SkippedStart),
  /** A confirmation that was given until then lets no run go out unasked. */
  asksSince: z.iso.datetime().optional(),
  changed: SeriesChange.optional(),
  /** The last start after which its schedule has none, once that was told. */
  ranOut: z.iso.datetime().optional(),
  /** What happened to it and is not on the bus of the stage yet. */
  unpublished: z.array(Unpublished).optional(),
});
export type SeriesLife = z.infer<typeof SeriesLife>;

/** Why the run of a start does not go out. */
export type StartBar = 'seriesPaused' | 'seriesEnded' | 'startSkipped';

/** Does the series end before this start? */
export const isAfterLast = (
  { lastStart, lastOccurrence }: Pick<SeriesLife, 'lastStart' | 'lastOccurrence'>,
  start: NamedStart,
): boolean => lastStart !== undefined && isLaterStart(start, { start: lastStart, occurrence: lastOccurrence });

/** May the run of this start begin, or be sent? Undefined: it may. */
export const barOfStart = (life: SeriesLife, start: NamedStart): StartBar | undefined => {
  if (life.state === 'paused') return 'seriesPaused';
  if (life.state !== 'armed') return 'seriesEnded';
  if (life.skipped.some((skipped) => isSameStart(skipped, start))) return 'startSkipped';
  if (isAfterLast(life, start)) return 'seriesEnded';
  return start.start <= life.since ? 'seriesPaused' : undefined;
};

/** Why this run is not sent; undefined: it may be. One that somebody prepared besides the starts is in nobody's way. */
export const barOfRun = (
  life: SeriesLife | undefined,
  { start, occurrence }: { start?: string | undefined; occurrence?: string | undefined },
): StartBar | undefined => (life && start !== undefined ? barOfStart(life, { start, occurrence }) : undefined);

/** The life with its end told of, whoever or whatever ended it; in the write that ends it. */
export const endTold = (
  life: SeriesLife,
  { campaignId, at, ...data }: { campaignId: string; at: string } & SeriesEnd,
): SeriesLife => ({
  ...life,
  unpublished: [
    ...(life.unpublished ?? []),
    { id: `${campaignId}.series.${life.revision}`, type: 'series.ended', at, data },
  ],
});
