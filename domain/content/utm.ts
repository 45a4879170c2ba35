import type { Utm } from '../model/link-rules.ts';
import { liquidPlaces, maskedLiquid, rawIn } from './liquid-places.ts';

const named = ({ source, medium, campaign, content }: Utm): [string, string][] =>
  Object.entries({ utm_source: source, utm_medium: medium, utm_campaign: campaign, utm_content: content }).flatMap(
    ([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]),
  );

export type Parameters = readonly (readonly [name: string, value: string])[];

/** How an address is written: as it is, or in an attribute of HTML, where `&` is one of many references. */
export type Written = { and: '&' | '&amp;'; signs: RegExp };

export const inText: Written = { and: '&', signs: /#/ };
export const inAttribute: Written = { and: '&amp;', signs: /(?<!&)#|&#(?!\d+;|x[\da-f]+;)/i };

/** What stands before the query, the query, and the fragment with its sign (RFC 3986, section 3). */
const partsOf = (
  address: string,
  { signs }: Written,
): [before: string, query: string | undefined, fragment: string] => {
  const sign = address.search(signs);
  const end = sign < 0 ? address.length : sign;
  const mark = address.slice(0, end).indexOf('?');
  const fragment = address.slice(end);
  return mark < 0
    ? [address.slice(0, end), undefined, fragment]
    : [address.slice(0, mark), address.slice(mark + 1, end), fragment];
};

const namesIn = (query: string, { and }: Written): URLSearchParams => new URLSearchParams(query.replaceAll(and, '&'));

/** The address with those parameters that it does not have; everything else of it stays to the letter. */
export const withParameters = (address: string, parameters: Parameters, written: Written): string => {
  const [before, query = '', fragment] = partsOf(address, written);
  const known = namesIn(query, written);
  const missing = parameters.filter(([name]) => !known.has(name));
  if (missing.length === 0) return address;
  const added = missing.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join(written.and);
  const joint = query === '' || /&(?:amp;)?$/.test(query) ? '' : written.and;
  return `${before}?${query}${joint}${added}${fragment}`;
};

export const isOfPage = (address: string): boolean => /^https?:\/\/[^/]/i.test(address);

const hasCode = (address: string): boolean => /\{[{%]/.test(address);

/** The same by the rules of a campaign. What is no address of a page stays, and one with code of Liquid (`utmCode`). */
export const withUtm = (address: string, utm: Utm | undefined): string =>
  utm && isOfPage(address) && !hasCode(address) ? withParameters(address, named(utm), inText) : address;

/** Code of Liquid that makes an address first, and then gives it the parameters: its values may have a query in them. */
export const utmCode = (address: string, utm: Utm): string =>
  `{% utm ${new URLSearchParams(named(utm)).toString()} %}${address}{% endutm %}`;

/** Signs behind an address that are of the sentence around it. */
const BEHIND = /[.,;:!?)\]'"]+$/;

/** The same of each address in a text of words. One that goes on in a tag of Liquid, or is raw, stays. */
export const textWithUtm = (text: string, utm: Utm | undefined): string => {
  if (!utm) return text;
  const tags = new Set([...liquidPlaces(text)].map(({ from }) => from).filter((from) => text[from + 1] === '%'));
  const isRaw = rawIn(text);
  const pieces: string[] = [];
  let done = 0;
  for (const { 0: found, index } of maskedLiquid(text).matchAll(/https?:\/\/[^\s<>"{}]+/gi)) {
    const end = index + found.length;
    const to = end - (BEHIND.exec(found.slice(-20))?.[0].length ?? 0);
    const address = text.slice(index, to);
    const isCode = hasCode(address) && !isRaw(index);
    if (tags.has(end)) continue;
    pieces.push(text.slice(done, index), isCode ? utmCode(address, utm) : withUtm(address, utm));
    done = to;
  }
  return [...pieces, text.slice(done)].join('');
};

/** An address as somebody is shown it who looks at a template. */
export const shownWithUtm = (address: string, utm: Utm | undefined): string =>
  utm && isOfPage(address) ? withParameters(address, named(utm), inText) : address;
