import { found } from '../../domain/find.ts';
import { isConfirmed } from '../../domain/policy.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Kpis } from '../../domain/ports/kpis.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { Problem } from '../../domain/problem.ts';
import type { Run } from '../../domain/run.ts';
import type { Verified } from '../../domain/steps.ts';
import { transition } from '../../domain/transition.ts';
import { loadManifest, ManifestDiffers } from './load-frozen.ts';

export type VerifyPorts = {
  runs: Runs;
  content: Pick<ContentStore, 'get'>;
  kpis: Pick<Kpis, 'markChanged'>;
  audit: Audit;
  clock: Clock;
};

const stopDiffering = async (ports: VerifyPorts, run: Run): Promise<Verified> => {
  const at = new Date(ports.clock()).toISOString();
  await ports.runs.replace(transition(run, { type: 'stopped', at, by: null, cause: 'manifestDiffers' }));
  await ports.audit.append({ at, runId: run.id, what: 'manifestDiffers', by: null });
  return { runId: run.id, outcome: 'ended' };
};

/** False: somebody withdrew, stopped or edited first. No message is claimed before this write. */
const begin = async (ports: VerifyPorts, run: Run, at: string): Promise<boolean> => {
  try {
    await ports.runs.replace(transition(run, { type: 'sendingStarted', at }));
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'conflict') return false;
    throw error;
  }
};

/**
 * The last look before the first message: is the run still to be sent, and is what is stored still what
 * was confirmed? A manifest that differs stops the run for good.
 */
export const verifyManifest =
  (ports: VerifyPorts) =>
  async ({ runId }: { runId: string }): Promise<Verified> => {
    const run = found(await ports.runs.get(runId), 'run');
    if (run.state !== 'Scheduled' && run.state !== 'Sending') return { runId, outcome: 'ended' };
    if (run.requestConfirmation && !isConfirmed(run)) return stopDiffering(ports, run);
    try {
      await loadManifest(ports.content, run.preparation);
    } catch (error) {
      if (error instanceof ManifestDiffers) return stopDiffering(ports, run);
      throw error;
    }
    if (run.state === 'Scheduled') {
      const at = new Date(ports.clock()).toISOString();
      await ports.kpis.markChanged(runId);
      if (!(await begin(ports, run, at))) return { runId, outcome: 'ended' };
      await ports.audit.append({ at, runId, what: 'sendingStarted', by: null });
    }
    return { runId, outcome: 'send' };
  };
