import slugify from '@sindresorhus/slugify';
import { blankedLiquid, liquidPlaces, withoutLiquid, type LiquidPlace } from '../../domain/content/liquid-places.ts';
import { leadsToMessage } from '../../domain/content/message-links.ts';
import { withUtm } from '../../domain/content/utm.ts';
import { usualLinks, type LinkRules } from '../../domain/model/link-rules.ts';
import { linksIn, startTags, type Link, type StartTag } from './link-tags.ts';

/** What a link shows is cut after so many characters. */
const LENGTH = 60;

/** SES takes letters, digits, - and _ in a tag (SES MessageTag); what is personal in a text is not part of its label. */
const labelOf = ({ text, title }: Pick<Link, 'text' | 'title'>): string =>
  [text, title]
    .map((shown) => slugify(withoutLiquid(shown), { lowercase: false, decamelize: false }).slice(0, LENGTH))
    .find((label) => label !== '') ?? '';

/** Places of those tags that may lead to the unsubscribe link, or to the mail in a browser. */
const messageTags = (html: string, code: readonly LiquidPlace[], tags: readonly StartTag[]): ReadonlySet<number> => {
  const isLeading = leadsToMessage(html);
  const leading = code.filter(({ from, to }) => isLeading(html.slice(from, to))).map(({ from }) => from);
  let next = 0;
  return new Set(
    tags.flatMap(({ at, end }) => {
      while ((leading[next] ?? Infinity) < at) next += 1;
      return (leading[next] ?? Infinity) < end ? [at] : [];
    }),
  );
};

const isFollowed = (href: string): boolean => /^\s*(https?:|\{\{)/i.test(href);

/** What a link gets to tell SES: nothing when SES does not follow it, or its author said it all. */
const markOf = (link: Link, isUntracked: boolean): string => {
  const { href = '', ...others } = link.attributes;
  if ('ses:no-track' in others) return '';
  if (isUntracked) return ' ses:no-track';
  const label = isFollowed(href) && !('ses:tags' in others) ? labelOf(link) : '';
  return label === '' ? '' : ` ses:tags="label:${label}"`;
};

/** A link as its readers get it. `href`: as it stands in the content, by which rules name it. */
export type ShownLink = { href: string; address: string; label: string; isTracked: boolean };

type Edit = { from: number; to: number; put: string };

const escaped = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Undefined: there is none, or code stands in it. */
const placeOfHref = (html: string, blanked: string, { href }: Link): Link['href'] =>
  href && html.slice(href.from, href.to) === blanked.slice(href.from, href.to) ? href : undefined;

const hrefEdit = (html: string, { from, to }: { from: number; to: number }, address: string): Edit => ({
  from,
  to,
  put: `${html.slice(from, from + 'href'.length)}="${escaped(address)}"`,
});

const edited = (html: string, edits: readonly Edit[]): string => {
  const pieces: string[] = [];
  let done = 0;
  for (const { from, to, put } of edits) {
    pieces.push(html.slice(done, from), put);
    done = to;
  }
  return [...pieces, html.slice(done)].join('');
};

/**
 * Writes on each link what it shows, so that the events of its clicks hold it: `ses:tags="label:Spring-bulbs"`. What the
 * author tagged stays; a link that shows nothing of its own gets no label. The links of the message itself, to unsubscribe
 * and to view it, are not redirected by SES, which filters refuse and which would count it as a click, nor is one that the
 * rules name: `ses:no-track` (SES developer guide, metrics FAQ, "Can I disable click tracking?"). SES takes both out before
 * the mail leaves. The addresses get the parameters of the rules.
 */
export const markLinks = (html: string, rules: LinkRules = usualLinks): { html: string; links: ShownLink[] } => {
  const links = new Map(linksIn(html).map((link) => [link.at, link]));
  const places = [...links.keys()].filter((at) => /^<a\s/i.test(html.slice(at, at + 3)));
  const code = [...liquidPlaces(html)];
  const blanked = blankedLiquid(html);
  const tags = startTags(html, code, places);
  const ofMessage = messageTags(html, code, tags);
  const untracked = new Set(rules.untracked);
  const shown: ShownLink[] = [];
  const edits: Edit[] = [];
  for (const { at } of tags) {
    const link = links.get(at);
    if (!link) continue;
    const href = (link.attributes['href'] ?? '').trim();
    const mark = markOf(link, ofMessage.has(at) || untracked.has(href));
    const place = placeOfHref(html, blanked, link);
    const address = place ? withUtm(href, rules.utm) : href;
    edits.push({ from: at + 2, to: at + 2, put: mark });
    if (place && address !== href) edits.push(hrefEdit(html, place, address));
    if (href === '') continue;
    const isTracked =
      rules.isTracked && isFollowed(href) && !/no-track/.test(mark) && !('ses:no-track' in link.attributes);
    shown.push({ href, address, label: link.text.trim() || link.title, isTracked });
  }
  return { html: edited(html, edits), links: shown };
};
