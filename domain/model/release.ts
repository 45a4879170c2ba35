import type { CampaignSettings } from './campaign.ts';
import { isConfirmed, type Policy } from './policy.ts';
import type { Run } from './run.ts';

/** Somebody refused this version of the campaign, or stopped a run of it, after it was confirmed. */
const isNo = (run: Run, { version, confirmed }: Pick<CampaignSettings, 'version' | 'confirmed'>): boolean => {
  if (run.campaignVersion !== version || run.resendOf !== undefined || !confirmed) return false;
  if (run.state === 'Rejected') return run.decision.at > confirmed.at;
  return run.state === 'Stopped' && run.cause === 'stopped' && run.stoppedAt > confirmed.at;
};

/**
 * May a run of this series that a timer starts do without a confirmation of its own? One of this very version was
 * confirmed and sent, and nobody said no since.
 * @param runs its latest runs
 */
export const isReleased = (campaign: CampaignSettings, runs: readonly Run[]): boolean =>
  !campaign.requestConfirmation &&
  campaign.confirmed?.version === campaign.version &&
  !runs.some((run) => isNo(run, campaign));

/** A run that asks nobody, and what its messages would need if they were asked for. */
type Unasked = Pick<Run, 'campaignVersion'> & { policy: Policy; toDeliver: number };

/**
 * Is the confirmation of an earlier run valid for this one? Asked when it is frozen and before its first message. It
 * has to be of the version that is sent and is still the campaign's, and what was given then has to be enough for the
 * policy and the size of now.
 * @param confirming the run that `campaign.confirmed` names
 */
export const isCovered = (
  campaign: Pick<CampaignSettings, 'version' | 'confirmed'>,
  confirming: Run | undefined,
  { campaignVersion, policy, toDeliver }: Unasked,
): boolean => {
  if (campaign.version !== campaignVersion || campaign.confirmed?.version !== campaignVersion) return false;
  if (!confirming || confirming.campaignVersion !== campaignVersion || !('approvals' in confirming)) return false;
  const { preparation } = confirming;
  return isConfirmed({ ...confirming, preparation: { ...preparation, policy, counts: { toDeliver } } });
};

/** Who is in a list changes without an edit: a confirmation is valid for about as many people as it was given for. */
export const hasOutgrown = (confirming: Run, toDeliver: number, percent: number): boolean =>
  'approvals' in confirming && toDeliver > confirming.preparation.counts.toDeliver * (1 + percent / 100);
