import type { Campaign, Content, MailContent } from '../model/campaign.ts';
import { itemBytes } from './item-size.ts';
import { Problem } from '../http/problem.ts';

/**
 * What SES takes as one call, with the values of whoever gets the least (MOST_BYTES in domain/prepare/mail-survey.ts,
 * which measures the call itself): more could be saved, but hardly ever sent.
 */
export const CONTENT_BYTES = 1_000_000;
/**
 * Every run of the campaign takes this part along, and fifty of them with one content are one answer of the API, which
 * holds 6 MB with everything that JSON escapes.
 */
export const SETTINGS_BYTES = 75_000;

const mailBytes = ({ subject, preheader, mjml = '', html = '', text }: MailContent): number =>
  new TextEncoder().encode([subject, preheader, mjml, html, text].join('')).length;

/** Bytes of all texts of a content and its variants together, in UTF-8. */
export const contentBytes = (content: Content): number =>
  [content, ...(content.variants ?? []).map((variant) => variant.content)].reduce(
    (sum, mail) => sum + mailBytes(mail),
    0,
  );

/** @throws Problem `too-large`, which says how much it is and how much fits */
export const refuseLargeContent = (content: Content): void => {
  const bytes = contentBytes(content);
  if (bytes <= CONTENT_BYTES) return;
  throw new Problem(
    'too-large',
    `The content has ${bytes} bytes (texts in UTF-8); ${CONTENT_BYTES} fit.`,
    'Shorten the content: leave out what nobody sees, and let pictures lie on a server instead of inside the HTML.',
    { cause: 'campaignTooLarge', bytes, limit: CONTENT_BYTES },
  );
};

/** @throws Problem `too-large`, which says how much it is and how much fits */
export const refuseTooLarge = (campaign: Campaign): void => {
  const { content, ...settings } = campaign;
  const settingsBytes = itemBytes(settings);
  if (settingsBytes > SETTINGS_BYTES)
    throw new Problem(
      'too-large',
      `Without its content the campaign has ${settingsBytes} bytes; ${SETTINGS_BYTES} fit.`,
      'Compare with fewer or shorter values in the filter: mark those people by a list or an attribute when they are imported.',
      { cause: 'settingsTooLarge', bytes: settingsBytes, limit: SETTINGS_BYTES },
    );
  refuseLargeContent(content);
};
