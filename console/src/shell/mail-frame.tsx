import { useMemo, type ReactNode } from 'react';
import { pictureIdIn, PICTURES_PREFIX } from '../../../domain/model/picture-address.ts';

/** Nothing is loaded from outside but pictures of the stage; the mail's own styles work. */
const policyAt = (origin: string): string =>
  `default-src 'none'; style-src 'unsafe-inline'; img-src data: ${origin}/${PICTURES_PREFIX}`;

/** In place of what lies elsewhere: a hatched surface, as large as the mail says. */
const absent = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90"><pattern id="h" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="#e4e8e6"/><rect width="1" height="8" fill="#b4bdb9"/></pattern><rect width="100%" height="100%" fill="url(#h)"/></svg>',
)}`;

/** What lies elsewhere is not even asked for: each refusal would stand in the browser's log as an error. */
const withoutOutside = (doc: Document): void => {
  for (const image of doc.querySelectorAll('img:not([src^="data:"])'))
    if (pictureIdIn(location.origin, image.getAttribute('src') ?? '') === undefined) image.setAttribute('src', absent);
  for (const element of doc.querySelectorAll('[srcset]')) element.removeAttribute('srcset');
  for (const element of doc.querySelectorAll('[background]')) element.removeAttribute('background');
  const isElsewhere = /url\(\s*["']?(?!\s*data:)[^)]*\)/gi;
  for (const style of doc.querySelectorAll('style'))
    style.textContent = style.textContent.replaceAll(isElsewhere, 'none');
  for (const element of doc.querySelectorAll('[style*="url("]'))
    element.setAttribute('style', (element.getAttribute('style') ?? '').replaceAll(isElsewhere, 'none'));
};

/**
 * A mail without scripts, forms, outside loads and working links: in a sandboxed frame a plain link would
 * still replace the preview by another page.
 */
const harmless = (html: string): string => {
  // Parsing runs and loads nothing.
  const doc = new DOMParser().parseFromString(html, 'text/html');
  for (const link of doc.querySelectorAll('a, area')) {
    link.setAttribute('title', link.getAttribute('href') ?? '');
    link.removeAttribute('href');
  }
  for (const form of doc.querySelectorAll('form')) form.removeAttribute('action');
  for (const element of doc.querySelectorAll('base, link, script, meta[http-equiv]')) element.remove();
  withoutOutside(doc);
  const meta = doc.createElement('meta');
  meta.httpEquiv = 'content-security-policy';
  meta.content = policyAt(location.origin);
  doc.head.prepend(meta);
  return `<!doctype html>${doc.documentElement.outerHTML}`;
};

type Props = { html: string; title: string; scheme?: 'light' | 'dark' };

/** Shows the HTML of a mail. */
export const MailFrame = ({ html, title, scheme = 'light' }: Props): ReactNode => {
  const srcDoc = useMemo(() => harmless(html), [html]);
  return (
    <iframe
      className="mail"
      title={title}
      sandbox=""
      referrerPolicy="no-referrer"
      srcDoc={srcDoc}
      style={{ colorScheme: scheme }}
    />
  );
};
