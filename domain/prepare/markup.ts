import type { Check } from '../preparation.ts';

/** What is read from the frozen HTML; placeholders (`{{h0}}`) stand where personal values go. */
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
  facts: { places: [...new Set(places)].slice(0, PLACES).map((place) => place.slice(0, 120)) },
});

/** Findings about links and images, each with the places where they are. `text` is the skeleton of the text twin. */
export const markupChecks = ({ links, images }: Markup, text: string): Check[] => {
  const absent = links.filter(({ href }) => /^https?:/.test(href) && !isPersonal(href) && !text.includes(href));
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
    found(
      'textLinks',
      'information',
      absent.map(({ href }) => href),
    ),
  ];
};

/** Placeholders that are empty for somebody: the name of each with the number of recipients. */
export const emptyCheck = (empty: ReadonlyMap<string, number>): Check =>
  found(
    'variablesFilled',
    'information',
    [...empty].map(([name, count]) => `${name} (${count})`),
  );
