import type { Archived } from '../model/archived.ts';
import type { Campaign, CampaignSettings, Confirmed, Refused } from '../model/campaign.ts';
import type { CampaignSummary } from '../model/campaign-summary.ts';

export type Campaigns = {
  get(id: string): Promise<CampaignSettings | undefined>;
  withContent(id: string): Promise<Campaign | undefined>;
  create(campaign: Campaign): Promise<void>;
  /** Replaces version − 1. @throws Problem `conflict` when somebody else edited it meanwhile */
  replace(campaign: Campaign): Promise<void>;
};

/** Campaigns as whoever puts them away or in order needs them. */
export type ArchivedCampaigns = {
  /** Archives this version, or (undefined) takes it back, and does not raise it. False: it was changed meanwhile. */
  archive(campaign: CampaignSummary, archived: Archived | undefined): Promise<boolean>;
  /** Gives it these labels, and does not raise its version. False: it was changed, archived or labelled meanwhile. */
  label(campaign: CampaignSummary, labels: readonly string[]): Promise<boolean>;
  /** With its series. False: it was changed, prepared or armed meanwhile, or is gone already. */
  remove(id: string, version: number): Promise<boolean>;
  summary(id: string): Promise<CampaignSummary | undefined>;
};

/** Campaigns as the last look before a run's first message needs them. */
export type ConfirmedCampaigns = Pick<Campaigns, 'get'> & {
  /**
   * Keeps what was confirmed last, and does not raise the campaign's version. Doing it again changes nothing, and an
   * earlier confirmation takes no later one's place.
   */
  markConfirmed(id: string, confirmed: Confirmed): Promise<void>;
};

/** Campaigns as whoever says no to a run needs them. */
export type RefusedCampaigns = {
  /**
   * Keeps the last no to this version, and does not raise it. One to an earlier version changes nothing. Written before
   * the run is: what gets no further than this makes a series ask once too often, never once too seldom.
   */
  markRefused(id: string, refused: Refused): Promise<void>;
};
