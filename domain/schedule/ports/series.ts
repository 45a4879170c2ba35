/** The recurring campaigns, by their ids: one that cannot be read keeps nobody from the others. */
export type Series = {
  ids(): Promise<string[]>;
  /** Campaigns that were stored before lists had entries of them. */
  unlisted(): Promise<string[]>;
  /** Gives such a campaign, the life of its series and the note of its last run their entries. */
  list(id: string): Promise<void>;
};
