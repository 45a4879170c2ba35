import type { Campaign } from '../campaign.ts';
import type { Page, PageQuery } from '../page.ts';

export type Campaigns = {
  get(id: string): Promise<Campaign | undefined>;
  /** Newest first. */
  list(query: PageQuery): Promise<Page<Campaign>>;
  create(campaign: Campaign): Promise<void>;
  /** Replaces version − 1. @throws Problem `conflict` when somebody else edited it meanwhile */
  replace(campaign: Campaign): Promise<void>;
};
