import { found } from '../../domain/find.ts';
import { AudienceGone, ManifestDiffers } from '../../domain/frozen.ts';
import { isConfirmed } from '../../domain/policy.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Kpis } from '../../domain/ports/kpis.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { SesAccount } from '../../domain/ports/ses-account.ts';
import type { UnknownMessages } from '../../domain/ports/unknown-messages.ts';
import { Problem } from '../../domain/problem.ts';
import type { Run, RunIn } from '../../domain/run.ts';
import { grantedRate } from '../../domain/send/group-size.ts';
import { workersFor } from '../../domain/send/workers.ts';
import type { Verified } from '../../domain/steps.ts';
import { transition } from '../../domain/transition.ts';
import { loadChunk, loadManifest } from './load-frozen.ts';

export type VerifyPorts = {
  runs: Runs;
  content: Pick<ContentStore, 'get'>;
  kpis: Pick<Kpis, 'markChanged'>;
  unknown: UnknownMessages;
  account: Pick<SesAccount, 'quota'>;
  reservePercent: number;
  /** Workers that the stage allows for one run. */
  mostWorkers: number;
  /** Recipients in one call to SES, at most. */
  destinationsPerCall: number;
  audit: Audit;
  clock: Clock;
};

const stopFor = async (
  ports: VerifyPorts,
  run: Run,
  cause: 'manifestDiffers' | 'audienceGone' | 'settledMeanwhile',
): Promise<Verified> => {
  const at = new Date(ports.clock()).toISOString();
  await ports.runs.replace(transition(run, { type: 'stopped', at, by: null, cause }));
  await ports.audit.append({ at, runId: run.id, what: cause, by: null });
  return { runId: run.id, outcome: 'ended' };
};

/**
 * Did SES tell of a message that this run was to send again? What is unknown of a run that has ended only ever
 * becomes fewer, so their number tells.
 */
const isSettled = async (ports: VerifyPorts, { resendOf, preparation }: RunIn<'Scheduled'>): Promise<boolean> =>
  resendOf !== undefined && (await ports.unknown.ofRun(resendOf.runId)).numbers.length !== preparation.counts.targeted;

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

/** As many as the account's rate of this moment has work for. */
const workersNow = async (ports: VerifyPorts): Promise<number> => {
  const { perSecond } = await ports.account.quota();
  const rate = grantedRate(perSecond, ports.reservePercent);
  return workersFor(rate, { most: ports.mostWorkers, perCall: ports.destinationsPerCall });
};

/**
 * The last look before the first message: is the run still to be sent, and is what is stored still what
 * was confirmed? A manifest that differs stops the run for good; so does a message that somebody got after all.
 */
export const verifyManifest =
  (ports: VerifyPorts) =>
  async ({ runId }: { runId: string }): Promise<Verified> => {
    const run = found(await ports.runs.get(runId), 'run');
    if (run.state !== 'Scheduled' && run.state !== 'Sending') return { runId, outcome: 'ended' };
    if (run.requestConfirmation && !isConfirmed(run)) return stopFor(ports, run, 'manifestDiffers');
    try {
      const manifest = await loadManifest(ports.content, run.preparation);
      // A run that was paused for months has lost its people by now.
      await loadChunk(ports.content, run.preparation.prefix, manifest, 0);
    } catch (error) {
      if (error instanceof AudienceGone) return stopFor(ports, run, 'audienceGone');
      if (error instanceof ManifestDiffers) return stopFor(ports, run, 'manifestDiffers');
      throw error;
    }
    if (run.state === 'Scheduled') {
      if (await isSettled(ports, run)) return stopFor(ports, run, 'settledMeanwhile');
      const at = new Date(ports.clock()).toISOString();
      await ports.kpis.markChanged(runId);
      if (!(await begin(ports, run, at))) return { runId, outcome: 'ended' };
      await ports.audit.append({ at, runId, what: 'sendingStarted', by: null });
    }
    return { runId, outcome: 'send', workers: await workersNow(ports) };
  };
