import type { CampaignInput } from '../../../domain/model/campaign.ts';
import { usualLinks } from '../../../domain/model/link-rules.ts';

/** What becomes of the links, while it is written. */
export type LinksDraft = {
  tracksLinks: boolean;
  /** Addresses of links that are not followed, one to a line. */
  untracked: string;
  hasUtm: boolean;
  utmSource: string;
  utmMedium: string;
  utmCampaign: string;
  utmContent: string;
};

export const linksFields = ({ isTracked, untracked, utm }: CampaignInput['links'] = usualLinks): LinksDraft => ({
  tracksLinks: isTracked,
  untracked: untracked.join('\n'),
  hasUtm: utm !== undefined,
  utmSource: utm?.source ?? '',
  // What programs that count visitors know mails by.
  utmMedium: utm?.medium ?? 'email',
  utmCampaign: utm?.campaign ?? '',
  utmContent: utm?.content ?? '',
});

export const untrackedIn = ({ untracked }: Pick<LinksDraft, 'untracked'>): string[] =>
  untracked.split('\n').filter((address) => address !== '');

/** As the API takes them; undefined: links are tracked, and stay as they are. */
export const linksOf = (draft: LinksDraft): unknown => {
  const untracked = untrackedIn(draft);
  const { utmSource: source, utmMedium: medium, utmCampaign: campaign, utmContent: content } = draft;
  const utm = { source, medium, campaign, ...(content.trim() !== '' && { content }) };
  if (draft.tracksLinks && untracked.length === 0 && !draft.hasUtm) return undefined;
  return { isTracked: draft.tracksLinks, untracked, ...(draft.hasUtm && { utm }) };
};
