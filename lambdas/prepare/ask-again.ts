import type { Campaign } from '../../domain/model/campaign.ts';
import { confirmingRun } from '../../domain/model/confirming-run.ts';
import { releaseLimitsOf, type CheckLimits } from '../../domain/model/check-limits.ts';
import { policyOf, type Policy } from '../../domain/model/policy.ts';
import type { Preparation } from '../../domain/model/preparation.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { SeriesLives } from '../../domain/ports/series-lives.ts';
import { localTimeOf } from '../../domain/calendar/recipient-time.ts';
import { isCovered, isWithin } from '../../domain/model/release.ts';
import type { SegmentVersion } from '../../domain/model/segment.ts';
import type { FrozenSnippet } from '../../domain/model/snippet.ts';
import type { Run, RunIn } from '../../domain/model/run.ts';
import { isPutTogetherAlike } from '../content/sample-hashes.ts';

export type ReleasePorts = {
  runs: Pick<Runs, 'get' | 'listOfCampaign'>;
  lives: Pick<SeriesLives, 'get'>;
  content: Pick<ContentStore, 'get'>;
  /** The stage's; the campaign's tightens them. */
  policy: Policy;
  checkLimits: CheckLimits;
};

type Preparing = RunIn<'Preparing'>;

/** A run that asks, and what its confirmation would let go without one: nothing, where the stage forbids that. */
const asking = (ports: ReleasePorts, run: Preparing, { checkLimits }: Campaign): Preparing => {
  if (!run.releasesSeries) return run;
  const { releasesSeries: _none, ...each } = run;
  if (ports.policy.unaskedSeries === 'forbidden') return each;
  return { ...run, releaseLimits: releaseLimitsOf(ports.checkLimits, checkLimits) };
};

/** Of so many runs the last one that was frozen is looked for: starts may be skipped. */
const LOOKED_AT = 20;

const frozenOf = (run: Run): Preparation | undefined => ('preparation' in run ? run.preparation : undefined);

/**
 * Would the mails that were confirmed be the same if this version put them together? Each run that asked nobody was held
 * against the one before it, so the last one stands for the one that was confirmed, whose people may be deleted by now.
 */
const isAsConfirmed = async (ports: ReleasePorts, run: Preparing, confirming: Run): Promise<boolean> => {
  const { items } = await ports.runs.listOfCampaign(run.campaignId, LOOKED_AT);
  const stands = (one: Run): boolean =>
    one.id === confirming.id ||
    (one.campaignVersion === run.campaignVersion && !one.requestConfirmation && frozenOf(one) !== undefined);
  const last = frozenOf(items.find((one) => one.id !== run.id && stands(one)) ?? confirming);
  return last !== undefined && isPutTogetherAlike(ports.content, last);
};

/**
 * The run as it is frozen. One that was begun without a question asks after all when the confirmation of its series is
 * not valid for what it came to: for its policy of now, for its segments and snippets as they are now, for so many
 * messages, or for so many people more or fewer; or when this version of Freigabe puts the mails that were confirmed
 * together otherwise.
 */
export const askedAgain = async (
  ports: ReleasePorts,
  run: Preparing,
  campaign: Campaign,
  {
    toDeliver,
    ...made
  }: { toDeliver: number; segments: readonly SegmentVersion[]; snippets: readonly FrozenSnippet[] },
): Promise<Preparing> => {
  if (run.requestConfirmation) return asking(ports, run, campaign);
  const { campaignVersion } = run;
  const confirming = await confirmingRun(ports, campaign);
  const policy = policyOf(ports.policy, campaign.policy);
  const limits = releaseLimitsOf(ports.checkLimits, campaign.checkLimits, confirming?.releaseLimits);
  const life = await ports.lives.get(campaign.id);
  const isValid =
    confirming &&
    policy.unaskedSeries === 'allowed' &&
    isCovered(campaign, confirming, { campaignVersion, policy, toDeliver, ...made, life }) &&
    isWithin(confirming, toDeliver, limits) &&
    (await isAsConfirmed(ports, run, confirming));
  if (isValid) return run;
  // Its time has come already, and a question ends at a planned time: whoever is asked gets their time from now on.
  const { sendAt, ...late } = run;
  const asked = localTimeOf(run) && sendAt !== undefined ? { ...late, sendAt } : late;
  return asking(
    ports,
    { ...asked, requestConfirmation: true, releasesSeries: !campaign.requestConfirmation },
    campaign,
  );
};
