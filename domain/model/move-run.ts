import { Problem } from '../http/problem.ts';
import type { Runs } from '../ports/runs.ts';
import type { Run } from './run.ts';
import type { RunEvent } from './run-event.ts';
import { transition } from './transition.ts';

/**
 * Writes what happens to a run. Undefined: somebody else moved it since it was read, who came first; nothing was written.
 * @throws Problem `wrong-state` when the event does not fit the state
 */
export const moveRun = async (
  ports: { runs: Pick<Runs, 'replace'> },
  run: Run,
  event: RunEvent,
): Promise<Run | undefined> => {
  const moved = transition(run, event);
  try {
    await ports.runs.replace(moved);
    return moved;
  } catch (error) {
    if (error instanceof Problem && error.code === 'conflict') return undefined;
    throw error;
  }
};
