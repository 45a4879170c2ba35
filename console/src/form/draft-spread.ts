import type { Schedule } from '../../../domain/model/schedule.ts';

/** Over which time a campaign is spread, and until when it is valid, while it is written. */
export type SpreadDraft = { validBy: 'none' | 'time' | 'hours'; validUntil: string; validHours: string };

const noSpread: SpreadDraft = { validBy: 'none', validUntil: '', validHours: '' };

export const spreadFields = (schedule?: Schedule): SpreadDraft & { zone?: string } => {
  const validity = schedule?.validity;
  if (!validity) return noSpread;
  if (validity.by === 'hours') return { ...noSpread, validBy: 'hours', validHours: String(validity.hours) };
  const zone = schedule.mode === 'onceConfirmed' ? { zone: validity.zone } : {};
  return { ...noSpread, ...zone, validBy: 'time', validUntil: validity.until };
};

/** `zone`: the one of the schedule, or the one that is chosen beside the time. A series has no time that is meant for each of its runs. */
export const spreadOf = ({ validBy, validUntil, validHours }: SpreadDraft, mode: string, zone: string): object => {
  if (validBy === 'none') return {};
  const isTime = validBy === 'time' && mode !== 'recurring';
  const validity = isTime ? { by: 'time', until: validUntil, zone } : { by: 'hours', hours: Number(validHours) };
  return { validity };
};
