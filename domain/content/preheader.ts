import { blankedCode, endOfTag, liquidCode } from './liquid-code.ts';

/** Hidden from the page, shown by inboxes beside the subject. */
const hidden = 'display:none;font-size:1px;line-height:1px;max-height:0;max-width:0;opacity:0;overflow:hidden';

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Liquid, a character reference by its name or its number (HTML, section 13.5), or a sign that would be markup. */
const parts = new RegExp(String.raw`${liquidCode.source}|&(?:[a-z]\w*|#\d+|#x[\da-f]+);|[&<>]`, 'gis');

/** It is text: nothing that is typed here becomes markup. Character references and Liquid stay as they are. */
const asText = (preheader: string): string => preheader.replaceAll(parts, (part) => signs[part] ?? part);

/** Behind each start tag of a body: a mail may have one for Outlook, in a conditional comment, and one for the others. */
const bodiesOf = (html: string): number[] => {
  const blanked = blankedCode(html);
  return [...blanked.matchAll(/<body[\s>]/gi)].map(({ index }) => endOfTag(blanked, index));
};

/**
 * Puts the preheader first into each body. An HTML that has no body gets it in front.
 * @param html Liquid that can be parsed, as is the preheader
 */
export const withPreheader = (html: string, preheader: string): string => {
  if (preheader === '') return html;
  const block = `<div style="${hidden}">${asText(preheader)}</div>`;
  const ends = bodiesOf(html);
  if (ends.length === 0) return block + html;
  const pieces = [0, ...ends].map((from, index) => html.slice(from, ends[index]));
  return pieces.join(block);
};
