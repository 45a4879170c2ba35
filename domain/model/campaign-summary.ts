import * as z from 'zod';
import { Campaign } from './campaign.ts';

/** A content without its texts: what lists show of it, and by which its texts are found. */
export const ContentSummary = z
  .object({
    subject: z.string(),
    preheader: z.string(),
    /** Bytes of all texts together, in UTF-8. */
    bytes: z.int().min(0),
    /** SHA-256 of the content as canonical JSON, 64 hex digits. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** Names of the snippets that it asks for by itself; absent: none. */
    snippets: z.array(z.string()).optional(),
  })
  .meta({ id: 'ContentSummary' });
export type ContentSummary = z.infer<typeof ContentSummary>;

/** A campaign in a list: without the texts of its content. */
export const CampaignSummary = Campaign.extend({ content: ContentSummary }).meta({ id: 'CampaignSummary' });
export type CampaignSummary = z.infer<typeof CampaignSummary>;
