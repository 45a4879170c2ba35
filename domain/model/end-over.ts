import { isOver } from '../calendar/validity.ts';
import type { Audit } from '../ports/audit.ts';
import type { Clock } from '../ports/clock.ts';
import type { Runs } from '../ports/runs.ts';
import { moveRun } from './move-run.ts';
import type { Run } from './run.ts';

type Ports = { runs: Pick<Runs, 'get' | 'replace'>; audit: Pick<Audit, 'append'>; clock: Clock };

/**
 * Ends a run that is released and whose validity is over; one that still asks has its deadline by then. Answers the run
 * as it is now: whoever moved it meanwhile came first.
 */
export const endOver = async (ports: Ports, run: Run): Promise<Run> => {
  const isReleased = run.state === 'Scheduled' || run.state === 'Sending' || run.state === 'Paused';
  if (!isReleased || !isOver(run, ports.clock())) return run;
  const at = new Date(ports.clock()).toISOString();
  const ended = await moveRun(ports, run, { type: 'stopped', at, by: null, cause: 'validityOver' });
  if (!ended) return (await ports.runs.get(run.id)) ?? run;
  await ports.audit.append({ at, runId: run.id, what: 'validityOver', by: null });
  return ended;
};
