import type { TrackingChoice } from '../model/tracking-consent.ts';
import { trackingUses, type TrackingUse } from './column-mapping.ts';
import { columnName } from './column-name.ts';
import { meaningOf, type Meaning } from './consent-words.ts';

/** What a cell of a column about tracking says of its person; `nothing`: they were never asked, or nobody noted it. */
export type SaidOfTracking = TrackingChoice | 'nothing' | 'unclear';

/** Names, as `columnName` makes them, that speak of whether opens and clicks are measured, in English, German and French. */
const about =
  /(^|_)track(ing|ed|s)?(_|$)|tracking(einwillig|zustimm|erlaub|widerspr|widerruf|ablehn|opt_?(in|out)|consent)|(^|_)(suivi|pistage|tracage)(_|$)|(offnungs|klick|nutzungs|erfolgs|reichweiten)messung|(^|_)(opens?|clicks?)_?(and_?clicks_?)?measur/;
const refusing =
  /opt(ed)?_?out|(^|_)(no|not|dont|never|sans|kein|keine|ohne|nicht)(_|$)|refus|declin|den(y|ied)|disabl|object|withdr|revok|widerspr|widerruf|ablehn|abgelehn|verweiger|opposition|retrait/;
const consenting =
  /consent|permission|allow|opt(ed)?_?in|accept|agree|grant|gdpr|dsgvo|rgpd|einwillig|zustimm|zugestimm|erlaub|einverst|akzept|autoris|accord|accept/;
/** As well the number of a parcel: a column of consent only where all cells are. */
const bare =
  /^(e_?mail_)?((opens?|clicks?)_)?(tracking|tracked|suivi|pistage|tracage)$|messung$|^track_(opens|clicks)$|measur/;

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const given = words(`given granted accepted accept agreed allowed consented erteilt gegeben zugestimmt eingewilligt
  akzeptiert erlaubt einverstanden accepte acceptee accorde accordee donne autorise autorisee`);
const refused =
  words(`refused declined denied rejected withdrawn revoked objected disallowed disabled inactive abgelehnt
  widerrufen widersprochen verweigert nicht_erteilt nicht_erlaubt refuse refusee retire retiree revoque`);
/** And what programs write where they have nothing, which is no refusal. */
const nothing = words(`null none nan n_a na nil unknown unbekannt inconnu not_asked never_asked nicht_gefragt
  nicht_abgefragt non_demande offen pending keine_angabe k_a`);

const byMeaning: Record<Meaning, SaidOfTracking> = {
  blank: 'nothing',
  yes: 'given',
  date: 'given',
  stayed: 'given',
  well: 'given',
  no: 'refused',
  left: 'refused',
  away: 'unclear',
  other: 'unclear',
};

/** Of a column whose yes, or whose day, is a consent. */
const saysTracking = (cell: string): SaidOfTracking => {
  const word = columnName(cell);
  if (nothing.has(word)) return 'nothing';
  if (given.has(word)) return 'given';
  return refused.has(word) ? 'refused' : byMeaning[meaningOf(cell)];
};

/** Who did not refuse has not consented by that. */
const saysRefused = (cell: string): SaidOfTracking => {
  const word = columnName(cell);
  const meaning = meaningOf(cell);
  if (refused.has(word) || meaning === 'yes' || meaning === 'date' || meaning === 'left') return 'refused';
  if (nothing.has(word) || given.has(word)) return 'nothing';
  return meaning === 'other' || meaning === 'away' ? 'unclear' : 'nothing';
};

export type TrackingColumn = { as: TrackingUse; says: (cell: string) => SaidOfTracking };

/** A column of which whoever imports says what it is; its words must be understood all the same. */
const trackingAs = (as: TrackingUse, cells: readonly string[]): TrackingColumn | 'unclear' => {
  const says = as === 'tracking' ? saysTracking : saysRefused;
  return cells.some((cell) => says(cell) === 'unclear') ? 'unclear' : { as, says };
};

/**
 * Undefined: nothing about tracking.
 * @param name as `columnName` makes it of the header
 * @param cells trimmed, each text once
 */
const trackingIn = (name: string, cells: readonly string[]): TrackingColumn | 'unclear' | undefined => {
  if (name === 'dnt') return trackingAs('trackingOptOut', cells);
  if (!about.test(name)) return undefined;
  if (refusing.test(name)) return trackingAs('trackingOptOut', cells);
  if (consenting.test(name)) return trackingAs('tracking', cells);
  if (!bare.test(name)) return undefined;
  const column = trackingAs('tracking', cells);
  const isSaid = cells.some((cell) => saysTracking(cell) === 'given' || saysTracking(cell) === 'refused');
  return column !== 'unclear' && isSaid ? column : undefined;
};

/** @param isPlain whoever imports says that it is none */
export const trackingOf = (
  { name, cells, said }: { name: string; cells: readonly string[]; said: { as: string } | undefined },
  isPlain: boolean,
): TrackingColumn | 'unclear' | undefined => {
  if (!said) return isPlain ? undefined : trackingIn(name, cells);
  const as = trackingUses.find((use) => use === said.as);
  return as && trackingAs(as, cells);
};
