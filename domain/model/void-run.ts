import type { Person } from '../people/people.ts';
import type { Audit } from '../ports/audit.ts';
import type { Clock } from '../ports/clock.ts';
import type { Runs } from '../ports/runs.ts';
import type { Origin } from './audit-chain.ts';
import type { CampaignBlock } from './campaign-blocks.ts';
import { moveRun } from './move-run.ts';
import type { Run } from './run.ts';

type Ports = { runs: Pick<Runs, 'replace'>; audit: Pick<Audit, 'append'>; clock: Clock };

/** Who changed the campaign, and, where the edit itself says it, which blocks of it. */
export type Edit = { by: Person; changed?: CampaignBlock[]; origin?: Origin };

/**
 * Ends a run of a campaign that was changed since: the edit does so itself, and whoever comes to a run that an edit
 * missed, because that came between its own two writes or looked before the run could be seen. False: the run moved meanwhile.
 */
export const voidRun = async (ports: Ports, run: Run, { by, changed = [], origin }: Edit): Promise<boolean> => {
  const at = new Date(ports.clock()).toISOString();
  if (!(await moveRun(ports, run, { type: 'stopped', at, by, cause: 'edited', changed }))) return false;
  const facts = changed.length > 0 ? { changed: changed.join(' ') } : {};
  await ports.audit.append({ at, runId: run.id, what: 'voided', by, facts, ...(origin && { origin }) });
  return true;
};
