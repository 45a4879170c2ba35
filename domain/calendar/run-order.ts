import { hasEnded } from '../model/run-end.ts';
import type { Run } from '../model/run.ts';
import { isLaterStart } from './occurrence-id.ts';
import { wallOf } from './plan.ts';
import { localTimeOf } from './recipient-time.ts';
import { WORLD_MS } from './world-time.ts';
import { isPending, startOf } from './series.ts';

const MINUTE_MS = 60_000;

/** Between two days a zone changes its clocks by less. */
const CLOCKS_MS = 2 * 60 * MINUTE_MS;

/**
 * Does a run that is under way keep the next start of its series from beginning one? Of a series by the time zone of each
 * person it does not while its own time is still coming somewhere: that lasts longer than a day, and `isBehind` keeps the
 * order in which each person gets them.
 */
export const holdsUp = (run: Run, now: string): boolean => {
  if (!isPending(run, now)) return false;
  const own = localTimeOf(run) && startOf(run);
  return own === undefined || Date.parse(own.start) + WORLD_MS <= Date.parse(now);
};

/** From when on the people of a run are still to get it, epoch milliseconds: of its wave that is being sent or comes next. */
const openFrom = (run: Run): number => {
  const waves = ('preparation' in run ? run.preparation?.waves : undefined) ?? [];
  const at = waves[('wave' in run ? run.wave?.number : undefined) ?? 0]?.at;
  // Whose time has passed is sent to at once, wherever they are.
  return Date.parse(at ?? startOf(run)?.start ?? run.createdAt);
};

/**
 * Would people get a run at `at` (ISO 8601) before they got this earlier one of their series? Both are meant for a time
 * where each person is, so whoever gets one now was to get the other as long before as the two times are apart.
 */
export const isBehind = (earlier: Run, run: Run, at: string): boolean => {
  const [before, own] = [localTimeOf(earlier), localTimeOf(run)];
  const [start, later] = [startOf(earlier), startOf(run)];
  if (!before || !own || !start || !later || hasEnded(earlier) || !isLaterStart(later, start)) return false;
  const apart = (wallOf(own.local) - wallOf(before.local)) * MINUTE_MS;
  return openFrom(earlier) <= Date.parse(at) - apart + CLOCKS_MS;
};
