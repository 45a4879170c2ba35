import { found } from '../../domain/http/find.ts';
import type { Gates } from '../../domain/ports/gates.ts';
import type { Timers } from '../../domain/ports/timers.ts';
import { askEverybody, type AskPorts } from './ask-approvers.ts';
import { expireRun } from './expire-run.ts';

export type OpenGatePorts = AskPorts & { gates: Gates; timers: Timers };

/**
 * The gate of a run: keeps the task token, then asks the approvers once. A machine that comes a second
 * time (after a lost execution) brings a new token and finds the links still good. A run that moved on
 * before its gate was open lets the machine through at once.
 */
export const openGate =
  (ports: OpenGatePorts) =>
  async ({ runId, taskToken }: { runId: string; taskToken: string }): Promise<void> => {
    await ports.gates.keep(runId, taskToken);
    // A machine that comes late, after an outage, finds the deadline past.
    await expireRun(ports)({ runId });
    const run = found(await ports.runs.get(runId), 'run');
    if (run.state !== 'AwaitingConfirmation') return ports.gates.answer(runId);
    await ports.timers.set(`deadline-${runId}`, run.deadline, 'closeOverdue', { runId });
    if (!run.gate) await askEverybody(ports, run);
  };
