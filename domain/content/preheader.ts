import { enclosedIn } from '../values/enclosed.ts';
import { blankedLiquid, liquidPlaces } from './liquid-places.ts';

/** Hidden from the page, shown by inboxes beside the subject. */
const hidden = 'display:none;font-size:1px;line-height:1px;max-height:0;max-width:0;opacity:0;overflow:hidden';

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A character reference by its name or its number (HTML, section 13.5), or a sign that would be markup. */
const escaped = (text: string): string =>
  text.replaceAll(/&(?:[a-z]\w*|#\d+|#x[\da-f]+);|[&<>]/gi, (part) => signs[part] ?? part);

/** It is text: nothing that is typed here becomes markup. Character references and Liquid stay as they are. */
const asText = (preheader: string): string => {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to } of liquidPlaces(preheader)) {
    pieces.push(escaped(preheader.slice(at, from)), preheader.slice(from, to));
    at = to;
  }
  return [...pieces, escaped(preheader.slice(at))].join('');
};

/**
 * Puts the preheader first into each body: a mail may have one for Outlook, in a conditional comment, and one for the
 * others. An HTML that has no body gets it in front.
 */
export const withPreheader = (html: string, preheader: string): string => {
  if (preheader === '') return html;
  const block = `<div style="${hidden}">${asText(preheader)}</div>`;
  // A > within Liquid does not end a tag, and what begins there is none.
  const ends = [...enclosedIn(blankedLiquid(html), /<body(?=[\s>])/i, />/)].map(({ to }) => to);
  if (ends.length === 0) return block + html;
  return [0, ...ends].map((from, index) => html.slice(from, ends[index])).join(block);
};
