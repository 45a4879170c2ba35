import { isAddress } from '../model/address.ts';
import { addressOf, holdsAddress } from './address-cell.ts';
import type { SeenRows } from './seen-rows.ts';

/**
 * Of ours, of mail programs and address books (`E-mail Address`, `E-Mail-Adresse`, `E-mail 1 - Value`, `Primary Email`),
 * in the languages in which they export; the surer ones first.
 */
const mails = [
  ['email', 'e_mail', 'mail', 'email_address', 'e_mail_address', 'mail_address', 'e_mail_1_value', 'email_1'],
  ['e_mail_adresse', 'email_adresse', 'emailadresse', 'mailadresse', 'mail_adresse', 'adresse_e_mail'],
  ['adresse_mail', 'adresse_email', 'courriel', 'primary_email', 'e_mail_1', 'email1', 'e_mail_1_address'],
  ['primare_e_mail_adresse', 'primare_e_mail', 'haupt_e_mail', 'primary_e_mail', 'primary_email_address'],
  ['adresse_de_messagerie', 'adresse_electronique', 'adresse_de_courriel', 'adresse_electronique_principale'],
  ['premiere_adresse_electronique', 'e_mail_principal', 'email_principal', 'correo_electronico', 'correo'],
  ['indirizzo_e_mail', 'indirizzo_email', 'posta_elettronica', 'endereco_de_email', 'e_mailadres', 'emailadres'],
  ['subscriber_email', 'contact_email', 'customer_email', 'user_email', 'kontakt_e_mail', 'email_privat'],
].flat();
/** Of mail, or of streets. */
const either = ['address', 'adresse', 'direccion', 'indirizzo'];

const known = [...mails, ...either];

/** Names that only columns of addresses bear. */
export const isMailName = (name: string): boolean => mails.includes(name);

type Rows = readonly (readonly string[])[];

const isOfAddresses = (rows: Rows, index: number): boolean => rows.some((row) => holdsAddress(row[index] ?? ''));

/** Most of what stands in it are addresses, and hardly one of them twice: not those of a few who look after the others. */
const isOfPeople = (rows: Rows, index: number): boolean => {
  const filled = rows.map((row) => addressOf(row[index] ?? '')).filter((cell) => cell !== '');
  const addresses = filled.filter(isAddress);
  return addresses.length > filled.length / 2 && new Set(addresses).size > addresses.length * 0.9;
};

/**
 * The first known name whose cells hold a mail address; without a known name the only column that does; without any, the
 * first that is known. Undefined names are of columns that are something else. -1: there is none, or several unknown ones hold addresses and nobody can say which is meant.
 */
export const addressIn = (names: readonly (string | undefined)[], rows: SeenRows): number => {
  const found = known.map((name) => names.indexOf(name)).filter((index) => index >= 0);
  const [first = -1] = found;
  const named = found.find((index) => rows.holdsMail(index)) ?? (isMailName(names[first] ?? '') ? first : undefined);
  if (named !== undefined) return named;
  const { first: seen } = rows;
  const holding = names.flatMap((name, index) => (name !== undefined && isOfAddresses(seen, index) ? [index] : []));
  const [only] = holding;
  if (only !== undefined && holding.length === 1 && isOfPeople(seen, only)) return only;
  return holding.length > 0 ? -1 : first;
};
