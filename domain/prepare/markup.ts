import type { Check } from '../model/preparation.ts';
import { beginningOf } from '../values/whole-characters.ts';

/** What is read from the frozen HTML; placeholders (`{{h0}}`) are in the place of personal values. */
export type Markup = {
  links: { href: string; label: string }[];
  /** `alt` is undefined when the attribute is missing; an empty one says that the image is decoration. */
  images: { src: string; alt: string | undefined }[];
};

/** So many are named; whoever mends them prepares again and sees the next. */
const PLACES = 10;

const isPersonal = (text: string): boolean => text.includes('{{');

const isWellFormed = (href: string): boolean => {
  if (isPersonal(href) || /^(mailto|tel):./.test(href)) return true;
  return /^https?:/.test(href) && URL.canParse(href);
};

const found = (code: Check['code'], verdict: 'information' | 'warning', places: string[]): Check => ({
  code,
  verdict: places.length > 0 ? verdict : 'passed',
  facts: { places: [...new Set(places)].slice(0, PLACES).map((place) => beginningOf(place, 120)) },
});

/** Findings about links and images, each with the places where they are. `text` is the skeleton of the text twin. */
export const markupChecks = ({ links, images }: Markup, text: string): Check[] => {
  const hrefs = [...new Set(links.map(({ href }) => href))];
  const absent = hrefs.filter((href) => /^https?:/.test(href) && !isPersonal(href) && !text.includes(href));
  return [
    found(
      'linksWellFormed',
      'warning',
      links.filter(({ href }) => !isWellFormed(href)).map(({ href }) => href || '–'),
    ),
    found(
      'linksLabelled',
      'information',
      links.filter(({ label }) => label.trim() === '').map(({ href }) => href),
    ),
    found(
      'imagesDescribed',
      'information',
      images.filter(({ alt }) => alt === undefined).map(({ src }) => src),
    ),
    found('textLinks', 'information', absent),
  ];
};

/** Placeholders that are empty for somebody: the name of each with the number of recipients. */
export const emptyCheck = (empty: ReadonlyMap<string, number>): Check =>
  found(
    'variablesFilled',
    'information',
    [...empty].map(([name, count]) => `${name} (${count})`),
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
