import { isTestWaiting, type AbResult } from './ab-test.ts';
import { BrakeCause, type Run, type RunIn } from './run.ts';
import type { RunEvent } from './run-event.ts';
import { gapOf } from './wave-gap.ts';
import { firstWave, nextWave } from './waves.ts';

/** What happens to a run from its first message to its last one. */
export const sendingStarted = (run: RunIn<'Scheduled'>, at: string): RunIn<'Sending'> => {
  const wave = firstWave(run.preparation.waves ?? [], at);
  return { ...run, state: 'Sending', sendingStartedAt: at, ...(wave && { wave }) };
};

const waveSent = (run: RunIn<'Sending'>, at: string): Run => {
  const { preparation, schedule } = run;
  // Hours of a test count from when it is out: what goes last is to be opened too.
  const gap = { gapMs: gapOf(schedule), ...(schedule.abTest && { from: at }) };
  const wave = run.wave && nextWave(preparation.waves ?? [], run.wave, gap);
  return { ...run, ...(wave && { wave }) };
};

/** Whoever decides second decides nothing: the rest has begun with what was decided first. */
const abTestDecided = (run: RunIn<'Sending'>, result: AbResult): Run =>
  run.abTest ? run : { ...run, abTest: result, ...(run.wave && { wave: { ...run.wave, begunAt: result.decidedAt } }) };

const abTestChosen = (run: RunIn<'Sending'>, result: AbResult): Run =>
  isTestWaiting(run)
    ? { ...run, abTest: result, ...(run.wave && { wave: { ...run.wave, notBefore: result.decidedAt } }) }
    : run;

const paused = (run: RunIn<'Sending'>, event: Extract<RunEvent, { type: 'paused' }>): Run => {
  const { at, by, cause, reason } = event;
  const { hold: _hold, ...rest } = run;
  return {
    ...rest,
    state: 'Paused',
    pausedAt: at,
    pausedBy: by,
    ...(cause !== undefined && { pauseCause: cause }),
    ...(reason !== undefined && { pauseReason: reason }),
  };
};

type SendingEvent = Extract<
  RunEvent,
  { type: 'paused' | 'held' | 'waveSent' | 'waveBegun' | 'abTestDecided' | 'abTestChosen' | 'finished' }
>;

const sendingEvents: readonly string[] = [
  'paused',
  'held',
  'waveSent',
  'waveBegun',
  'abTestDecided',
  'abTestChosen',
  'finished',
] satisfies SendingEvent['type'][];

export const isOfSending = (event: RunEvent): event is SendingEvent => sendingEvents.includes(event.type);

export const whileSending = (run: RunIn<'Sending'>, event: SendingEvent): Run => {
  switch (event.type) {
    case 'paused':
      return paused(run, event);
    case 'held':
      return { ...run, hold: { cause: 'quota', until: event.until } };
    case 'waveSent':
      return waveSent(run, event.at);
    case 'waveBegun':
      return { ...run, ...(run.wave && { wave: { ...run.wave, begunAt: event.at } }) };
    case 'abTestDecided':
      return abTestDecided(run, event.result);
    case 'abTestChosen':
      return abTestChosen(run, event.result);
    case 'finished':
      return { ...run, state: 'Finished', finishedAt: event.at };
  }
};

export const resumed = (run: RunIn<'Paused'>, at: string): Run => {
  const { pausedAt: _at, pausedBy: _by, pauseReason: _reason, pauseCause, ...rest } = run;
  const { data: answered } = BrakeCause.safeParse(pauseCause);
  const released = new Set([...(run.brakesReleased ?? []), ...(answered ? [answered] : [])]);
  const wave = rest.wave?.begunAt === undefined ? rest.wave : { ...rest.wave, begunAt: at };
  return {
    ...rest,
    state: 'Sending',
    ...(wave && { wave }),
    ...(released.size > 0 && { brakesReleased: [...released] }),
  };
};
