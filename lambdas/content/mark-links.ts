import slugify from '@sindresorhus/slugify';
import {
  liquidPlaces,
  maskedLiquid,
  rawIn,
  withoutLiquid,
  type LiquidPlace,
} from '../../domain/content/liquid-places.ts';
import { leadsToMessage } from '../../domain/content/message-links.ts';
import { shownWithUtm } from '../../domain/content/utm.ts';
import { usualLinks, type LinkRules, type Utm } from '../../domain/model/link-rules.ts';
import { linkAddresses } from './link-addresses.ts';
import { linksIn, startTags, type Link, type StartTag } from './link-tags.ts';
import { utmEdit, type Edit } from './utm-edits.ts';

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
 * The addresses with the parameters of the rules, each by where its tag begins. Those of the message itself have a path
 * that is signed, and stay.
 */
const utmEdits = (html: string, code: readonly LiquidPlace[], utm: Utm): Map<number, Edit[]> => {
  const addresses = linkAddresses(maskedLiquid(html));
  const tags = startTags(html, code, [...new Set(addresses.map(({ at }) => at))]);
  const ofMessage = messageTags(html, code, tags);
  const known = new Set(tags.map(({ at }) => at).filter((at) => !ofMessage.has(at)));
  const isRaw = rawIn(html);
  const edits = new Map<number, Edit[]>();
  for (const address of addresses) {
    const { at } = address;
    const edit = known.has(at) ? utmEdit({ html, isRaw: isRaw(at) }, address, utm) : undefined;
    if (edit) edits.set(at, [...(edits.get(at) ?? []), edit]);
  }
  return edits;
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
  const tags = startTags(html, code, places);
  const ofMessage = messageTags(html, code, tags);
  const untracked = new Set(rules.untracked);
  const utm = rules.utm ? utmEdits(html, code, rules.utm) : new Map<number, Edit[]>();
  const shown: ShownLink[] = [];
  const edits = [...utm.values()].flat();
  for (const { at } of tags) {
    const link = links.get(at);
    if (!link) continue;
    const href = (link.attributes['href'] ?? '').trim();
    const mark = markOf(link, ofMessage.has(at) || untracked.has(href));
    edits.push({ from: at + 2, to: at + 2, put: mark });
    if (href === '') continue;
    const isTracked =
      rules.isTracked && isFollowed(href) && !/no-track/.test(mark) && !('ses:no-track' in link.attributes);
    const address = utm.has(at) ? shownWithUtm(href, rules.utm) : href;
    shown.push({ href, address, label: link.text.trim() || link.title, isTracked });
  }
  return {
    html: edited(
      html,
      edits.toSorted((one, other) => one.from - other.from),
    ),
    links: shown,
  };
};
