import type { Campaign } from '../model/campaign.ts';
import { itemBytes } from './item-size.ts';
import { Problem } from '../http/problem.ts';

/** DynamoDB takes 409,600 bytes as one item, and a campaign is one; the rest is for its keys and for what is added to campaigns later. */
export const CAMPAIGN_BYTES = 400_000;
/** Every run of the campaign takes this part along, and fifty of them are one answer of the API, which holds 6 MB. */
export const SETTINGS_BYTES = 100_000;

/** @throws Problem `too-large`, which says how much it is and how much fits */
export const refuseTooLarge = (campaign: Campaign): void => {
  const { content: _content, ...settings } = campaign;
  const [bytes, settingsBytes] = [itemBytes(campaign), itemBytes(settings)];
  if (settingsBytes > SETTINGS_BYTES)
    throw new Problem(
      'too-large',
      `Without its content the campaign has ${settingsBytes} bytes; ${SETTINGS_BYTES} fit.`,
      'Compare with fewer or shorter values in the filter: mark those people by a list or an attribute when they are imported.',
      { cause: 'settingsTooLarge', bytes: settingsBytes, limit: SETTINGS_BYTES },
    );
  if (bytes > CAMPAIGN_BYTES)
    throw new Problem(
      'too-large',
      `The campaign has ${bytes} bytes (texts in UTF-8); ${CAMPAIGN_BYTES} fit.`,
      'Shorten the content: leave out what nobody sees, and let pictures lie on a server instead of inside the HTML.',
      { cause: 'campaignTooLarge', bytes, limit: CAMPAIGN_BYTES },
    );
};
