import slugify from '@sindresorhus/slugify';
import { Parser } from 'htmlparser2';

/** What a link shows is cut after so many characters. */
const LENGTH = 60;

type Found = { at: number; text: string; title: string };

const liquid = /\{\{.*?\}\}|\{%.*?%\}/gs;

/** SES takes letters, digits, - and _ in a tag (SES MessageTag); what is personal in a text is not part of its label. */
const labelOf = ({ text, title }: Found): string =>
  [text, title]
    .map((shown) => slugify(shown.replaceAll(liquid, ' '), { lowercase: false, decamelize: false }).slice(0, LENGTH))
    .find((label) => label !== '') ?? '';

/** Begins of links that SES follows and that have no tags of their author's. */
const linksIn = (html: string): Found[] => {
  const links: Found[] = [];
  let open: Found | undefined;
  const parser = new Parser({
    onopentag: (name, { href = '', alt = '', title = '', ...others }) => {
      if (name === 'a') {
        const isTracked = /^\s*(https?:|\{\{)/i.test(href) && !/unsubscribe_url/.test(href);
        open = { at: parser.startIndex, text: '', title };
        if (isTracked && !('ses:tags' in others) && !('ses:no-track' in others)) links.push(open);
      }
      if (name === 'img' && open) open.text += ` ${alt} `;
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

/**
 * Writes on each link what it shows, so that its clicks come home with it: `ses:tags="label:Spring-bulbs"`, which SES
 * takes out before the mail leaves. What the author tagged stays; a link that shows nothing of its own gets no label.
 */
export const labelLinks = (html: string): string => {
  const code = [...html.matchAll(liquid)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
  const isText = ({ at }: Found): boolean =>
    /^<a\s/i.test(html.slice(at, at + 3)) && !code.some(({ from, to }) => from < at && at < to);
  let labelled = html;
  // From the end, so that the places before it stay where they are.
  for (const link of linksIn(html).filter(isText).toReversed()) {
    const label = labelOf(link);
    if (label !== '')
      labelled = `${labelled.slice(0, link.at + 2)} ses:tags="label:${label}"${labelled.slice(link.at + 2)}`;
  }
  return labelled;
};
