import slugify from '@sindresorhus/slugify';
import { Parser } from 'htmlparser2';
import { leadsToUnsubscribe } from '../../domain/content/unsubscribe-link.ts';

/** What a link shows is cut after so many characters. */
const LENGTH = 60;

type Found = { at: number; text: string; title: string };

const liquid = /\{\{.*?\}\}|\{%.*?%\}/gs;

/** SES takes letters, digits, - and _ in a tag (SES MessageTag); what is personal in a text is not part of its label. */
const labelOf = ({ text, title }: Found): string =>
  [text, title]
    .map((shown) => slugify(shown.replaceAll(liquid, ' '), { lowercase: false, decamelize: false }).slice(0, LENGTH))
    .find((label) => label !== '') ?? '';

type Code = { from: number; to: number };

/** The code that a place lies in, of all in their order: found by halves, because a mail may have thousands of both. */
const codeAround = (code: readonly Code[], at: number): Code | undefined => {
  let [low, high] = [0, code.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((code[middle]?.from ?? at) < at) low = middle + 1;
    else high = middle;
  }
  const last = code[low - 1];
  return last && at < last.to ? last : undefined;
};

/** Behind the start tag that begins at `at`: a > within the template's code does not end it. */
const endOfTag = (html: string, at: number, code: readonly Code[]): number => {
  const end = html.indexOf('>', at);
  const within = codeAround(code, end);
  if (within) return endOfTag(html, within.to, code);
  return end === -1 ? html.length : end + 1;
};

/** Begins of the links of a mail, each with its attributes. */
const linksIn = (html: string): (Found & { attributes: Record<string, string> })[] => {
  const links: (Found & { attributes: Record<string, string> })[] = [];
  let open: Found | undefined;
  const parser = new Parser({
    onopentag: (name, attributes) => {
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
  const code = [...html.matchAll(liquid)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
  const isText = ({ at }: Found): boolean =>
    /^<a\s/i.test(html.slice(at, at + 3)) && codeAround(code, at) === undefined;
  const isUnsubscribeLink = leadsToUnsubscribe(html);
  const pieces: string[] = [];
  let written = 0;
  for (const link of linksIn(html).filter(isText)) {
    const place = link.at + '<a'.length;
    const mark = markOf(link, isUnsubscribeLink(html.slice(link.at, endOfTag(html, link.at, code))));
    pieces.push(html.slice(written, place), mark);
    written = place;
  }
  return [...pieces, html.slice(written)].join('');
};
