import { Parser } from 'htmlparser2';
import type { LiquidPlace } from '../../domain/content/liquid-places.ts';

/** A start tag from its < to behind its >. */
export type StartTag = { at: number; end: number };

/**
 * The start tags that begin at these places, from the front: a > within the template's code does not end one, and what
 * begins within code is none.
 */
export const startTags = (html: string, code: readonly LiquidPlace[], places: readonly number[]): StartTag[] => {
  const tags: StartTag[] = [];
  let [within, ahead, end] = [0, 0, 0];
  for (const at of places) {
    while ((code[within]?.to ?? Infinity) <= at) within += 1;
    if ((code[within]?.from ?? Infinity) < at) continue;
    if (at >= end) {
      let close = html.indexOf('>', at);
      for (let next = code[ahead]; next && next.from < close; next = code[(ahead += 1)])
        if (close < next.to) close = html.indexOf('>', next.to);
      end = close < 0 ? html.length : close + 1;
    }
    tags.push({ at, end });
  }
  return tags;
};

type Found = { at: number; text: string; title: string };

/** Browsers stop at some hundreds; the parser takes the square of their number to keep them. */
const MOST_OPEN = 1000;

/** A link in its place. */
export type Link = Found & { attributes: Record<string, string> };

/**
 * Begins of the links of a mail, each with its attributes.
 * @throws Error for HTML that is too deep; it is read here first
 */
export const linksIn = (html: string): Link[] => {
  const links: Link[] = [];
  let open: Found | undefined;
  let depth = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth += 1;
      if (depth > MOST_OPEN) throw new Error(`more than ${MOST_OPEN} elements of the HTML are within one another`);
      if (name === 'a') {
        const link = { at: parser.startIndex, text: '', title: attributes['title'] ?? '', attributes };
        open = link;
        links.push(link);
      }
      if (name === 'img' && open) open.text += ` ${attributes['alt'] ?? ''} `;
    },
    ontext: (text) => {
      if (open) open.text += text;
    },
    onclosetag: (name) => {
      depth -= 1;
      if (name === 'a') open = undefined;
    },
  });
  parser.end(html);
  return links;
};
