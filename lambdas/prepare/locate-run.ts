import { found } from '../../domain/http/find.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { deadlineOf, isLate } from '../../domain/calendar/lateness.ts';
import { endOver } from '../../domain/model/end-over.ts';
import { chunkListOf, locate, waitsUntil } from '../../domain/prepare/locate.ts';
import { moveRun } from '../../domain/model/move-run.ts';
import { roundOf } from '../../domain/model/open-question.ts';
import type { Run, RunIn } from '../../domain/model/run.ts';
import type { Located } from '../../domain/model/steps.ts';

type LocatePorts = { runs: Pick<Runs, 'get' | 'replace'>; audit: Pick<Audit, 'append'>; clock: Clock };

/**
 * The planned time is no bound of the new question: it is past. The approvers are asked when the machine comes to
 * the gate. Somebody who stops, edits or withdraws at the same moment comes first.
 */
const askAgain = async (ports: LocatePorts, late: RunIn<'Scheduled'>, at: string): Promise<Run> => {
  const deadline = deadlineOf({ ...late, missedStart: late.startAt }, late.preparation.policy, at);
  const run = await moveRun(ports, late, { type: 'startMissed', at, deadline });
  if (!run) return found(await ports.runs.get(late.id), 'run');
  const facts = { due: run.missedStart ?? late.startAt, round: roundOf(run) };
  await ports.audit.append({ at, runId: run.id, what: 'startMissed', by: null, facts });
  return run;
};

/**
 * "Where is the run?": the machine's first question, and the one that it asks after every wait. A run whose time
 * to send has passed meanwhile, in an outage, does not go out in silence: it is put back to its gate. One whose validity
 * is over ends.
 */
export const locateRun =
  (ports: LocatePorts) =>
  async ({ runId }: { runId: string }): Promise<Located> => {
    const known = found(await ports.runs.get(runId), 'run');
    const now = new Date(ports.clock()).toISOString();
    const kept = await endOver(ports, known);
    const run = isLate(kept, now) ? await askAgain(ports, kept, now) : kept;
    return {
      runId,
      position: locate(run, now),
      state: run.state,
      startAt: waitsUntil(run, now),
      chunkListKey: chunkListOf(run),
    };
  };
