import type { ColumnMeaning } from './column-mapping.ts';

const names = (text: string): string[] => text.split(/\s+/).filter((name) => name !== '');

/**
 * Headers, as `columnName` makes them, of Mailchimp, HubSpot, Salesforce, Brevo, CleverReach, Outlook, Thunderbird, Google
 * and listmonk, in English, German and French, and in the languages next to them.
 */
const known: [ColumnMeaning, readonly string[]][] = [
  ['firstName', names('first_name firstname given_name vorname prenom fname first nombre nome voornaam imie')],
  [
    'lastName',
    names(
      'last_name lastname surname family_name nachname familienname zuname nom nom_de_famille lname last apellido apellidos cognome achternaam nazwisko',
    ),
  ],
  [
    'fullName',
    names('name full_name fullname display_name anzeigename nom_complet nom_affiche file_as contact_name kontaktname'),
  ],
  [
    'consentDate',
    names(`consent_date consent_time date_of_consent optin_time opt_in_time opt_in_date optin_date confirm_time
      einwilligung_am einwilligungsdatum datum_der_einwilligung date_de_consentement consentement_date
      subscribed_at subscribed_on subscription_date angemeldet_am anmeldedatum date_inscription date_d_inscription
      double_opt_in_date doi_date activated registered`),
  ],
  [
    'language',
    names(
      'language lang locale preferred_language language_code sprache sprachcode bevorzugte_sprache langue langue_preferee idioma lingua taal',
    ),
  ],
  ['timeZone', names('time_zone timezone tz zeitzone fuseau_horaire zona_horaria')],
];

/** A code such as `de`, `en-GB` or `pt_BR` (BCP 47), or a language's own name or English name. */
const languageCell = /^([a-z]{2,3}([-_][a-z0-9]{2,4}){0,2}|\p{L}{4,20})$/iu;
/** A name of the time zone database, or an offset. */
const zoneCell = /^([A-Za-z_]+\/[A-Za-z_/+-]+\d*|UTC|GMT|[A-Z]{3,5}|(UTC|GMT)?[+-]\d{1,2}(:?\d{2})?)$/;

const fits: Partial<Record<ColumnMeaning, RegExp>> = { language: languageCell, timeZone: zoneCell };

/** By name, and where cells of that meaning have a form of their own, by most of them. */
export const meaningOf = (name: string, cells: readonly string[]): ColumnMeaning | undefined => {
  const meaning = known.find(([, headers]) => headers.includes(name))?.[0];
  const form = meaning && fits[meaning];
  const filled = cells.filter((cell) => cell !== '');
  return form && filled.filter((cell) => form.test(cell)).length < filled.length / 2 ? undefined : meaning;
};

/** Under which name it stands where no other is given. */
export const nameOfMeaning: Record<ColumnMeaning, string> = {
  firstName: 'first_name',
  lastName: 'last_name',
  fullName: 'full_name',
  consentDate: 'consent_date',
  language: 'language',
  timeZone: 'time_zone',
};
