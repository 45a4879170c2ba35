/** Counts on in a call of its own, which nobody waits for. */
export type Recounter = {
  goOn(runId: string): Promise<void>;
  /** The count of a campaign's distinct profiles. */
  goOnWithProfiles(campaignId: string): Promise<void>;
};
