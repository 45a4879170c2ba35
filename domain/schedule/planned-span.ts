import { wallOf } from '../calendar/plan.ts';
import { millisecondsOf } from '../calendar/zone-clock.ts';
import type { Schedule } from '../model/schedule.ts';
import { gapOf } from '../model/wave-gap.ts';
import { faultsIn } from '../model/schedule-input.ts';
import { WAVES_MAX, type Waves } from '../model/waves.ts';

const MINUTE_MS = 60_000;
/** A wall clock comes to a time first in the zones that are furthest before UTC, and last in those furthest behind. */
const [EAST_MS, WEST_MS] = [14 * 60 * MINUTE_MS, 12 * 60 * MINUTE_MS];

/** How many waves people are split into. */
const wavesOf = ({ split }: Waves): number => {
  if (split.by === 'share') return split.percents.length;
  if (split.by === 'ramp') return WAVES_MAX;
  return (split.by === 'number' ? split.numbers : split.values).length + 1;
};

/** From the beginning of a run to that of its last wave, milliseconds; of a schedule that is sent in waves. */
export const wavesTake = (schedule: Schedule): number =>
  (schedule.waves ? wavesOf(schedule.waves) - 1 : 1) * gapOf(schedule);

/**
 * When a campaign with a date begins and when the last of it does, epoch milliseconds; before it is prepared nobody
 * knows in which zones its people are, so it is the longest that it can take. Undefined: it has no date, or one that cannot be.
 */
export const dateSpanOf = (schedule: Schedule): { from: number; to: number } | undefined => {
  if (schedule.mode !== 'onDate' || faultsIn(schedule).length > 0) return undefined;
  const { startSendingFrom, zone, recipientZone } = schedule;
  if (recipientZone) {
    const wall = wallOf(startSendingFrom) * MINUTE_MS;
    return { from: wall - EAST_MS, to: wall + WEST_MS };
  }
  const from = millisecondsOf(startSendingFrom, zone);
  return { from, to: from + wavesTake(schedule) };
};
