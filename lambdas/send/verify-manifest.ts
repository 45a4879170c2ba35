import type { CampaignSettings } from '../../domain/model/campaign.ts';
import { found } from '../../domain/http/find.ts';
import { AudienceGone, ManifestDiffers } from '../../domain/model/frozen.ts';
import { eachOnce } from '../../domain/model/authors.ts';
import { confirmingRun } from '../../domain/model/confirming-run.ts';
import { isConfirmed } from '../../domain/model/policy.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { ConfirmedCampaigns } from '../../domain/ports/campaigns.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Messages } from '../../domain/ports/messages.ts';
import { abTestFacts, isTestWaiting } from '../../domain/model/ab-test.ts';
import type { Manifest } from '../../domain/model/manifest.ts';
import type { Kpis } from '../../domain/ports/kpis.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { SesAccount } from '../../domain/ports/ses-account.ts';
import type { SeriesLives } from '../../domain/ports/series-lives.ts';
import type { UnknownMessages } from '../../domain/ports/unknown-messages.ts';
import { moveRun } from '../../domain/model/move-run.ts';
import { haveRowsEnded } from '../../domain/model/row-life.ts';
import { isCovered } from '../../domain/model/release.ts';
import type { PauseCause, Run, RunIn } from '../../domain/model/run.ts';
import { barOfRun, type SeriesLife, type StartBar } from '../../domain/model/series-life.ts';
import { grantedRate } from '../../domain/send/group-size.ts';
import { workersFor } from '../../domain/send/workers.ts';
import type { Verified } from '../../domain/model/steps.ts';
import { isWaiting } from '../../domain/model/waves.ts';
import { voidRun } from '../../domain/model/void-run.ts';
import { loadAttachments } from '../content/load-attachments.ts';
import { checkSamples } from '../content/sample-hashes.ts';
import { isInOrder } from './in-order.ts';
import { lookAtTest } from './look-at-test.ts';
import { loadChunk, loadManifest, mailsOf } from '../content/load-frozen.ts';

export type VerifyPorts = {
  runs: Runs;
  campaigns: ConfirmedCampaigns;
  lives: Pick<SeriesLives, 'get'>;
  content: Pick<ContentStore, 'get' | 'getBytes'>;
  kpis: Pick<Kpis, 'markChanged'>;
  unknown: UnknownMessages;
  messages: Pick<Messages, 'rowsOfChunk'>;
  account: Pick<SesAccount, 'quota'>;
  reservePercent: number;
  /** Workers that the stage allows for one run. */
  mostWorkers: number;
  /** Recipients in one call to SES, at most. */
  destinationsPerCall: number;
  /** False: too many bounced or complained, and the run was paused. */
  brake: (run: RunIn<'Sending'>) => Promise<boolean>;
  pauseRun: (runId: string, cause: PauseCause) => Promise<void>;
  audit: Audit;
  clock: Clock;
};

const stopFor = async (
  ports: VerifyPorts,
  run: Run,
  cause: 'manifestDiffers' | 'audienceGone' | 'settledMeanwhile' | 'notReleased' | StartBar,
  facts: Record<string, string> = {},
): Promise<Verified> => {
  const at = new Date(ports.clock()).toISOString();
  if (await moveRun(ports, run, { type: 'stopped', at, by: null, cause }))
    await ports.audit.append({ at, runId: run.id, what: cause, by: null, facts });
  return { runId: run.id, outcome: 'ended' };
};

/** Is the confirmation of its series valid for a run that asked nobody? */
const isReleasedStill = async (
  ports: VerifyPorts,
  run: RunIn<'Scheduled'>,
  { campaign, life }: { campaign: CampaignSettings; life: SeriesLife | undefined },
): Promise<boolean> => {
  const { policy, counts, segments, snippets } = run.preparation;
  const confirming = await confirmingRun(ports, campaign);
  const { campaignVersion } = run;
  const { toDeliver } = counts;
  return isCovered(campaign, confirming, { campaignVersion, policy, toDeliver, segments, snippets, life });
};

/**
 * Stops a run of a campaign that is another by now, one of a start that its series does not have any more, and one that
 * asked nobody and that its series does not release.
 */
const stopOutdated = async (ports: VerifyPorts, run: RunIn<'Scheduled'>): Promise<Verified | undefined> => {
  // What a run sends again is what its original froze, whatever became of the campaign.
  if (run.resendOf) return undefined;
  const campaign = found(await ports.campaigns.get(run.campaignId), 'campaign');
  if (campaign.version !== run.campaignVersion) {
    await voidRun(ports, run, { by: campaign.updatedBy });
    return { runId: run.id, outcome: 'ended' };
  }
  const life = await ports.lives.get(campaign.id);
  const bar = barOfRun(life, run);
  if (bar !== undefined) return stopFor(ports, run, bar);
  if (run.requestConfirmation || (await isReleasedStill(ports, run, { campaign, life }))) return undefined;
  return stopFor(ports, run, 'notReleased');
};

/**
 * From here on the confirmation of this run cannot be withdrawn, so the campaign may keep it. A step
 * that dies before this write is repeated and comes here again; until then the campaign counts as not confirmed.
 */
const keepConfirmation = async (ports: VerifyPorts, run: RunIn<'Scheduled' | 'Sending'>): Promise<void> => {
  const { decision, resendOf, approvals, campaignId, campaignVersion, id } = run;
  if (decision?.decision !== 'confirm' || resendOf !== undefined) return;
  const by = eachOnce(approvals.map((approval) => approval.by));
  await ports.campaigns.markConfirmed(campaignId, { version: campaignVersion, runId: id, at: decision.at, by });
};

/**
 * Did SES tell of a message that this run was to send again? What is unknown of a run that has ended only ever
 * becomes fewer, so their number tells.
 */
const isSettled = async (ports: VerifyPorts, { resendOf, preparation }: RunIn<'Scheduled'>): Promise<boolean> =>
  resendOf !== undefined && (await ports.unknown.ofRun(resendOf.runId)).numbers.length !== preparation.counts.targeted;

/** As many as the account's rate of this moment has work for. */
const workersNow = async (ports: VerifyPorts): Promise<number> => {
  const { perSecond } = await ports.account.quota();
  const rate = grantedRate(perSecond, ports.reservePercent);
  return workersFor(rate, { most: ports.mostWorkers, perCall: ports.destinationsPerCall });
};

/** Lets the next wave go, if it is its time and nothing speaks against what went out before. True: it has begun. */
const beginWave = async (ports: VerifyPorts, run: Run, manifest: Manifest): Promise<boolean> => {
  if (!(await isInOrder(ports, run))) return false;
  if (run.state !== 'Sending' || !run.wave || run.wave.begunAt !== undefined) return true;
  const at = new Date(ports.clock()).toISOString();
  if (isWaiting(run.wave, at) || !(await ports.brake(run))) return false;
  const { abTest } = run.schedule;
  const result =
    abTest && isTestWaiting(run) && (await lookAtTest(ports.messages, { runId: run.id, manifest, abTest }, at));
  if (!(await moveRun(ports, run, result ? { type: 'abTestDecided', result } : { type: 'waveBegun', at })))
    return false;
  if (result)
    await ports.audit.append({ at, runId: run.id, what: 'abTestDecided', by: null, facts: abTestFacts(result) });
  const facts = { wave: run.wave.number + 1, waves: run.preparation.waves?.length ?? 0 };
  await ports.audit.append({ at, runId: run.id, what: 'waveBegun', by: null, facts });
  return true;
};

/**
 * The last look before the first message: is the run still to be sent, is what is stored still what was confirmed, and
 * does this version put the same mails together of it? What differs stops the run for good; so does a message that
 * somebody got after all. The next wave of a run begins here, while the brake is off.
 */
export const verifyManifest =
  (ports: VerifyPorts) =>
  async ({ runId }: { runId: string }): Promise<Verified> => {
    const run = found(await ports.runs.get(runId), 'run');
    if (run.state !== 'Scheduled' && run.state !== 'Sending') return { runId, outcome: 'ended' };
    if (run.requestConfirmation && !isConfirmed(run)) return stopFor(ports, run, 'manifestDiffers');
    const stopped = run.state === 'Scheduled' ? await stopOutdated(ports, run) : undefined;
    if (stopped) return stopped;
    // So is the ledger of one that was paused for longer than its rows are kept: who has got the mail is then not known.
    if (haveRowsEnded(run, ports.clock())) return stopFor(ports, run, 'audienceGone');
    let manifest: Manifest;
    try {
      manifest = await loadManifest(ports.content, run.preparation);
      // A run that was paused for months has lost its people by now.
      await loadChunk(ports.content, run.preparation.prefix, manifest, 0);
      await loadAttachments(ports.content, manifest.attachments);
      await checkSamples(ports.content, run.preparation, { manifest, mailOf: mailsOf(manifest) }, null);
    } catch (error) {
      if (error instanceof AudienceGone) return stopFor(ports, run, 'audienceGone');
      // Whoever reads the audit can tell an update of Freigabe from bytes that somebody changed.
      if (error instanceof ManifestDiffers) return stopFor(ports, run, 'manifestDiffers', { differs: error.what });
      throw error;
    }
    let sending: Run | undefined = run;
    if (run.state === 'Scheduled') {
      if (await isSettled(ports, run)) return stopFor(ports, run, 'settledMeanwhile');
      const at = new Date(ports.clock()).toISOString();
      await ports.kpis.markChanged(runId);
      // Not moved: somebody withdrew, stopped or edited first. No message is claimed before this write.
      sending = await moveRun(ports, run, { type: 'sendingStarted', at });
      if (!sending) return { runId, outcome: 'ended' };
      await ports.audit.append({ at, runId, what: 'sendingStarted', by: null });
    }
    await keepConfirmation(ports, run);
    if (!(await beginWave(ports, sending, manifest))) return { runId, outcome: 'ended' };
    return { runId, outcome: 'send', workers: await workersNow(ports) };
  };
