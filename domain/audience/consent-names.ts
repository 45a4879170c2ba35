import { patternsOfAll, wordsOfAll } from './consent-languages/all-languages.ts';

const anyOf = (patterns: Iterable<string>): string => [...patterns].join('|');

/** Columns whose yes, or whose day, means that the person left. */
export const optedOutNames = wordsOfAll('leftColumns');
/** Mailchimp's among them, of those whose mailbox is gone. */
export const quarantinedNames: ReadonlySet<string> = new Set(['quarantined', 'quarantine', 'clean_time']);

const telephones = /fax|phone|(^|_)calls?(_|$)|sms|telefon|anruf|whatsapp/;

/** Of telephones and letters only: no word about who may be written to. `Email and SMS opt-out` is about both. */
export const isElsewhere = (name: string): boolean => telephones.test(name) && !name.includes('mail');

/** What leaving is called, and what bars a mailbox. */
export const optOutWords = new RegExp(anyOf(patternsOfAll('leaving')));

/** Why, by which mail and by which way somebody left: whoever has such a text left. */
const howTheyLeft =
  /reason|grund|motif|motivo|powod|przyczyn|duvod|campaign|kampa[gn]|comment|kommentar|feedback|_(id|title|other|type|ip|source)$/;
export const tellsHowTheyLeft = (name: string): boolean => optOutWords.test(name) && howTheyLeft.test(name);

/** What a cell of a state may say of leaving, where a name of a column would be about something else. */
export const leavingWords = new RegExp(anyOf([...patternsOfAll('leaving'), ...patternsOfAll('leavingCells')]));

export const optInWords = new RegExp(anyOf(patternsOfAll('joining')));

/** Of a person, or of a mailbox. */
const conditions = anyOf(wordsOfAll('states'));
/** `state`, `estado` and `stato` are parts of a country, too. */
export const stateWords = new RegExp(`status(_|$)|(^|_)(state|stato|estado|estat|${conditions})(_|$)`);
/** About whether somebody is written to, and not about an order or a marriage. */
const mailing =
  '(e_?)?mail(ing)?|subscri[a-z]*|newsletter|marketing|contact|kontakt|consent|permission|opt_?in|list|abo';
export const bareState = new RegExp(`^((${mailing})_)*(${conditions})(_(${mailing}))*$`);
/** When, where and how a person came, as Mailchimp exports it; a time that is missing says nothing. */
export const howTheyCame = /^(optin|confirm)_time$|_(ip|url|source|quelle|link)$/;

/** Somebody is, or is not, written to: with yes and no below it such a name is about consent, whatever else it says. */
export const contactWords =
  /mail|(^|_)(post|posta|posti|brief|info|infos)(_|$)|kontakt|contact|schreib|schrieben|(^|_)send(en)?(_|$)|zusend|marketing|(^|_)news|courriel|correo/;
export const negation = new RegExp(`(^|_)(${anyOf(wordsOfAll('negations'))})(_|$)`);
/** By which way somebody is written to, if at all. */
export const channelWords =
  /(contact|kontakt|mail|communic|kommunik)\w*_(pref|wunsch|kanal|channel)|pref\w*_(contact|kontakt|channel|communic)/;
/** How many of something there were. */
export const countedWords = /(^|_)(sent|opens?|opened|clicks?|clicked|count|number|anzahl|total|gesendet)(_|$)/;
/** Of consent alone, where a name such as `newsletter` may say which. */
export const consentAlone = new RegExp(`^\\w{0,12}(${anyOf(patternsOfAll('consents'))})$`);
/** Of tags and lists that somebody is on. */
export const listWords = /(^|_)(tags?|labels?|segments?|groups?|gruppen?|lists?|listen?|kategori\w*|categor\w*)(_|$)/;
