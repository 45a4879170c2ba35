import { hash64 } from '../values/hash.ts';

/**
 * Is this person one of the share that gets nothing, for comparison? It follows from campaign and profile
 * alone: the same people in each run of a campaign, others in the next campaign.
 */
export const isInControlGroup = (campaignId: string, profileId: string, percent: number): boolean =>
  hash64(`${campaignId}/${profileId}`).high < (percent / 100) * 2 ** 32;
