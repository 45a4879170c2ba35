import slugify from '@sindresorhus/slugify';
import { Parser } from 'htmlparser2';
import { blankedCode, endOfTag, liquidCode } from '../../domain/content/liquid-code.ts';
import { leadsToUnsubscribe } from '../../domain/content/unsubscribe-link.ts';

/** What a link shows is cut after so many characters. */
const LENGTH = 60;

type Found = { at: number; text: string; title: string };

/** SES takes letters, digits, - and _ in a tag (SES MessageTag); what is personal in a text is not part of its label. */
const labelOf = ({ text, title }: Found): string =>
  [text, title]
    .map((shown) =>
      slugify(shown.replaceAll(liquidCode, ' '), { lowercase: false, decamelize: false }).slice(0, LENGTH),
    )
    .find((label) => label !== '') ?? '';

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
  const blanked = blankedCode(html);
  const isText = ({ at }: Found): boolean => /^<a\s/i.test(blanked.slice(at, at + 3));
  const isUnsubscribeLink = leadsToUnsubscribe(html);
  let marked = html;
  // From the end, so that the places before it stay where they are.
  for (const link of linksIn(html).filter(isText).toReversed()) {
    const mark = markOf(link, isUnsubscribeLink(html.slice(link.at, endOfTag(blanked, link.at))));
    marked = `${marked.slice(0, link.at + 2)}${mark}${marked.slice(link.at + 2)}`;
  }
  return marked;
};
