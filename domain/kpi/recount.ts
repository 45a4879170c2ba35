import { addCounters, counterNames, zeroCounters, type Counters } from '../model/figures.ts';
import type { Recount, RecountIn } from '../model/recount.ts';
import type { RecountView, StatsReport } from './api.ts';

/** While events arrive, counters and rows are never of one instant: at most so many passes until they agree. */
const PASSES = 5;

/**
 * Calls of one recount: it costs at most so many times the four minutes of one. Lambda itself stops a function
 * that calls itself about sixteen times (developer guide, "recursive loop detection").
 */
const SLICES = 12;

/** Progress is saved every few seconds, and Lambda tries a failed call again after one and two minutes. */
const ABANDONED_MS = 5 * 60_000;

type Counting = RecountIn<'counting'>;

/** The next version of what was `known`; everything is still to be counted. */
export const begun = (
  asked: Pick<Counting, 'runId' | 'askedBy' | 'origin' | 'askedAt' | 'chunks' | 'before' | 'base'>,
  known: Recount | undefined,
): Counting => ({
  ...asked,
  state: 'counting',
  version: (known?.version ?? 0) + 1,
  movedAt: asked.askedAt,
  counted: 0,
  pass: 1,
  slices: 1,
  sum: zeroCounters(),
});

/** Chunks that come next, at most so many; none: the pass is over. */
export const nextChunks = ({ counted, chunks }: Counting, atMost: number): number[] =>
  Array.from({ length: Math.min(atMost, chunks - counted) }, (_, index) => counted + index);

/** `part`: what the messages of the next `chunks` chunks add up to. Not saved yet. */
export const withCounted = (recount: Counting, part: Counters, chunks: number): Counting => ({
  ...recount,
  counted: recount.counted + chunks,
  sum: addCounters(recount.sum, part),
});

const given = <R extends Recount>(recount: R): R => ({ ...recount, version: recount.version + 1 });

/** As it is written down. */
export const saved = (recount: Counting, at: string): Counting => given({ ...recount, movedAt: at });

/** What stays the same whatever becomes of it. */
const askedOf = ({ runId, version, askedBy, origin, askedAt, chunks, before }: Counting) => ({
  runId,
  version,
  askedBy,
  origin,
  askedAt,
  chunks,
  before,
});

const gaveUp = (recount: Counting, why: RecountIn<'gaveUp'>['why'], at: string): RecountIn<'gaveUp'> =>
  given({ ...askedOf(recount), state: 'gaveUp', counted: recount.counted, gaveUpAt: at, why });

const isSame = (one: Counters, other: Counters): boolean => counterNames.every((name) => one[name] === other[name]);

/**
 * After the last chunk: if the counters stood still meanwhile, what they lack is known; otherwise once more.
 * @param counters as they are now
 */
export const judged = (
  recount: Counting,
  counters: Counters,
  at: string,
): Counting | RecountIn<'mended'> | RecountIn<'gaveUp'> => {
  if (!isSame(recount.base, counters)) {
    if (recount.pass >= PASSES) return gaveUp(recount, 'busy', at);
    return given({
      ...recount,
      movedAt: at,
      counted: 0,
      pass: recount.pass + 1,
      base: counters,
      sum: zeroCounters(),
    });
  }
  const { base, sum } = recount;
  return given({ ...askedOf(recount), state: 'mended', computedAt: at, base, sum });
};

/** What the counters lacked. */
export const deltaOf = ({ base, sum }: Pick<Counting, 'base' | 'sum'>): Counters => addCounters(sum, base, -1);

/** Another call goes on with it. */
export const continued = (recount: Counting, at: string): Counting | RecountIn<'gaveUp'> =>
  recount.slices >= SLICES
    ? gaveUp(recount, 'tooLong', at)
    : given({ ...recount, movedAt: at, slices: recount.slices + 1 });

/** It should have gone on and did not: the next request continues it. */
export const isAbandoned = (recount: Recount, now: number): boolean => {
  if (recount.state === 'counting') return now - Date.parse(recount.movedAt) > ABANDONED_MS;
  return recount.state === 'mended' && now - Date.parse(recount.computedAt) > ABANDONED_MS;
};

/** Counters that differed. */
export const differing = (recount: Pick<Counting, 'base' | 'sum'>): Record<string, number> => {
  const delta = deltaOf(recount);
  return Object.fromEntries(counterNames.filter((name) => delta[name] !== 0).map((name) => [name, delta[name]]));
};

export const reportOf = (recount: RecountIn<'done'>): StatsReport => ({
  before: recount.before,
  after: recount.after,
  difference: differing(recount),
  corrected: counterNames
    .filter((name) => recount.base[name] !== recount.sum[name])
    .map((counter) => ({ counter, before: recount.base[counter], after: recount.sum[counter] })),
  computedAt: recount.computedAt,
  computedBy: recount.askedBy.name,
  durationMs: Date.parse(recount.computedAt) - Date.parse(recount.askedAt),
});

/** Of chunks; a whole number that is 100 only when all are counted. */
const percentOf = (counted: number, chunks: number): number =>
  chunks === 0 ? 100 : Math.floor((counted / chunks) * 100);

export const viewOf = (recount: Recount | undefined, now: number): RecountView => {
  if (!recount) return { state: 'none' };
  const asked = { since: recount.askedAt, askedBy: recount.askedBy.name };
  switch (recount.state) {
    case 'counting':
    case 'mended': {
      const counted = recount.state === 'counting' ? recount.counted : recount.chunks;
      return {
        state: isAbandoned(recount, now) ? 'abandoned' : 'counting',
        ...asked,
        percent: percentOf(counted, recount.chunks),
        pass: recount.state === 'counting' ? recount.pass : 1,
      };
    }
    case 'done':
      return { state: 'done', ...asked, report: reportOf(recount) };
    case 'gaveUp':
      return {
        state: 'gaveUp',
        ...asked,
        gaveUpAt: recount.gaveUpAt,
        percent: percentOf(recount.counted, recount.chunks),
        why: recount.why,
      };
  }
};
