/** The blocks of a campaign, in the order of the form. */
export const campaignBlocks = ['name', 'content', 'schedule', 'confirmation', 'audience', 'rules', 'sender'] as const;
export type CampaignBlock = (typeof campaignBlocks)[number];
