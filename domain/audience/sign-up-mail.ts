import { Liquid } from 'liquidjs';
import type { SingleMail } from '../ports/single-mailer.ts';
import { LINK_DAYS, type SignUpRules } from './sign-up-rules.ts';
import { signUpMailWords } from './sign-up-words.ts';
import type { Language } from './unsubscribe-words.ts';

const escaping = new Liquid({ outputEscape: 'escape', strictVariables: true });
const plain = new Liquid({ strictVariables: true });

const html = `<!doctype html>
<html lang="{{ language }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>{{ subject }}</title></head>
<body style="margin:0;padding:16px 12px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
<div style="max-width:560px;margin:0 auto"><p>{{ greeting }}</p><p>{{ why }}</p>
<p><a href="{{ link }}" style="display:inline-block;background:#0b5a56;color:#fff;text-decoration:none;font-weight:600;padding:13px 20px;border-radius:6px">{{ open }}</a></p>
<p>{{ otherwise }}</p></div></body></html>
`;

const text = `{{ greeting }}

{{ why }}

{{ open }}:
{{ link }}

{{ otherwise }}
`;

/** Asks whoever reads an address whether they want the mails. Nothing in it is of whoever asked: they may be somebody else. */
export const signUpMail = (
  to: string,
  { sender, link, language }: { sender: SignUpRules['sender']; link: string; language: Language },
): SingleMail => {
  const facts = { sender: sender.name, days: LINK_DAYS };
  const words = signUpMailWords[language];
  const filled = Object.fromEntries(
    Object.entries(words).map(([name, sentence]) => [name, String(plain.parseAndRenderSync(sentence, facts))]),
  );
  const scope = { ...filled, language, link };
  return {
    from: sender,
    to,
    subject: filled['subject'] ?? '',
    html: String(escaping.parseAndRenderSync(html, scope)),
    text: String(plain.parseAndRenderSync(text, scope)),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
};
