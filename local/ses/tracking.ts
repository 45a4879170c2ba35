/** SES tracks the first 250 links of a mail (SES developer guide, metrics FAQ, https://docs.aws.amazon.com/ses/latest/dg/faqs-metrics.html). */
const MOST_LINKS = 250;

/** Attributes by which an author tells SES something; none of them is left in what goes out. */
const forSes = /\sses:(?:no-track|tags)(?:="[^"]*")?/gi;

const trackedLink = (link: string, { origin, messageId }: Tracking): string =>
  `${origin}/L0/${encodeURIComponent(link).replaceAll('%3A', ':')}/1/${messageId}/local`;

export type Tracking = { origin: string; messageId: string };

/**
 * HTML as SES sends it with click tracking: each link leads to SES, which sends the reader on, but for those with
 * `ses:no-track` (https://docs.aws.amazon.com/ses/latest/dg/faqs-metrics.html#sending-metric-faqs-clicks). On AWS the
 * origin is one of awstrack.me, here the local SES itself.
 */
export const trackedHtml = (html: string, tracking: Tracking): string => {
  let links = 0;
  return html.replaceAll(/<a\s[^>]*>/gi, (anchor) => {
    const plain = anchor.replaceAll(forSes, '');
    if (/\sses:no-track\b/i.test(anchor)) return plain;
    return plain.replace(/(\shref=")(https?:[^"]+)"/i, (whole, begin: string, link: string) => {
      links += 1;
      if (links > MOST_LINKS) return whole;
      return `${begin}${trackedLink(link.replaceAll('&amp;', '&'), tracking)}"`;
    });
  });
};

/** The message and the link that somebody follows. Undefined: no such address. */
export const followed = (path: string): { messageId: string; link: string } | undefined => {
  const [, link, messageId] = /^\/L0\/([^/]+)\/1\/([\w-]+)\//.exec(path) ?? [];
  return link === undefined || messageId === undefined ? undefined : { messageId, link: decodeURIComponent(link) };
};
