import type { Check } from '../model/preparation.ts';
import { places } from './markup.ts';

/** Tags of other tools, which nothing fills here: each has a name of letters, digits and a few signs in it. */
const foreign = new RegExp(
  [
    // Mailchimp
    String.raw`\*\|[\w:. -]{1,60}\|\*`,
    // Salesforce, ActiveCampaign
    String.raw`%%[\w:.= -]{1,60}%%`,
    String.raw`%[A-Z][A-Z_]{2,40}%`,
    // Brevo of old, Mailjet, CleverReach, Acymailing
    String.raw`\[\[[\w:.| -]{1,60}\]\]`,
    String.raw`\{\$[\w.>-]{1,60}\}`,
    // Adobe Campaign, ERB
    String.raw`<%[=@-]?[^<>%]{1,80}%>`,
    // JavaScript, JSP
    String.raw`\$\{[\w.]{1,60}\}`,
    // Inxmail, dotdigital
    String.raw`\[%[\w:.() -]{1,60}%\]`,
    String.raw`@[A-Z][A-Z_]{2,40}@`,
  ].join('|'),
  'g',
);

/** Warns of what another tool would fill, and this one sends as it is. @param texts all that a mail may show of its template */
export const foreignTagsCheck = (texts: readonly string[]): Check =>
  places(
    'foreignTags',
    'warning',
    texts.flatMap((text) => text.match(foreign) ?? []),
  );
