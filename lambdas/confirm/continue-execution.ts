import type { Gates } from '../../domain/ports/gates.ts';
import type { Runs } from '../../domain/ports/runs.ts';

/** Ends the wait of the execution (SendTaskSuccess) of a run that no longer waits for a person. Doing it again changes nothing. */
export const continueExecution = async (ports: { runs: Runs; gates: Gates }, runId: string): Promise<boolean> => {
  const run = await ports.runs.get(runId);
  if (run?.state === 'AwaitingConfirmation' || run?.state === 'Paused') return false;
  await ports.gates.answer(runId);
  return true;
};
