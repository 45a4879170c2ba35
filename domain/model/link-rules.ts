import * as z from 'zod';

const Parameter = z.string().trim().min(1).max(200);

/** Parameters by which other programs tell where visitors come from (Google Analytics, "URL builders: Collect campaign data with custom URLs"). */
export const Utm = z.strictObject({
  source: Parameter,
  medium: Parameter,
  campaign: Parameter,
  content: Parameter.optional(),
});
export type Utm = z.infer<typeof Utm>;

/** What becomes of the links of a campaign. */
export const LinkRules = z
  .strictObject({
    /** False: SES adds no image and follows no link, whoever the recipient is. */
    isTracked: z.boolean().default(true),
    /** Addresses of links that SES does not follow, as they stand in the content. */
    untracked: z.array(z.string().min(1).max(1000)).max(50).default([]),
    /** Absent: links stay as they are. */
    utm: Utm.optional(),
  })
  .meta({ id: 'LinkRules' });
export type LinkRules = z.infer<typeof LinkRules>;

/** Of a campaign without rules of its own. */
export const usualLinks: LinkRules = { isTracked: true, untracked: [] };
