import isEmail from 'validator/lib/isEmail.js';
import * as z from 'zod';
import { isAscii } from '../values/ascii.ts';

/** Without white space around it or a sign beyond ASCII, as nearly all addresses are: SES takes it as it is. */
const isPlain = (address: string): boolean => /^[!-~]*$/.test(address);

/** The domain as DNS has it (Punycode); a text that is no domain stays as it is. */
const dnsDomain = (domain: string): string => {
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return domain;
  }
};

const asSesTakesIt = (address: string): string => {
  const trimmed = address.trim();
  const at = trimmed.lastIndexOf('@');
  const domain = trimmed.slice(at + 1);
  return at < 0 || isAscii(domain) ? trimmed : `${trimmed.slice(0, at)}@${dnsDomain(domain)}`;
};

/** What needs no quotation marks: a dot-atom (RFC 5322 §3.2.3), also of letters beyond ASCII (RFC 6531). */
const dotAtom = /^[^\s"(),.:;<>@[\\\]]+(?:\.[^\s"(),.:;<>@[\\\]]+)*$/;

/** "All quoting forms MUST be treated as equivalent" (RFC 5321 §4.1.2): `"ines"@` is the mailbox of `ines@`. */
const withoutQuotes = (address: string): string => {
  if (!address.startsWith('"')) return address;
  const at = address.lastIndexOf('@');
  if (at < 2 || address[at - 1] !== '"') return address;
  const local = address.slice(1, at - 1).replaceAll(/\\(.)/g, '$1');
  const written = dotAtom.test(local) ? local : `"${local.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
  return `${written}${address.slice(at)}`;
};

type Forms = { isPlain: boolean; ses: string; key: string };

const formsOf = (address: string): Forms => {
  const plain = isPlain(address);
  const ses = plain ? address : asSesTakesIt(address);
  return { isPlain: plain, ses, key: withoutQuotes(ses).toLowerCase() };
};

let last = { address: '', forms: formsOf('') };

/** Whoever judges an audience asks for the same address several times, one after the other. */
const lastForms = (address: string): Forms => {
  if (last.address !== address) last = { address, forms: formsOf(address) };
  return last.forms;
};

/** The address as SES takes it: white space trimmed, an international domain in Punycode (`bücher.example`: `xn--bcher-kva.example`). */
export const sesAddress = (address: string): string => lastForms(address).ses;

/**
 * The key under which addresses are compared: as SES takes it, without needless quotation marks, whole address case-folded.
 * RFC 5321 lets local parts differ by case; no large provider does, and mailing "Anna@" and "anna@"
 * twice is the trap that the model falls into. The message keeps the case as written.
 */
export const addressKey = (address: string): string => lastForms(address).key;

/** Something before the @ that SES refuses, because it cannot be written in ASCII (SMTPUTF8, RFC 6531). */
export const isInternationalLocalPart = (address: string): boolean => {
  if (lastForms(address).isPlain) return false;
  const trimmed = address.trim();
  return !isAscii(trimmed.slice(0, trimmed.lastIndexOf('@')));
};

const isWritten = (address: string): boolean =>
  // Half a character is in no address; the library would throw.
  address.isWellFormed() && isEmail(address, { allow_utf8_local_part: true, ignore_max_length: false });

/** What the library takes before the @ of any address: atoms of ASCII that are not too long (RFC 5321 §4.5.3.1.1). */
const takenLocalPart = /^(?=.{1,64}$)[a-z\d_+-]+(?:\.[a-z\d_+-]+)*$/i;
const MOST_CHARACTERS = 254;

/** Few domains stand for most addresses; more than so many begin anew. */
const DOMAINS_KEPT = 10_000;
const domains = new Map<string, boolean>();

const isDomain = (domain: string): boolean => {
  const known = domains.get(domain);
  if (known !== undefined) return known;
  if (domains.size >= DOMAINS_KEPT) domains.clear();
  const is = isWritten(`a@${domain}`);
  domains.set(domain, is);
  return is;
};

/** Is it written as an address is? The local part may be international; the domain has a dot or is a literal TLD. */
export const isAddress = (address: string): boolean => {
  const written = sesAddress(address);
  const at = written.lastIndexOf('@');
  // An audience has a million addresses: where nothing can be said against the local part, the domain alone decides.
  return written.length <= MOST_CHARACTERS && takenLocalPart.test(written.slice(0, Math.max(at, 0)))
    ? isDomain(written.slice(at + 1))
    : isWritten(written);
};

/** An address that somebody looks for. RFC 5321 has room for 254 characters; one that was imported wrong may be longer, but not longer than a key of DynamoDB. */
export const SoughtAddress = z.string().trim().min(1, 'give the address to look for').max(500);
