import { contribution } from '../model/facts.ts';
import { CHUNK_SIZE, type Chunk } from '../model/manifest.ts';
import type { MessageRow } from '../model/message.ts';
import { profileMarks, type CampaignProfiles, type ProfileCount, type ProfileCountIn } from '../model/profile-count.ts';
import type { Run } from '../model/run.ts';
import type { SeenKeys } from '../values/seen-keys.ts';
import type { ProfilesView } from './api.ts';

/** Calls of one count: it costs at most so many times the four minutes of one (see domain/kpi/recount.ts). */
const SLICES = 12;

/** A call of five minutes is tried again after one and two more. */
const ABANDONED_MS = 15 * 60_000;

type Counting = ProfileCountIn<'counting'>;

const countable = (run: Run): Counting['runs'] =>
  'sendingStartedAt' in run && 'preparation' in run && run.preparation
    ? [{ runId: run.id, prefix: run.preparation.prefix, chunks: run.preparation.chunks }]
    : [];

/** The next version of what was `known`; everything is still to be counted. */
export const begunCount = (
  asked: Pick<Counting, 'campaignId' | 'askedBy' | 'askedAt'>,
  runs: readonly Run[],
  known: ProfileCount | undefined,
): Counting => ({
  ...asked,
  state: 'counting',
  version: (known?.version ?? 0) + 1,
  movedAt: asked.askedAt,
  runs: runs.flatMap(countable),
  run: 0,
  chunk: 0,
  forgottenRuns: 0,
  slices: 1,
  seen: null,
});

/** The run that comes next and some of its chunks; undefined: all are counted. */
export const nextInRuns = (
  { runs, run, chunk }: Counting,
  atMost: number,
): (Counting['runs'][number] & { next: number[] }) | undefined => {
  const current = runs[run];
  if (!current) return undefined;
  const next = Array.from({ length: Math.min(atMost, current.chunks - chunk) }, (_, index) => chunk + index);
  return { ...current, next };
};

const nextRun = (count: Counting): Counting => ({ ...count, run: count.run + 1, chunk: 0 });

/** After so many chunks of the current run. */
export const withChunks = (count: Counting, chunks: number): Counting => {
  const chunk = count.chunk + chunks;
  return chunk >= (count.runs[count.run]?.chunks ?? 0) ? nextRun(count) : { ...count, chunk };
};

/** The people of the current run are deleted. */
export const withForgotten = (count: Counting): Counting => ({
  ...nextRun(count),
  forgottenRuns: count.forgottenRuns + 1,
});

/** Marks what the messages of a chunk mean for their profiles. Doing it twice changes nothing. */
export const markChunk = (seen: SeenKeys, chunk: Chunk, rows: readonly MessageRow[]): void => {
  for (const { number, lines } of rows) {
    const recipient = chunk.recipients[number - chunk.chunk * CHUNK_SIZE];
    const counted = contribution(lines);
    if (recipient && counted.delivered > 0)
      seen.mark(
        recipient.profileId,
        profileMarks.reduce((bits, name, place) => (counted[name] > 0 ? bits | (1 << place) : bits), 0),
      );
  }
};

const markedIn = (seen: SeenKeys, name: (typeof profileMarks)[number]): number =>
  seen.marked(1 << profileMarks.indexOf(name));

export const profilesIn = (count: Counting, seen: SeenKeys, asOf: string): CampaignProfiles => ({
  campaignId: count.campaignId,
  asOf,
  runs: count.runs.length - count.forgottenRuns,
  forgottenRuns: count.forgottenRuns,
  delivered: markedIn(seen, 'delivered'),
  opened: markedIn(seen, 'opened'),
  openedByHuman: markedIn(seen, 'openedByHuman'),
  clicked: markedIn(seen, 'clicked'),
  clickedByHuman: markedIn(seen, 'clickedByHuman'),
  unsubscribed: markedIn(seen, 'unsubscribed'),
  complained: markedIn(seen, 'complained'),
});

const askedOf = ({ campaignId, version, askedBy, askedAt }: Counting) => ({
  campaignId,
  version: version + 1,
  askedBy,
  askedAt,
});

export const doneCount = (count: Counting, profiles: CampaignProfiles): ProfileCountIn<'done'> => ({
  ...askedOf(count),
  state: 'done',
  profiles,
});

const percentOf = ({ runs, run, chunk }: Counting): number => {
  const chunksOf = (some: Counting['runs']): number => some.reduce((sum, one) => sum + one.chunks, 0);
  const all = chunksOf(runs);
  return all === 0 ? 100 : Math.floor((100 * (chunksOf(runs.slice(0, run)) + chunk)) / all);
};

/** Another call goes on with it, from the profiles seen so far. */
export const handedOverCount = (
  count: Counting,
  seen: string | null,
  at: string,
): Counting | ProfileCountIn<'gaveUp'> =>
  count.slices >= SLICES
    ? { ...askedOf(count), state: 'gaveUp', percent: percentOf(count) }
    : { ...count, version: count.version + 1, movedAt: at, slices: count.slices + 1, seen };

export const isLeft = ({ movedAt }: Counting, now: number): boolean => now - Date.parse(movedAt) > ABANDONED_MS;

export const viewOfCount = (count: ProfileCount | undefined, now: number): ProfilesView => {
  if (!count) return { state: 'none' };
  const asked = { since: count.askedAt, askedBy: count.askedBy.name };
  switch (count.state) {
    case 'counting':
      return { ...asked, state: isLeft(count, now) ? 'abandoned' : 'counting', percent: percentOf(count) };
    case 'done':
      return { ...asked, state: 'done', profiles: count.profiles };
    case 'gaveUp':
      return { ...asked, state: 'gaveUp', percent: count.percent };
  }
};
