import slugify from '@sindresorhus/slugify';
import { Parser } from 'htmlparser2';
import { liquidPlaces, withoutLiquid, type LiquidPlace } from '../../domain/content/liquid-places.ts';
import { leadsToUnsubscribe } from '../../domain/content/unsubscribe-link.ts';

/** What a link shows is cut after so many characters. */
const LENGTH = 60;

type Found = { at: number; text: string; title: string };

/** SES takes letters, digits, - and _ in a tag (SES MessageTag); what is personal in a text is not part of its label. */
const labelOf = ({ text, title }: Found): string =>
  [text, title]
    .map((shown) => slugify(withoutLiquid(shown), { lowercase: false, decamelize: false }).slice(0, LENGTH))
    .find((label) => label !== '') ?? '';

/** A start tag from its < to behind its >. */
type StartTag = { at: number; end: number };

/**
 * The start tags that begin at these places, from the front: a > within the template's code does not end one, and what
 * begins within code is none.
 */
const startTags = (html: string, code: readonly LiquidPlace[], places: readonly number[]): StartTag[] => {
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

/** Places of those tags that may lead to the unsubscribe link. */
const unsubscribeTags = (
  html: string,
  code: readonly LiquidPlace[],
  tags: readonly StartTag[],
): ReadonlySet<number> => {
  const isLeading = leadsToUnsubscribe(html);
  const leading = code.filter(({ from, to }) => isLeading(html.slice(from, to))).map(({ from }) => from);
  let next = 0;
  return new Set(
    tags.flatMap(({ at, end }) => {
      while ((leading[next] ?? Infinity) < at) next += 1;
      return (leading[next] ?? Infinity) < end ? [at] : [];
    }),
  );
};

/** Browsers stop at some hundreds; the parser takes the square of their number to keep them. */
const MOST_OPEN = 1000;

/**
 * Begins of the links of a mail, each with its attributes.
 * @throws Error for HTML that is too deep; it is read here first
 */
const linksIn = (html: string): (Found & { attributes: Record<string, string> })[] => {
  const links: (Found & { attributes: Record<string, string> })[] = [];
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

/** What a link gets to tell SES: nothing when SES does not follow it, or its author said it all. */
const markOf = (link: ReturnType<typeof linksIn>[number], isUnsubscribeLink: boolean): string => {
  const { href = '', ...others } = link.attributes;
  if ('ses:no-track' in others) return '';
  if (isUnsubscribeLink) return ' ses:no-track';
  const label = /^\s*(https?:|\{\{)/i.test(href) && !('ses:tags' in others) ? labelOf(link) : '';
  return label === '' ? '' : ` ses:tags="label:${label}"`;
};

/**
 * Writes on each link what it shows, so that the events of its clicks hold it: `ses:tags="label:Spring-bulbs"`. What the
 * author tagged stays; a link that shows nothing of its own gets no label. The unsubscribe link is not redirected by SES,
 * which filters refuse and which would count it as a click: `ses:no-track` (SES developer guide, metrics FAQ, "Can I
 * disable click tracking?"). SES takes both out before the mail leaves.
 */
export const labelLinks = (html: string): string => {
  const links = new Map(linksIn(html).map((link) => [link.at, link]));
  const places = [...links.keys()].filter((at) => /^<a\s/i.test(html.slice(at, at + 3)));
  const code = [...liquidPlaces(html)];
  const tags = startTags(html, code, places);
  const unsubscribe = unsubscribeTags(html, code, tags);
  const marked: string[] = [];
  let done = 0;
  for (const { at } of tags) {
    const link = links.get(at);
    marked.push(html.slice(done, at + 2), link ? markOf(link, unsubscribe.has(at)) : '');
    done = at + 2;
  }
  return [...marked, html.slice(done)].join('');
};
