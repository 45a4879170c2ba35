import type { Run } from './run.ts';
import { gapOf } from './wave-gap.ts';
import type { WaveUnderway, WaveView } from './waves.ts';

/** The wave that the run is at, and when it begins or began; before it is sent, the first one. */
const currentOf = (run: Run): Partial<WaveUnderway> & { number: number } => {
  if ('wave' in run && run.wave) return run.wave;
  const notBefore = 'startAt' in run ? run.startAt : run.sendAt;
  return { number: 0, ...(notBefore !== undefined && { notBefore }) };
};

const stateOf = (run: Run, number: number, current: Partial<WaveUnderway> & { number: number }): WaveView['state'] => {
  if (run.state === 'Finished' || number < current.number) return 'sent';
  return number === current.number && current.begunAt !== undefined ? 'sending' : 'waiting';
};

/** The waves of a run, each with its time: of those to come the earliest that is known now. */
export const showWaves = (run: Run): WaveView[] => {
  const waves = ('preparation' in run ? run.preparation?.waves : undefined) ?? [];
  const gap = gapOf(run.schedule);
  const current = currentOf(run);
  const from = current.begunAt ?? current.notBefore;
  return waves.map(({ at, recipients }, number) => {
    const later = number - current.number;
    const planned = from === undefined || later < 0 ? null : new Date(Date.parse(from) + later * gap).toISOString();
    return {
      recipients,
      notBefore: at ?? planned,
      begunAt: (later === 0 ? current.begunAt : undefined) ?? null,
      state: stateOf(run, number, current),
    };
  });
};
