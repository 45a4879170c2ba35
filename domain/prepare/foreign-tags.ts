import type { Check } from '../model/preparation.ts';
import { places } from './markup.ts';

/** What is asked for by its name, in forms that ordinary text has too: `[Vorname]`, `{name}`, `«Prénom»`. */
const asked = [
  '(?:(?:contact|subscriber|recipient|user|person|customer|data|contact_attribute)[.:])?',
  '(?:(?:first|last|full|f|l)[_ ]?name|name|e[_-]?mail(?:[_ ]?address)?|salutation',
  '|(?:unsubscribe|opt[_-]?out|web[_-]?(?:version|view)|view[_ ]?in[_ ]?browser|mirror(?:[_ ]?page)?)(?:[_ ]?(?:link|url|text))?',
  '|(?:vor|nach)name|anrede|abmelde[_-]?(?:link|url)|pr[ée]nom|nom|nombre|apellidos?|nome|cognome)',
].join('');

/** Tags of other tools, which nothing fills here: each has a name of letters, digits and a few signs in it. */
const foreign = new RegExp(
  [
    // Mailchimp
    String.raw`\*\|[\w:. -]{1,60}\|\*`,
    // Salesforce, ActiveCampaign
    String.raw`%%\[[^%]{1,200}\]%%`,
    String.raw`%%=[^%]{1,120}=%%`,
    String.raw`%%[\w:.= -]{1,60}%%`,
    String.raw`%[A-Z][A-Z_]{2,40}(?:\|[\w -]{1,40})?%`,
    // Brevo of old, Mailjet, MODX, CleverReach, AcyMailing
    String.raw`\[\[[+*]?[\w:.| -]{1,60}\]\]`,
    String.raw`\{(?:subtag|usertag):[\w:| -]{1,60}\}`,
    String.raw`\{\$[\w.>-]{1,60}\}`,
    // Adobe Campaign, ERB, PHP
    String.raw`<%[=@-]?[^<>%]{1,80}%>`,
    String.raw`<\?(?:php\b|=)[^<>?]{1,120}\?>`,
    // JavaScript, JSP, Velocity, FreeMarker, Smarty
    String.raw`\$!?\{[\w.]{1,60}(?:![^{}]{0,40})?\}`,
    String.raw`</?#(?:if|else|elseif|list|assign)\b[^<>]{0,80}>`,
    String.raw`\{(?:if|elseif|foreach) [^{}]{1,80}\}|\{/(?:if|foreach)\}`,
    // Mautic, MailPoet, Emarsys
    String.raw`\{(?:contact|lead|company|owner)field=[\w| -]{1,60}\}`,
    String.raw`\[(?:subscriber|newsletter|link|date):\w{1,40}(?: *\| *default:[^\[\]]{0,40})?\]`,
    String.raw`\$\$\w{1,40}\.[\w.]{1,40}\$\$`,
    // Inxmail, dotdigital
    String.raw`\[%[\w:.() -]{1,60}%\]`,
    String.raw`@[A-Z][A-Z_]{2,40}@`,
    // rapidmail, Kit, AWeber, Zoho, Keap, and what databases print
    String.raw`\{[A-Z][A-Z0-9_]{2,40}\}`,
    String.raw`\{![\w.$]{1,60}\}`,
    String.raw`\$\[[\w:| -]{1,60}\]\$`,
    String.raw`~\w{1,40}\.\w{1,40}~`,
    String.raw`##?[A-Z][A-Z_]{2,40}##?`,
    // Eloqua, Jinja's remarks, Campaign Monitor and Sendy
    String.raw`~~eloqua[\w.-]{1,120}~~`,
    String.raw`\{#[^{}#]{1,80}#\}`,
    String.raw`<(?:unsubscribe|webversion|preferences|forwardtoafriend|currentyear|currentmonth(?:name)?|currentday(?:name)?|singleline|multiline)\b[^<>]{0,80}>`,
    // Mailgun
    String.raw`%\w{1,40}\.\w{1,40}%`,
  ].join('|'),
  'g',
);

/**
 * phpList, Campaign Monitor, Sendy, Emarsys, Word, and the copywriter's own, such as `[insert link]`; with a fallback, such
 * as `[firstname,fallback=friend]`.
 */
const named = new RegExp(
  [
    String.raw`\[${asked}(?:,[^\[\]]{0,40})?\]`,
    String.raw`(?<!\{)\{${asked}(?:\|[^{}]{0,40})?\}(?!\})`,
    String.raw`\$${asked}\$`,
    String.raw`\[(?:insert|your|ihre?n?)[ _][^\[\]<>]{1,40}\]`,
    String.raw`\[[^\[\]<>]{1,40}[ _](?:einfügen|here|hier)\]`,
    String.raw`\blorem ipsum\b`,
    `«${asked}»`,
    `<<${asked}>>`,
    `%${asked}%`,
    `#${asked}#`,
  ].join('|'),
  'gi',
);

const tagsIn = (text: string): string[] => [
  ...(text.match(foreign) ?? []),
  // `[[name]]` is one tag, not another one within it.
  ...(text.replaceAll(foreign, ' ').match(named) ?? []),
];

/** Warns of what another tool would fill, and this one sends as it is. @param texts all that a mail may show of its template */
export const foreignTagsCheck = (texts: readonly string[]): Check =>
  places('foreignTags', 'warning', texts.flatMap(tagsIn));
