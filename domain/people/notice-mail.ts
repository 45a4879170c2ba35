import { Liquid } from 'liquidjs';
import type { SingleMail } from '../ports/single-mailer.ts';
import type { Person } from './people.ts';

const escaping = new Liquid({ outputEscape: 'escape', strictVariables: true });
const plain = new Liquid({ strictVariables: true });

/** One button, nothing from outside, colours written out because a mail cannot load the console's. */
const html = `<!doctype html>
<html lang="{{ language }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>{{ title }}</title></head>
<body style="margin:0;padding:16px 12px;background:#f4f6f2;color:#16211f;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
<div style="max-width:560px;margin:0 auto;background:#fff;border:1px solid #dbe0d8;border-top:4px solid {{ colour }};border-radius:6px;padding:24px">
<p style="margin:0 0 14px;font-size:15px;font-weight:600">Freigabe</p>
<h1 style="margin:12px 0;font-size:22px;line-height:1.25;font-weight:600">{{ title }}</h1>
<p style="margin:0 0 12px">{{ greeting }}</p>
{% for line in quoted %}<blockquote style="border-left:3px solid #dbe0d8;padding-left:14px;margin:4px 0 12px">{{ line }}</blockquote>
{% endfor %}<p style="margin:0 0 12px">{{ next }}</p>
<a href="{{ link }}" style="display:block;background:#0b5a56;color:#fff;text-align:center;text-decoration:none;font-weight:600;padding:13px 20px;border-radius:6px;margin:8px 0 10px">{{ open }}</a>
</div></body></html>
`;

/** Says what the HTML says, in the same order. */
const text = `{{ title }}

{{ greeting }}

{% for line in quoted %}{{ line }}

{% endfor %}{{ next }}

{{ open }}:
{{ link }}
`;

/** `good`: something came to its end; `calm`: something to know; `bad`: something did not work, or stands still. */
const colours = { good: '#2f6b3a', calm: '#0b5a56', bad: '#a33a2a' };

/** The sentences of a mail; names in braces of Liquid are filled in with `facts`. `quoted`: as it is, each in a block of its own. */
export type Notice = {
  words: Record<'title' | 'greeting' | 'next' | 'open', string>;
  facts: Record<string, string>;
  quoted: readonly string[];
  tone: keyof typeof colours;
  link: string;
};

const filled = (sentence: string, facts: Record<string, string>): string =>
  String(plain.parseAndRenderSync(sentence, facts));

/** A mail of the product to one of its people: one button, and an equal text part. */
export const noticeMail = (
  { email, name, language }: Pick<Person, 'email' | 'name' | 'language'>,
  notice: Notice,
  sent: { from: string; replyTo?: string | undefined },
): SingleMail => {
  const facts = { name, ...notice.facts };
  const { title, greeting, next, open } = notice.words;
  const scope = {
    language,
    title: filled(title, facts),
    greeting: filled(greeting, facts),
    next: filled(next, facts),
    open: filled(open, facts),
    quoted: notice.quoted,
    link: notice.link,
    colour: colours[notice.tone],
  };
  return {
    from: { name: 'Freigabe', address: sent.from },
    to: email,
    subject: `[Freigabe] ${scope.title}`,
    html: String(escaping.parseAndRenderSync(html, scope)),
    text: String(plain.parseAndRenderSync(text, scope)),
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(sent.replyTo !== undefined && { 'Reply-To': sent.replyTo }),
    },
  };
};
