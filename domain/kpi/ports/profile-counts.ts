import type { ProfileCount } from '../../model/profile-count.ts';

export type ProfileCounts = {
  get(campaignId: string): Promise<ProfileCount | undefined>;
  /** Replaces version − 1; version 1 is the first. False when another one moved it meanwhile. */
  replace(count: ProfileCount): Promise<boolean>;
};
