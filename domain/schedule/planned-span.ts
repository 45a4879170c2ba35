import { wallOf } from '../calendar/plan.ts';
import { leadOf } from '../calendar/recipient-time.ts';
import { WORLD_MS, worldOf } from '../calendar/world-time.ts';
import { millisecondsOf } from '../calendar/zone-clock.ts';
import type { Schedule } from '../model/schedule.ts';
import { gapOf } from '../model/wave-gap.ts';
import { faultsIn } from '../model/schedule-input.ts';
import { WAVES_MAX, type Waves } from '../model/waves.ts';

/** How many waves people are split into. */
const wavesOf = ({ split }: Waves): number => {
  if (split.by === 'share') return split.percents.length;
  if (split.by === 'ramp') return WAVES_MAX;
  return (split.by === 'number' ? split.numbers : split.values).length + 1;
};

/** From the beginning of a run to that of its last wave, milliseconds; of a schedule that is sent in waves, or a series by zone. */
export const wavesTake = (schedule: Schedule): number =>
  leadOf(schedule) > 0 ? WORLD_MS : (schedule.waves ? wavesOf(schedule.waves) - 1 : 1) * gapOf(schedule);

/**
 * When a campaign with a date begins and when the last of it does, epoch milliseconds; before it is prepared nobody
 * knows in which zones its people are, so it is the longest that it can take. Undefined: it has no date, or one that cannot be.
 */
export const dateSpanOf = (schedule: Schedule): { from: number; to: number } | undefined => {
  if (schedule.mode !== 'onDate' || faultsIn(schedule).length > 0) return undefined;
  const { startSendingFrom, zone, recipientZone } = schedule;
  if (recipientZone) return worldOf(wallOf(startSendingFrom));
  const from = millisecondsOf(startSendingFrom, zone);
  return { from, to: from + wavesTake(schedule) };
};
