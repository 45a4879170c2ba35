import type { Content } from '../../model/campaign.ts';
import type { ContentSummary } from '../../model/campaign-summary.ts';
import type { MailTemplate } from '../../model/mail-template.ts';
import type { Enumerated } from '../../ports/versioned.ts';

export type MailTemplates = Enumerated<MailTemplate>;

/** Contents as campaigns and templates name them: each is there once and for good. */
export type KeptContents = {
  keep(content: Content): Promise<ContentSummary>;
  /** @throws Error when it is gone, or is not what its hash says */
  read(summary: ContentSummary): Promise<Content>;
};
