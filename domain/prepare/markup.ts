import type { Check } from '../model/preparation.ts';
import { unsubscribePath } from '../model/unsubscribe-token.ts';
import { viewPath } from '../model/view-token.ts';
import { beginningOf } from '../values/whole-characters.ts';

/** What is read from all branches of the frozen HTML; `{{x}}` is in the place of personal values. */
export type Markup = {
  links: { href: string; label: string }[];
  /** `alt` is undefined when the attribute is missing; an empty one says that the image is decoration. */
  images: { src: string; alt: string | undefined }[];
  /** Of the links, and of those on areas of pictures and for Outlook only. */
  addresses: string[];
};

/** So many are named; whoever mends them prepares again and sees the next. */
const PLACES = 10;

const isPersonal = (text: string): boolean => text.includes('{{');

const isWellFormed = (href: string): boolean => {
  // A place in the mail itself is one, too; a bare # waits for its address.
  if (isPersonal(href) || /^(?:(mailto|tel|sms):.|#\S+$)/i.test(href)) return true;
  return /^https?:/i.test(href) && URL.canParse(href);
};

/** A finding with the places where it is, if there are any. */
export const places = (
  code: Check['code'],
  verdict: 'information' | 'warning' | 'blocking',
  found: readonly string[],
): Check => ({
  code,
  verdict: found.length > 0 ? verdict : 'passed',
  facts: { places: [...new Set(found)].slice(0, PLACES).map((place) => beginningOf(place, 120)) },
});

/** Names that mean something on one machine or in one network only (RFC 6761, RFC 6762, RFC 8375). */
const localName = /^(localhost|.*\.(localhost|local|internal|lan|home\.arpa|test|invalid))\.?$/;
/** Private, loopback and link-local addresses (RFC 1918, RFC 1122, RFC 3927, RFC 4193, RFC 4291). */
const localAddress =
  /^(0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[(::1?|f[cd][\da-f:]*|fe[89ab][\da-f:]*)\]$)/;

const hostOf = (href: string): string | undefined =>
  /^https?:/i.test(href) && !isPersonal(href) && URL.canParse(href) ? new URL(href).hostname : undefined;

const isLocal = (href: string): boolean => {
  const host = hostOf(href);
  // A name without a dot is one of a local network, too.
  return host !== undefined && (localName.test(host) || localAddress.test(host) || !/[.:]/.test(host));
};

/** A link of one message, copied from a mail: whoever follows it opts out somebody else, or sees their mail. */
const isOfOneMessage = (href: string): boolean =>
  hostOf(href) !== undefined && [unsubscribePath, viewPath].some((path) => new URL(href).pathname.startsWith(path));

const nowhere = (): undefined => undefined;

/**
 * Findings about links and images, each with the places where they are. `text` is what the text version holds for
 * anybody; `pictureIn` knows the pictures of the stage, which are reached wherever its console is.
 */
export const markupChecks = (
  { links, images, addresses }: Markup,
  text: string,
  pictureIn: (src: string) => string | undefined = nowhere,
): Check[] => {
  const elsewhere = images.map(({ src }) => src).filter((src) => pictureIn(src) === undefined);
  const hrefs = [...new Set(links.map(({ href }) => href))];
  const absent = hrefs.filter((href) => /^https?:/i.test(href) && !isPersonal(href) && !text.includes(href));
  return [
    places(
      'linksWellFormed',
      'warning',
      addresses.filter((href) => !isWellFormed(href)).map((href) => href || '–'),
    ),
    places('linksReachable', 'warning', [...addresses, ...elsewhere].filter(isLocal)),
    places(
      'linksOfOneMessage',
      'blocking',
      [...addresses, ...(text.match(/https?:[^\s<>"]+/gi) ?? [])].filter(isOfOneMessage),
    ),
    places(
      'linksLabelled',
      'information',
      links.filter(({ label }) => label.trim() === '').map(({ href }) => href),
    ),
    places(
      'imagesDescribed',
      'information',
      images.filter(({ alt }) => alt === undefined).map(({ src }) => src),
    ),
    places('textLinks', 'information', absent),
  ];
};

/** Placeholders that are empty for somebody: the name of each with the number of recipients. */
export const emptyCheck = (empty: ReadonlyMap<string, number>): Check =>
  places(
    'variablesFilled',
    'information',
    [...empty].map(([name, count]) => `${name} (${count})`),
  );

/** Values that a tool wrote where it had none, as they are; each with the number of recipients. */
export const wordsCheck = (words: ReadonlyMap<string, number>): Check =>
  places(
    'valuesReal',
    'warning',
    [...words].map(([name, count]) => `${name} (${count})`),
  );

/** Variables that the template writes as dates, and which are none for somebody; each with the number of recipients. */
export const datesCheck = (undated: ReadonlyMap<string, number>): Check =>
  places(
    'datesRead',
    'warning',
    [...undated].map(([name, count]) => `${name} (${count})`),
  );

/** Variables that a condition compares, and whose values it cannot read; each with the number of recipients. */
export const comparisonsCheck = (unread: ReadonlyMap<string, number>): Check =>
  places(
    'comparisonsRead',
    'warning',
    [...unread].map(([name, count]) => `${name} (${count})`),
  );

/** Values that say no where a condition holds for each that is there; each with the number of recipients. */
export const noAsYesCheck = (values: ReadonlyMap<string, number>): Check =>
  places(
    'noAsYes',
    'warning',
    [...values].map(([name, count]) => `${name} (${count})`),
  );

/** Attributes whose value the filter could not read, which left people out; each with their number. */
export const filterCheck = (unread: ReadonlyMap<string, number>): Check =>
  places(
    'filterValuesRead',
    'warning',
    [...unread].map(([name, count]) => `${name} (${count})`),
  );

/** More than this of pictures inside the mail, and Gmail cuts the mail off before its end. */
const EMBEDDED_KILOBYTES = 100;

/** Bytes of a data URI: three for each four digits of base64, else one for each sign. */
const bytesOf = (uri: string): number => {
  const begin = uri.indexOf(',') + 1;
  if (!/^data:[^,]*;base64,/i.test(uri)) return uri.length - begin;
  let end = uri.length;
  while (uri[end - 1] === '=') end -= 1;
  return Math.floor((Math.max(0, end - begin) * 3) / 4);
};

/**
 * Weight of the pictures inside the mail. Those that lie elsewhere are counted only: asking for an address that
 * somebody wrote into a template would let them reach whatever this account can reach.
 */
export const imagesWeightCheck = ({ images }: Pick<Markup, 'images'>): Check => {
  const embedded = images.filter(({ src }) => /^data:/i.test(src));
  const kilobytes = Math.ceil(embedded.reduce((sum, { src }) => sum + bytesOf(src), 0) / 1024);
  const remote = images.length - embedded.length;
  const verdict = kilobytes > EMBEDDED_KILOBYTES ? 'warning' : remote > 0 ? 'information' : 'passed';
  return { code: 'imagesWeight', verdict, facts: { kilobytes, limit: EMBEDDED_KILOBYTES, remote } };
};
