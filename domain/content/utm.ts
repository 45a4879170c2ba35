import type { Utm } from '../model/link-rules.ts';
import { liquidPlaces } from './liquid-places.ts';

const named = ({ source, medium, campaign, content }: Utm): [string, string][] =>
  Object.entries({ utm_source: source, utm_medium: medium, utm_campaign: campaign, utm_content: content }).flatMap(
    ([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]),
  );

/** What stands before the query, the query, and the fragment with its sign (RFC 3986, section 3). */
const partsOf = (address: string): [before: string, query: string | undefined, fragment: string] => {
  const end = address.indexOf('#') < 0 ? address.length : address.indexOf('#');
  const mark = address.slice(0, end).indexOf('?');
  const fragment = address.slice(end);
  return mark < 0
    ? [address.slice(0, end), undefined, fragment]
    : [address.slice(0, mark), address.slice(mark + 1, end), fragment];
};

/**
 * The address with those parameters that it does not have: everything else of it stays to the letter. What is no address
 * of a page stays, and one with code of Liquid, of which nobody knows where its query begins.
 */
export const withUtm = (address: string, utm: Utm | undefined): string => {
  if (!utm || !/^https?:\/\/[^/]/i.test(address) || /\{[{%]/.test(address)) return address;
  const [before, query, fragment] = partsOf(address);
  const known = new URLSearchParams(query ?? '');
  const missing = named(utm).filter(([name]) => !known.has(name));
  if (missing.length === 0) return address;
  const added = missing.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  const joint = query === undefined || query === '' || query.endsWith('&') ? '' : '&';
  return `${before}?${query ?? ''}${joint}${added}${fragment}`;
};

/** Signs behind an address that are of the sentence around it. */
const BEHIND = /[.,;:!?)\]'"]+$/;

const inPiece = (text: string, utm: Utm, isCodeBehind: boolean): string =>
  text.replaceAll(/https?:\/\/[^\s<>"{}]+/gi, (found, at: number) => {
    // It goes on in the code.
    if (isCodeBehind && at + found.length === text.length) return found;
    const address = found.slice(0, found.length - (BEHIND.exec(found.slice(-20))?.[0].length ?? 0));
    return withUtm(address, utm) + found.slice(address.length);
  });

/** The same of each address in a text of words. */
export const textWithUtm = (text: string, utm: Utm | undefined): string => {
  if (!utm) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to } of liquidPlaces(text)) {
    pieces.push(inPiece(text.slice(at, from), utm, true), text.slice(from, to));
    at = to;
  }
  return [...pieces, inPiece(text.slice(at), utm, false)].join('');
};
