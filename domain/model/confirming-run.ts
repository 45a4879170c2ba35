import type { Runs } from '../ports/runs.ts';
import type { Campaign } from './campaign.ts';
import type { Run } from './run.ts';

/** The run by which a campaign was last confirmed, however many there were since. Undefined: it never was. */
export const confirmingRun = async (
  { runs }: { runs: Pick<Runs, 'get'> },
  { confirmed }: Pick<Campaign, 'confirmed'>,
): Promise<Run | undefined> => (confirmed ? runs.get(confirmed.runId) : undefined);
