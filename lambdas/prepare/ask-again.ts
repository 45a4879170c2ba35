import type { Campaign } from '../../domain/model/campaign.ts';
import { confirmingRun } from '../../domain/model/confirming-run.ts';
import { limitsOf, type CheckLimits } from '../../domain/model/check-limits.ts';
import { policyOf, type Policy } from '../../domain/model/policy.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { SeriesLives } from '../../domain/ports/series-lives.ts';
import { hasOutgrown, isCovered } from '../../domain/model/release.ts';
import type { RunIn } from '../../domain/model/run.ts';

export type ReleasePorts = {
  runs: Pick<Runs, 'get'>;
  lives: Pick<SeriesLives, 'get'>;
  /** The stage's; the campaign's tightens them. */
  policy: Policy;
  checkLimits: CheckLimits;
};

/**
 * The run as it is frozen. One that was begun without a question asks after all when the confirmation of its series is
 * not valid for what it came to: for its policy of now, or for so many people.
 */
export const askedAgain = async (
  ports: ReleasePorts,
  run: RunIn<'Preparing'>,
  campaign: Campaign,
  toDeliver: number,
): Promise<RunIn<'Preparing'>> => {
  if (run.requestConfirmation) return run;
  const { campaignVersion } = run;
  const confirming = await confirmingRun(ports, campaign);
  const policy = policyOf(ports.policy, campaign.policy);
  const { audienceChangePercent } = limitsOf(ports.checkLimits, campaign.checkLimits);
  const life = await ports.lives.get(campaign.id);
  const isValid =
    confirming &&
    isCovered(campaign, confirming, { campaignVersion, policy, toDeliver, life }) &&
    !hasOutgrown(confirming, toDeliver, audienceChangePercent);
  if (isValid) return run;
  // Its time has come already, and a question ends at a planned time: whoever is asked gets their time from now on.
  const { sendAt: _over, ...asking } = run;
  return { ...asking, requestConfirmation: true, releasesSeries: !campaign.requestConfirmation };
};
