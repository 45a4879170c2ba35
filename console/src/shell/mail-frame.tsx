import { useMemo, type ReactNode } from 'react';

/** Nothing is loaded from outside; the mail's own styles work. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

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
  const meta = doc.createElement('meta');
  meta.httpEquiv = 'content-security-policy';
  meta.content = policy;
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
