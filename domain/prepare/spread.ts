import * as z from 'zod';
import { localTimeOf, type TimedRun } from '../calendar/recipient-time.ts';
import { instantOf } from '../calendar/zone-clock.ts';
import { Zone } from '../calendar/zone.ts';
import { pickedDays, rampDays } from '../model/ramp.ts';
import type { Schedule } from '../model/schedule.ts';
import { gapOf } from '../model/wave-gap.ts';
import type { RecipientZone, Wave, Waves } from '../model/waves.ts';
import { comparedText } from '../values/folded-text.ts';
import { hash64 } from '../values/hash.ts';

/** Somebody who gets a message, and by what their wave is found. */
type Person = { profileId: string; attributes: Record<string, string> };

/** What was found out about the time zones of people so far, for whoever goes on. */
export const ZonesFound = z.object({
  /** For so many people it is not known which zone they are in. */
  unknown: z.int(),
  /** Their time has passed already. */
  passed: z.int(),
});
export type ZonesFound = z.infer<typeof ZonesFound>;

/** Names the wave of somebody, in the order of the waves. Undefined: they are left out, for their time has passed. */
type WaveOf = (person: Person) => string | undefined;

/** Of a run with a test: first those in it, then all others. Who is in it is known when everybody was looked at. */
export const [TEST, REST] = [0, 1];

/** Of the waves that have no instants, from 0. */
export const nameOf = (wave: number): string => wave.toString().padStart(2, '0');

/** The name of those whose time has passed: before each instant. */
const AT_ONCE = '';

const attributeOf = ({ attributes }: Person, name: string): string =>
  (Object.hasOwn(attributes, name) ? (attributes[name] ?? '') : '').trim();

/**
 * A number from 0 to 2³², the same whenever the campaign is prepared, and another one than the control group's: so
 * waves are a random part of what it leaves.
 */
export const rankOf = (campaignId: string, profileId: string): number => hash64(`${campaignId}/wave/${profileId}`).high;

const byShare = (campaignId: string, percents: readonly number[]): WaveOf => {
  let sum = 0;
  const ends = percents.map((percent) => ((sum += percent) / 100) * 2 ** 32);
  return ({ profileId }) => {
    const rank = rankOf(campaignId, profileId);
    return nameOf(ends.findIndex((end) => rank < end));
  };
};

const byField = (attribute: string, values: readonly string[]): WaveOf => {
  const waves = new Map(values.map((value, wave) => [comparedText(value), nameOf(wave)]));
  return (person) => waves.get(comparedText(attributeOf(person, attribute))) ?? nameOf(values.length);
};

/** Who is picked by number is known when everybody was looked at: until then all are in the last wave. */
const byNumber = (numbers: readonly number[]): WaveOf => {
  const rest = nameOf(numbers.length);
  return () => rest;
};

const waveOf = (campaignId: string, { split }: Waves): WaveOf => {
  switch (split.by) {
    case 'share':
      return byShare(campaignId, split.percents);
    case 'field':
      return byField(split.attribute, split.values);
    case 'number':
      return byNumber(split.numbers);
    case 'ramp':
      return byNumber(pickedDays(split));
  }
};

/** `local`: the planned time of the wall clock, wherever somebody is. `now`: ISO 8601. */
const byZone = (
  { attribute, default: fallback, passed }: RecipientZone,
  { local, now, found }: { local: string; now: string; found: ZonesFound },
): WaveOf => {
  const known = new Map<string, string | undefined>();
  const instantIn = (zone: string): string => new Date(instantOf(local, zone)).toISOString();
  const ofFallback = instantIn(fallback);
  const lookUp = (name: string): string | undefined => {
    const { data: zone } = Zone.safeParse(name);
    return zone === undefined ? undefined : instantIn(zone);
  };
  return (person) => {
    const name = attributeOf(person, attribute);
    if (!known.has(name)) known.set(name, lookUp(name));
    const own = known.get(name);
    if (own === undefined) found.unknown += 1;
    const at = own ?? ofFallback;
    if (at > now) return at;
    found.passed += 1;
    return passed === 'leaveOut' ? undefined : AT_ONCE;
  };
};

/** `now`: when the run was begun, the same in each step of its preparation. ISO 8601. */
export type Spreading = TimedRun & { campaignId: string; now: string };

/** How the people of a run are spread over time; one for each preparation. */
export class Spread {
  /** Undefined: all go out together. */
  readonly waveOf: WaveOf | undefined;
  readonly found: ZonesFound;

  constructor(spreading: Spreading, found: ZonesFound = { unknown: 0, passed: 0 }) {
    const { campaignId, schedule, now } = spreading;
    const time = localTimeOf(spreading);
    this.found = { ...found };
    if (schedule.abTest) this.waveOf = () => nameOf(REST);
    else if (schedule.waves) this.waveOf = waveOf(campaignId, schedule.waves);
    else if (time) this.waveOf = byZone(time.recipientZone, { local: time.local, now, found: this.found });
  }
}

/** When the last wave begins at the earliest, of a run that begins at `starts`; epoch milliseconds. */
export const lastStartOf = (waves: readonly Wave[], schedule: Schedule, starts: number): number => {
  const gap = gapOf(schedule);
  return waves.reduce(
    (before, { at }, number) => (at === null ? before + (number > 0 ? gap : 0) : Date.parse(at)),
    starts,
  );
};

/** What a wave of this name waits for: names of instants are the instants themselves. */
const instantIn = (name: string): string | null => (z.iso.datetime().safeParse(name).success ? name : null);

type Placed = { wave: string; recipients: number };

/** How many are picked for each wave, of a run that is split so; undefined: nobody is. */
export const picksOf = ({ waves }: Schedule): readonly number[] | undefined => {
  if (waves?.split.by === 'number') return waves.split.numbers;
  return waves?.split.by === 'ramp' ? pickedDays(waves.split) : undefined;
};

/**
 * Of a ramp: the chunks of those who were not picked, on the days after, so that no day has more than it is to have.
 * What the days have no room for is on the last one, which `spreadChecks` then finds too large.
 */
export const onDays = <C extends Placed>(chunks: readonly C[], { waves }: Schedule): C[] => {
  if (waves?.split.by !== 'ramp') return [...chunks];
  const days = rampDays(waves.split);
  let day = pickedDays(waves.split).length;
  let room = days[day] ?? 0;
  const rest = nameOf(day);
  return chunks.map((chunk) => {
    if (chunk.wave !== rest) return chunk;
    while (chunk.recipients > room && day < days.length - 1) room = days[(day += 1)] ?? 0;
    room -= chunk.recipients;
    return { ...chunk, wave: nameOf(Math.min(day, days.length - 1)) };
  });
};

/** The waves that somebody is in, in their order, and which of them each chunk is of. */
export const wavesOf = <C extends Placed>(chunks: readonly C[]): { waves: Wave[]; numberOf: (chunk: C) => number } => {
  const names = [...new Set(chunks.map(({ wave }) => wave))].toSorted();
  const sizeOf = (name: string): number =>
    chunks.filter(({ wave }) => wave === name).reduce((sum, { recipients }) => sum + recipients, 0);
  const numbers = new Map(names.map((name, number) => [name, number]));
  return {
    waves: names.map((name) => ({ at: instantIn(name), recipients: sizeOf(name) })),
    numberOf: ({ wave }) => numbers.get(wave) ?? 0,
  };
};
