import canonicalize from 'canonicalize';
import { AudienceRules } from '../model/audience-rules.ts';
import type { CampaignInput } from '../model/campaign.ts';
import { usualLinks } from '../model/link-rules.ts';
import { campaignBlocks, type CampaignBlock } from '../model/campaign-blocks.ts';

/** A campaign without rules of its own has the usual ones. */
const blocksOf = (input: CampaignInput): Record<CampaignBlock, unknown> => ({
  name: input.name,
  content: [input.content, input.links ?? usualLinks],
  schedule: [input.schedule, input.checkLimits ?? null],
  confirmation: [input.requestConfirmation, input.policy ?? null],
  audience: [input.list, input.filter ?? null, input.topic ?? null],
  rules: input.rules ?? AudienceRules.parse({}),
  sender: [input.sender, input.replyTo ?? null],
});

/** Which blocks differ between two versions of a campaign. */
export const changedBlocks = (before: CampaignInput, after: CampaignInput): CampaignBlock[] => {
  const [old, fresh] = [blocksOf(before), blocksOf(after)];
  return campaignBlocks.filter((block) => canonicalize(old[block]) !== canonicalize(fresh[block]));
};
