import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as z from 'zod';
import { Campaign, Content } from '../../../domain/model/campaign.ts';
import { CampaignSummary, ContentSummary } from '../../../domain/model/campaign-summary.ts';
import { snippetNamesOf } from '../../../domain/content/snippets.ts';
import { campaignEntryOf } from '../../../domain/model/campaign-entry.ts';
import { contentBytes } from '../../../domain/write/campaign-size.ts';
import { listed } from './list-entries.ts';

/** A content as it is kept, and the hash that it is found by: the same one for the same content, whoever wrote it. */
export const storedContent = (content: Content): { sha256: string; text: string } => {
  const text = canonicalize(content) ?? '';
  return { sha256: createHash('sha256').update(text).digest('hex'), text };
};

export const summaryOf = (content: Content): ContentSummary => {
  const { subject, preheader } = content;
  const snippets = snippetNamesOf(content);
  const { sha256 } = storedContent(content);
  return { subject, preheader, bytes: contentBytes(content), sha256, ...(snippets.length > 0 && { snippets }) };
};

/** The parts of the index `listEntries` in which campaigns are: so many that each is one page of it at ten thousand. */
const PARTS = 8;
export const SERIES_PART = 'SERIES';
export const campaignParts = Array.from({ length: PARTS }, (_, part) => `CAMPAIGNS#${part}`);

/** Ids are ULIDs, whose last letters are random. */
export const campaignPart = (id: string): string => `CAMPAIGNS#${(id.codePointAt(id.length - 1) ?? 0) % PARTS}`;

/** Series lie apart: the front page asks for their starts. */
export const listedCampaign = (campaign: Parameters<typeof campaignEntryOf>[0]) =>
  listed(campaign.schedule.mode === 'recurring' ? SERIES_PART : campaignPart(campaign.id), campaignEntryOf(campaign));

export const campaignKey = (id: string) => ({ pk: `C#${id}`, sk: 'CAMPAIGN' });

/** Condition: its labels, which raise no version, are as they were read. The entry of the list has them too. */
export const labelledAs = ({ labels }: Pick<Campaign, 'labels'>) =>
  labels
    ? { condition: 'doc.labels = :labelled', values: { ':labelled': labels } }
    : { condition: 'attribute_not_exists(doc.labels)', values: {} };

/** The texts of the content lie apart: an item of DynamoDB takes 400 KB, and a list would carry them all. */
export const campaignItem = (campaign: Campaign) => ({
  ...campaignKey(campaign.id),
  gpk: 'CAMPAIGNS',
  gsk: campaign.id,
  ...listedCampaign(campaign),
  version: campaign.version,
  doc: { ...campaign, content: summaryOf(campaign.content) } satisfies CampaignSummary,
});

/** A campaign that was stored before has its content in it. */
export const StoredCampaign = z.object({ doc: z.union([CampaignSummary, Campaign]) });

/** For lists: of one that was stored before the texts are left aside. */
export const ListedCampaign = z.object({
  doc: z
    .union([CampaignSummary, Campaign])
    .transform((campaign): CampaignSummary =>
      'sha256' in campaign.content
        ? { ...campaign, content: campaign.content }
        : { ...campaign, content: summaryOf(campaign.content) },
    ),
});

/** @throws Error when the text is not there, or is not the one that the hash names */
export const contentIn = (text: string | undefined, sha256: string): Content => {
  const content = text === undefined ? undefined : Content.parse(JSON.parse(text));
  if (content && storedContent(content).sha256 === sha256) return content;
  throw new Error(`the content ${sha256} of a campaign is gone or is another`);
};
