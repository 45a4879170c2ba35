import {
  meaningOf,
  saysGone,
  saysLeft,
  saysNotIn,
  saysOptedOut,
  saysQuarantined,
  type Meaning,
  type Said,
} from './consent-words.ts';

export type Says = (cell: string) => Said;
/** What a column says of consent. `unclear`: something that nobody must guess at. */
export type Consent = { as: 'optedOut' | 'quarantined'; says: Says } | 'unclear' | undefined;

const names = (text: string): Set<string> => new Set(text.split(/\s+/).filter((name) => name !== ''));

/**
 * Columns whose yes, or whose day, means that the person left: our own names, those of Salesforce (field
 * HasOptedOutOfEmail, label Email Opt Out), HubSpot (property hs_email_optout), Mailchimp (UNSUB_TIME),
 * Brevo (emailBlacklisted), and plain words.
 */
const optedOut = names(`opted_out unsubscribed optout opt_out optedout unsubscribe
  email_opt_out email_optout emailoptout email_opted_out hasoptedoutofemail has_opted_out_of_email
  hs_email_optout unsubscribed_from_all_email unsubscribed_from_all_emails portal_unsubscribe
  unsub_time unsubscribe_time unsubscribe_date unsubscribed_at unsubscribed_on unsubscribed_date unsubscription_date
  opt_out_time opt_out_date optout_date opted_out_at opted_out_on emailblacklisted email_blacklisted
  abgemeldet abgemeldet_am abmeldung abmeldedatum abbestellt abbestellt_am ausgetragen ausgetragen_am
  desabonne desabonnee date_desabonnement desinscrit desinscrite date_desinscription`);
const quarantined = names('quarantined quarantine');

/** Of telephones and letters, where somebody went, or why: no word about who may be written to. */
const elsewhere = /fax|phone|(^|_)calls?(_|$)|sms|telefon|anruf|whatsapp/;
const optOutWords = new RegExp(
  [
    'opt(ed)?_?out|unsub|remove_me|suppress|(black|block|deny)_?list|bounce|clean_time|cleaned|complain|(^|_)(blocked|blockiert)(_|$)',
    'do_?not_?(e?_?mail|bulk|contact|send|allow)|no_?(e_?)?mail(_|$)|no_newsletter|keine_(e_?)?mail|kein_newsletter',
    'abgemeldet|abmeld|abbestell|ausgetragen|austrag|widerruf|widerspr|werbesperr|mailsperr|gesperrt|robinson|deactivat|deaktiv',
    'desabon|desinscri|opposition|dado_de_baja|fecha_baja|disiscri',
  ].join('|'),
);
const optInWords = new RegExp(
  [
    'opt(ed)?_?in(_|$)|optin|subscri|newsletter|consent|permission|accepts|allow|mailable|contactable|marketing|gdpr',
    'abonn|angemeldet|anmeldestatus|einwillig|zustimm|erlaub|werbung|dsgvo|inscrit|rgpd',
    '^(is_)?(active|activated|aktiv|aktiviert|actif|enabled)$',
  ].join('|'),
);
const stateWords = /(^|_)(status|state|zustand|statut|stato|estado)(_|$)/;
/** When, where and how a person came, as Mailchimp exports it; a time that is missing says nothing. */
const howTheyCame = /^(optin|confirm)_time$|_(ip|url|source|quelle|link)$/;

/** A cheap look at the cells of any other column, before their words are looked up. */
const maySayLeft = /^\W*(unsub|opt|abge|abbe|ausge|d.?s|block|black)/i;

const isLink = (cell: string): boolean => /^https?:\/\//i.test(cell);
const isNumber = (cell: string): boolean => /^\d+([.,]\d+)?$/.test(cell);

/** Whatever is asked of the cells of a column here, two of one kind answer the same. */
export const kindOfCell = (cell: string): string =>
  [meaningOf(cell), saysQuarantined(cell), isLink(cell), isNumber(cell), maySayLeft.test(cell)].join(' ');

type Cells = { name: string; cells: readonly string[]; meanings: ReadonlySet<Meaning> };

const hasAny = ({ meanings }: Cells, wanted: readonly Meaning[]): boolean =>
  wanted.some((meaning) => meanings.has(meaning));

/** A name that speaks of opting out. Nobody in it: harmless, as are links of another tool. */
const ofOptOut = ({ cells }: Cells): Consent =>
  cells.every((cell) => saysOptedOut(cell) === 'no' || isLink(cell)) ? undefined : 'unclear';

/** Yes to all is harmless; who has no yes among others that have one must not be written to. Numbers are counts of something. */
const ofOptIn = (column: Cells): Consent => {
  if (column.cells.some((cell) => isNumber(cell) && meaningOf(cell) === 'other')) return undefined;
  if (hasAny(column, ['no', 'away'])) return 'unclear';
  return hasAny(column, ['yes', 'date', 'stayed', 'well']) && hasAny(column, ['blank', 'other'])
    ? 'unclear'
    : undefined;
};

/** Whoever left must be found, in whatever column that stands. */
const ofStates = (column: Cells): Consent => {
  const isState = stateWords.test(column.name);
  if (!hasAny(column, ['left'])) return isState && hasAny(column, ['away']) ? 'unclear' : undefined;
  const isStated = isState || optInWords.test(column.name);
  const isClear = column.cells.every((cell) => saysLeft(cell) !== 'unclear');
  return isStated && isClear ? { as: 'optedOut', says: remembering(saysLeft) } : 'unclear';
};

/** Texts of a column that are remembered with their meaning: there are few, over and over. */
const REMEMBERED = 1000;

const remembering = (says: Says): Says => {
  const known = new Map<string, Said>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const said = says(cell);
    if (known.size < REMEMBERED) known.set(cell, said);
    return said;
  };
};

const understood = (as: 'optedOut' | 'quarantined', says: Says, cells: readonly string[]): Consent =>
  cells.some((cell) => says(cell) === 'unclear') ? 'unclear' : { as, says: remembering(says) };

/** A column of which whoever imports says that it is about consent; its words must be understood all the same. */
export const consentAs = (as: 'optedOut' | 'optedIn' | 'quarantined', cells: readonly string[]): Consent => {
  if (as === 'quarantined') return understood(as, saysQuarantined, cells);
  return understood('optedOut', as === 'optedIn' ? saysNotIn : saysGone, cells);
};

/**
 * @param name as `columnName` makes it of the header
 * @param cells trimmed, each text once
 */
export const consentIn = (name: string, cells: readonly string[]): Consent => {
  if (optedOut.has(name)) return understood('optedOut', saysOptedOut, cells);
  if (quarantined.has(name)) return understood('quarantined', saysQuarantined, cells);
  if (elsewhere.test(name)) return undefined;
  const isTopic = [optOutWords, optInWords, stateWords].some((topic) => topic.test(name));
  const telling = isTopic ? cells : cells.filter((cell) => maySayLeft.test(cell));
  const column = { name, cells: telling, meanings: new Set(telling.map(meaningOf)) };
  if (optOutWords.test(name)) return ofOptOut(column);
  const state = ofStates(column);
  if (state || !optInWords.test(name) || howTheyCame.test(name)) return state;
  return ofOptIn(column);
};
