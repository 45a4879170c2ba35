import { liquidIn, liquidPlaces } from '../../../../domain/content/liquid-places.ts';
import type { Element } from './elements.ts';
import type { Splice } from './splice.ts';

const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u00A0': '&nbsp;',
};

const reference = (sign: string): string => (sign === "'" ? '&#39;' : (references[sign] ?? sign));

/** Both parts of a text by a way of their own: what people mean, and code of Liquid. */
const eachPart = (text: string, plain: (piece: string) => string, code: (piece: string) => string): string => {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to } of liquidPlaces(text)) {
    pieces.push(plain(text.slice(at, from)), code(text.slice(from, to)));
    at = to;
  }
  return [...pieces, plain(text.slice(at))].join('');
};

const asHtml = (text: string): string => text.replaceAll(/[&<>\u00A0]/g, reference);
const asItIs = (code: string): string => code;

/** A text of people with code of Liquid as they mean it, as HTML: only the code stays as it is. */
export const textAsHtml = (text: string): string => eachPart(text, asHtml, asItIs);

/**
 * A value in the quotes that its element has, or in others when code of Liquid needs those: MJML ends it at the first.
 * Code that has both kinds keeps one of them only.
 */
export const quoted = (value: string, wanted: '"' | "'" | ''): string => {
  const code = liquidIn(value).join('');
  const usual = wanted === '' ? '"' : wanted;
  const other = usual === '"' ? "'" : '"';
  const [quote, away] = code.includes(usual) && !code.includes(other) ? [other, usual] : [usual, other];
  const special = quote === '"' ? /[&<"]/g : /[&<']/g;
  const written = eachPart(
    value,
    (piece) => piece.replaceAll(special, reference),
    (piece) => piece.replaceAll(quote, away),
  );
  return `${quote}${written}${quote}`;
};

const blanksBefore = (source: string, at: number): number => {
  let from = at;
  while (/\s/.test(source.charAt(from - 1))) from -= 1;
  return from;
};

/** Nothing, if it says that already. */
export const attributeSet = (source: string, element: Element, name: string, value: string): Splice[] => {
  const known = element.attributes.find((attribute) => attribute.name === name);
  if ((known?.value ?? '') === value) return [];
  if (!known) {
    const at = element.attributes.at(-1)?.to ?? element.tag.nameTo;
    return [{ from: at, to: at, put: ` ${name}=${quoted(value, '"')}` }];
  }
  if (value === '') {
    const put = /[\s/>]/.test(source.charAt(known.to)) ? '' : ' ';
    return [{ from: blanksBefore(source, known.from), to: known.to, put }];
  }
  return [
    {
      from: known.from,
      to: known.to,
      put: `${source.slice(known.from, known.from + name.length)}=${quoted(value, known.quote)}`,
    },
  ];
};

/** What stands in it with the tags around it that an element needs which closes itself. */
export const insideSet = (source: string, { name, inside, tag }: Element, put: string): Splice[] => {
  if (inside) return source.slice(inside.from, inside.to) === put ? [] : [{ ...inside, put }];
  if (put === '') return [];
  const from = blanksBefore(source, source.lastIndexOf('/', tag.to - 1));
  return [{ from, to: tag.to, put: `>${put}</${name}>` }];
};
