import type { CampaignSettings, Refused } from './campaign.ts';
import type { ReleaseLimits } from './check-limits.ts';
import { isConfirmed, type Policy } from './policy.ts';
import type { Run } from './run.ts';
import { isSameSegments, type SegmentVersion } from './segment.ts';
import { isSameSnippets, type FrozenSnippet } from './snippet.ts';
import type { SeriesLife } from './series-life.ts';

/**
 * What its campaign keeps of a run that somebody rejected or stopped. Undefined: it is none. One that sends unknown
 * messages again says nothing of the campaign.
 */
export const refusalOf = (run: Run): Refused | undefined => {
  const { id: runId, campaignVersion: version } = run;
  if (run.resendOf !== undefined) return undefined;
  if (run.state === 'Rejected') return { version, runId, at: run.decision.at };
  return run.state === 'Stopped' && run.cause === 'stopped' ? { version, runId, at: run.stoppedAt } : undefined;
};

/** Was no said to what is confirmed? Of a stopped run it was, even when its confirmation is noted after the stop. */
const takesBack = (refused: Refused | undefined, { confirmed }: Pick<CampaignSettings, 'confirmed'>): boolean =>
  refused !== undefined &&
  confirmed?.version === refused.version &&
  (confirmed.runId === refused.runId || confirmed.at <= refused.at);

/** Was it confirmed before somebody took the series up again who may not start what nobody confirms? */
const hasLapsed = (
  { confirmed }: Pick<CampaignSettings, 'confirmed'>,
  life: Pick<SeriesLife, 'asksSince'> | undefined,
): boolean => confirmed !== undefined && life?.asksSince !== undefined && confirmed.at <= life.asksSince;

/**
 * May a run of this series that a timer starts do without a confirmation of its own? One of this very version was
 * confirmed and sent, and nobody said no since, however many runs there were.
 * @param runs its latest runs: what was said before campaigns kept it shows in them only
 */
export const isReleased = (campaign: CampaignSettings, runs: readonly Run[], life: SeriesLife): boolean =>
  !campaign.requestConfirmation &&
  campaign.confirmed?.version === campaign.version &&
  !hasLapsed(campaign, life) &&
  ![campaign.refused, ...runs.map(refusalOf)].some((refused) => takesBack(refused, campaign));

/** A run that asks nobody, and what its messages would need if they were asked for. */
type Unasked = Pick<Run, 'campaignVersion'> & {
  policy: Policy;
  toDeliver: number;
  /** A segment is changed without an edit of the campaign that names it. Absent: it names none. */
  segments?: readonly SegmentVersion[] | undefined;
  /** So is a snippet. */
  snippets?: readonly FrozenSnippet[] | undefined;
  life: SeriesLife | undefined;
};

/**
 * Is the confirmation of an earlier run valid for this one? Asked when it is frozen and before its first message. It
 * has to be of the version that is sent and is still the campaign's, of the same segments and snippets as they were, nobody may have
 * said no since, and what was given then has to be enough for the policy and the size of now.
 * @param confirming the run that `campaign.confirmed` names
 */
export const isCovered = (
  campaign: Pick<CampaignSettings, 'version' | 'confirmed' | 'refused'>,
  confirming: Run | undefined,
  { campaignVersion, policy, toDeliver, segments, snippets, life }: Unasked,
): boolean => {
  if (campaign.version !== campaignVersion || campaign.confirmed?.version !== campaignVersion) return false;
  if (takesBack(campaign.refused, campaign) || hasLapsed(campaign, life)) return false;
  if (!confirming || confirming.campaignVersion !== campaignVersion || !('approvals' in confirming)) return false;
  const { preparation } = confirming;
  if (!isSameSegments(preparation.segments, segments)) return false;
  if (!isSameSnippets(preparation.snippets, snippets)) return false;
  return isConfirmed({ ...confirming, preparation: { ...preparation, policy, counts: { toDeliver } } });
};

/**
 * Who is in a list changes without an edit: a confirmation is valid for about as many people as it was given for. A list
 * that shrank is as often a broken import as one that grew.
 */
export const isWithin = (
  confirming: Run,
  toDeliver: number,
  { mostUnasked, audienceChangePercent }: ReleaseLimits,
): boolean => {
  if (!('approvals' in confirming) || (mostUnasked !== null && toDeliver > mostUnasked)) return false;
  const confirmed = confirming.preparation.counts.toDeliver;
  return Math.abs(toDeliver - confirmed) <= (confirmed * audienceChangePercent) / 100;
};
