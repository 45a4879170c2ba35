import type { Run, RunState } from './run.ts';

const endStates: readonly RunState[] = ['PreparationFailed', 'Finished', 'Stopped', 'Rejected', 'Expired', 'Skipped'];
export const hasEnded = (run: Pick<Run, 'state'>): boolean => endStates.includes(run.state);
