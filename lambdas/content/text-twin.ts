import { compile, type FormatCallback } from 'html-to-text';
import { liquidPlaces, refuseTooMuchCode } from '../../domain/content/liquid-places.ts';
import { textEngine } from '../../domain/content/render.ts';
import { withoutEnclosed } from '../../domain/values/enclosed.ts';

/** Noncharacters of Unicode, which no text that is exchanged holds (Unicode, section 23.7), around the number of a code. */
const [OPEN, CLOSE] = ['\uFDD0', '\uFDD1'];
/** The same from outside, also as references of HTML. */
const foreign = new RegExp(`[${OPEN}${CLOSE}]|&#(?:x0*fdd[01](?![\\da-f])|0*6497[67](?!\\d));?`, 'gi');
const stand = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g');

/** One row is one line; cells that touch in HTML are apart in a text. */
const row: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: 1 });
};
const cell: FormatCallback = (element, walk, builder) => {
  walk(element.children, builder);
  builder.addInline(' ');
};
/** The description of a picture stands for it, and its address for nothing; what is beside one without is not one word. */
const picture: FormatCallback = (element, _walk, builder) => {
  const attributes: unknown = element.attribs;
  const isDescribed = typeof attributes === 'object' && attributes !== null && 'alt' in attributes;
  builder.addInline((isDescribed && String(attributes.alt)) || ' ');
};

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
/** What begins a line of its own (HTML, section 15.3.3) beyond what the library knows. */
const blocks = 'address center dd details dl dt fieldset figcaption figure hgroup legend summary'.split(' ');

/** Tables of mails are layout; `dataTable` loses the code between rows, and a line that is wrapped cuts code in two. */
const convert = compile({
  wordwrap: false,
  formatters: { row, cell, picture },
  selectors: [
    ...headings.map((selector) => ({ selector, options: { uppercase: false } })),
    ...blocks.map((selector) => ({
      selector,
      format: 'block',
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
    })),
    // Delimiters of an address in a text (RFC 3986, appendix C).
    { selector: 'a', options: { linkBrackets: ['<', '>'], hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'hr', options: { length: 24 } },
    { selector: 'img', format: 'picture' },
    { selector: 'tr', format: 'row' },
    { selector: 'td', format: 'cell' },
    { selector: 'th', format: 'cell' },
    { selector: 'head', format: 'skip' },
    { selector: 'title', format: 'skip' },
    { selector: '[style*="display:none"i]', format: 'skip' },
    { selector: '[style*="display: none"i]', format: 'skip' },
    { selector: '[hidden]', format: 'skip' },
  ],
});

/** Around what only some mail programs read; what they enclose stays (`<![if !mso]>…<![endif]>`). */
const withoutRevealing = (html: string): string =>
  withoutEnclosed(html, /<!\[if\b/i, /\]>/).replaceAll(/<!\[endif\]>/gi, '');

/** Each of these puts something before every line in it: lines and depth multiply. */
const MOST_INDENTED = 20;

/** @throws Error for lists and quotations that lie deeper within one another than in any mail */
const refuseDeep = (html: string): void => {
  let depth = 0;
  for (const [, end] of html.matchAll(/<(\/?)(?:ul|ol|blockquote)\b/gi)) {
    depth = end === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MOST_INDENTED)
      throw new Error(`more than ${MOST_INDENTED} lists and quotations of the HTML are within one another`);
  }
};

/** Space without width, and what senders fill the line of an inbox with. */
const fillers = /\u034F|[\u00AD\u200B\u200C\u2060\uFEFF]/g;

/** Signs of Liquid in what the HTML shows are text. */
const asText = (text: string): string => text.replaceAll(/\{[{%]/g, (signs) => `{% raw %}${signs}{% endraw %}`);

/** At most one empty line, nothing at the ends of lines. */
const tidy = (text: string): string =>
  text
    .replaceAll(fillers, '')
    .replaceAll('\u00A0', ' ')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

/** A line that has nothing but tags leaves no line where it stood, and no second empty one. */
const withoutTagLines = (text: string, isTag: (index: number) => boolean): string => {
  const kept: string[] = [];
  let [isFirst, isBehindTags, isBehindEmpty, owesEmpty] = [true, false, true, false];
  for (const line of text.split('\n')) {
    if (isBehindTags && line === '') {
      owesEmpty = !isBehindEmpty;
      continue;
    }
    const codes = [...line.matchAll(stand)].map(([, index]) => Number(index));
    const isOnlyTags = codes.length > 0 && line.replaceAll(stand, '').trim() === '' && codes.every(isTag);
    kept.push(isFirst || (isBehindTags && !owesEmpty) ? '' : '\n', isOnlyTags ? line.replaceAll(' ', '') : line);
    if (isOnlyTags) isBehindEmpty ||= owesEmpty;
    else isBehindEmpty = line === '';
    [isFirst, isBehindTags, owesEmpty] = [false, isOnlyTags, false];
  }
  return kept.join('');
};

/**
 * The plain text of a mail made from its HTML, as Liquid source: every code in what is seen stays as it is written, links
 * stand behind what they show.
 * @param html as MJML is compiled to, or as it was written; Liquid can read it
 * @throws Error when the code that is left is none by itself, such as that of a condition around half a start tag, and
 * for more of it, or deeper lists, than any mail has
 */
export const textTwin = (html: string): string => {
  const codes: string[] = [];
  const kept: string[] = [];
  let at = 0;
  refuseDeep(html);
  for (const { from, to } of liquidPlaces(html)) {
    kept.push(html.slice(at, from).replaceAll(foreign, ' '), `${OPEN}${codes.length}${CLOSE}`);
    codes.push(html.slice(from, to));
    at = to;
  }
  kept.push(html.slice(at).replaceAll(foreign, ' '));
  const text = tidy(asText(convert(withoutRevealing(kept.join('')))));
  const lines = withoutTagLines(text, (index) => codes[index]?.startsWith('{%') ?? false);
  const twin = lines.replaceAll(stand, (_, index: string) => codes[Number(index)] ?? '');
  refuseTooMuchCode(twin);
  textEngine.parse(twin);
  return twin;
};
