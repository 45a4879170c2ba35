import type { Campaign } from '../campaign.ts';
import type { PageQuery, ReadablePage } from '../page.ts';

export type Campaigns = {
  get(id: string): Promise<Campaign | undefined>;
  /** Newest first. */
  list(query: PageQuery): Promise<ReadablePage<Campaign>>;
  create(campaign: Campaign): Promise<void>;
  /** Replaces version − 1. @throws Problem `conflict` when somebody else edited it meanwhile */
  replace(campaign: Campaign): Promise<void>;
};
