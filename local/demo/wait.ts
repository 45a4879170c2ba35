import { setTimeout as pause } from 'node:timers/promises';
import { RunView } from '../../domain/model/run-view.ts';
import type { RunState } from '../../domain/model/run.ts';
import type { Api } from './api.ts';

const patienceMs = 120_000;

/** What was waited for did not happen in its time. */
export class NotInTime extends Error {}

/**
 * Each look is a call of a Lambda, which takes its core from what is waited for: the longer that takes, the less often.
 * Nobody waits a tenth longer than needed.
 */
const untilNextLook = (waitedMs: number, everyMs: number): number =>
  Math.max(everyMs, Math.min(waitedMs / 10, 1000));

/** Polls `look` until it gives something. @throws NotInTime that says what was waited for */
export const waitFor = async <T>(
  what: string,
  look: () => Promise<T | undefined>,
  ms = patienceMs,
  everyMs = 100,
): Promise<T> => {
  const begun = Date.now();
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    const waited = Date.now() - begun;
    if (waited > ms) throw new NotInTime(`${what} did not happen within ${ms / 1000} s`);
    await pause(untilNextLook(waited, everyMs));
  }
};

/** @throws Error when the run reaches another state from which it cannot get there */
export const waitForState = async (api: Api, runId: string, states: readonly RunState[]): Promise<RunView> =>
  waitFor(`The run to be ${states.join(' or ')}`, async () => {
    const run = await api.get(`/runs/${runId}`, RunView);
    if (states.includes(run.state)) return run;
    if (run.state === 'PreparationFailed' || run.endedAt !== null)
      throw new Error(`the run is ${run.state}: ${JSON.stringify(run.checks.filter((c) => c.verdict === 'blocking'))}`);
    return undefined;
  });
