import * as z from 'zod';
import { StoredZone, Zone } from '../calendar/zone.ts';
import { comparedText } from '../values/folded-text.ts';
import { Attribute } from './audience-filter.ts';

/** With fewer, what a wave came to would not be seen before the next one goes. */
const GAP_MIN = 10;
/** Minutes. */
export const DAY_MIN = 24 * 60;
/** What is frozen of people is kept for a month longer than a run may wait. */
const GAP_MAX = DAY_MIN;
export const WAVES_MAX = 20;
/** Those who are picked by number are held in memory until everybody was looked at. */
export const PICKED_MAX = 50_000;

const percents = z
  .array(z.int().min(1).max(99))
  .min(2, 'takes at least two waves')
  .max(WAVES_MAX)
  .refine((shares) => shares.reduce((sum, share) => sum + share, 0) === 100, 'does not add up to 100');

const numbers = z
  .array(z.int().min(1))
  .min(1, 'takes at least one wave before the rest')
  .max(WAVES_MAX - 1)
  .refine((counts) => counts.reduce((sum, count) => sum + count, 0) <= PICKED_MAX, {
    message: `is at most ${PICKED_MAX.toLocaleString('en')} together; take shares for more`,
  });

const isDistinct = (values: readonly string[]): boolean => new Set(values.map(comparedText)).size === values.length;

const values = z
  .array(z.string().trim().min(1).max(200))
  .min(1, 'takes at least one wave before the rest')
  .max(WAVES_MAX - 1)
  .refine(isDistinct, 'names a value twice');

/** A wave a day: `first` messages on the first one, and on each later one so many per cent more than on the day before. */
export const RampSplit = z.strictObject({
  by: z.literal('ramp'),
  first: z.int().min(10).max(PICKED_MAX),
  growthPercent: z.int().min(10).max(300),
});
export type Ramp = z.infer<typeof RampSplit>;

/** Who belongs to which wave. */
const WaveSplit = z.discriminatedUnion('by', [
  /** Per cent of all, picked at random. */
  z.strictObject({ by: z.literal('share'), percents }),
  /** So many in each wave, picked at random; the rest in a last one. */
  z.strictObject({ by: z.literal('number'), numbers }),
  /** Who has which value of an attribute, without regard to case; everybody else in a last wave. */
  z.strictObject({ by: z.literal('field'), attribute: Attribute, values }),
  /** For a new domain or address that receivers do not know yet; picked at random. */
  RampSplit,
]);

export const Waves = z
  .strictObject({
    split: WaveSplit,
    gapMinutes: z.int().min(GAP_MIN).max(GAP_MAX).describe('From the beginning of a wave to that of the next one'),
  })
  .refine(({ split, gapMinutes }) => split.by !== 'ramp' || gapMinutes === DAY_MIN, {
    message: `of a ramp is a day: ${DAY_MIN}`,
    path: ['gapMinutes'],
  })
  .describe(
    'Sent in waves one after the other, each only when the one before it is out, the brake is off and nobody paused the run',
  );
export type Waves = z.infer<typeof Waves>;

const passed = z
  .enum(['atOnce', 'leaveOut'])
  .describe('What becomes of people whose time has passed already when it is prepared');

export const RecipientZone = z
  .strictObject({ attribute: Attribute, default: Zone, passed })
  .describe(
    'The planned time is meant where each person is, by an attribute that names an IANA time zone; whose it does not is sent to by `default`. Of a series each start, a day before which its run is prepared',
  );
export const StoredRecipientZone = z.object({ attribute: Attribute, default: StoredZone, passed });
export type RecipientZone = z.infer<typeof StoredRecipientZone>;

/** A part of a run: who is in it goes out together, and not before its time. */
export const Wave = z.object({
  /** The instant that it waits for; null: it follows the beginning of the one before by a gap, or goes when the run begins. */
  at: z.iso.datetime().nullable(),
  recipients: z.int().min(1),
});
export type Wave = z.infer<typeof Wave>;

/** Which wave of a run is being sent or is next, of one that has several. */
export const WaveUnderway = z.object({
  /** From 0. */
  number: z.int().min(0),
  notBefore: z.iso.datetime(),
  /** When it began, or went on after a pause: from then on the gap counts. Absent: it waits. */
  begunAt: z.iso.datetime().optional(),
});
export type WaveUnderway = z.infer<typeof WaveUnderway>;

/** A wave as the API shows it. */
export const WaveView = Wave.omit({ at: true })
  .extend({
    /** When it begins, or begins at the earliest as far as that is known; null: nobody has confirmed it yet. */
    notBefore: z.iso.datetime().nullable(),
    begunAt: z.iso.datetime().nullable(),
    state: z.enum(['waiting', 'sending', 'sent']),
  })
  .meta({ id: 'WaveView' });
export type WaveView = z.infer<typeof WaveView>;

/** When the wave after this one may begin, so long after `from`; undefined: there is none. */
export const nextWave = (
  waves: readonly Wave[],
  current: WaveUnderway,
  { gapMs, from = current.begunAt ?? current.notBefore }: { gapMs: number; from?: string | undefined },
): WaveUnderway | undefined => {
  const next = waves[current.number + 1];
  if (!next) return undefined;
  const after = Date.parse(from) + gapMs;
  return { number: current.number + 1, notBefore: next.at ?? new Date(after).toISOString() };
};

/** Does the wave that comes next wait for its time? */
export const isWaiting = (wave: WaveUnderway | undefined, now: string): boolean =>
  wave !== undefined && wave.begunAt === undefined && wave.notBefore > now;

/** The first wave of a run that begins at `at`. */
export const firstWave = ([first]: readonly Wave[], at: string): WaveUnderway | undefined => {
  if (!first) return undefined;
  const notBefore = first.at ?? at;
  return { number: 0, notBefore, ...(notBefore <= at && { begunAt: at }) };
};

/** Recipients up to and with this wave. */
export const dueUpTo = (waves: readonly Wave[], number: number): number =>
  waves.slice(0, number + 1).reduce((sum, { recipients }) => sum + recipients, 0);
