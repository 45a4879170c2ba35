import { Liquid } from 'liquidjs';
import type { SingleMail } from '../ports/single-mailer.ts';
import type { RunIn } from '../model/run.ts';
import { outcomeWords } from './outcome-words.ts';

const escaping = new Liquid({ outputEscape: 'escape', strictVariables: true });
const plain = new Liquid({ strictVariables: true });

/** One button, nothing from outside, colours written out because a mail cannot load the console's. */
const html = `<!doctype html>
<html lang="{{ language }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>{{ title }}</title></head>
<body style="margin:0;padding:16px 12px;background:#f4f6f2;color:#16211f;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
<div style="max-width:560px;margin:0 auto;background:#fff;border:1px solid #dbe0d8;border-top:4px solid #a33a2a;border-radius:6px;padding:24px">
<p style="margin:0 0 14px;font-size:15px;font-weight:600">Freigabe</p>
<h1 style="margin:12px 0;font-size:22px;line-height:1.25;font-weight:600">{{ title }}</h1>
<p style="margin:0 0 12px">{{ greeting }}</p>
<blockquote style="border-left:3px solid #dbe0d8;padding-left:14px;margin:4px 0 20px">{{ reason }}</blockquote>
<p style="margin:0 0 12px">{{ next }}</p>
<a href="{{ link }}" style="display:block;background:#0b5a56;color:#fff;text-align:center;text-decoration:none;font-weight:600;padding:13px 20px;border-radius:6px;margin:8px 0 10px">{{ open }}</a>
</div></body></html>
`;

/** Says what the HTML says, in the same order. */
const text = `{{ title }}

{{ greeting }}

{{ reason }}

{{ next }}

{{ open }}:
{{ link }}
`;

/** Tells whoever asked for a confirmation that it was refused or that changes are wanted, and why. */
export const outcomeMail = ({
  run,
  link,
  from,
}: {
  run: RunIn<'Rejected'>;
  link: string;
  from: string;
}): SingleMail => {
  const { decision, requestedBy, campaignName } = run;
  const words =
    outcomeWords[requestedBy.language][decision.decision === 'requestChanges' ? 'requestChanges' : 'reject'];
  const facts = { campaign: campaignName, name: requestedBy.name, who: decision.by.name };
  const filled = Object.fromEntries(
    Object.entries(words).map(([name, sentence]) => [name, String(plain.parseAndRenderSync(sentence, facts))]),
  );
  const scope = { ...filled, language: requestedBy.language, reason: decision.reason ?? '', link };
  return {
    from: { name: 'Freigabe', address: from },
    to: requestedBy.email,
    subject: `[Freigabe] ${filled['title']}`,
    html: String(escaping.parseAndRenderSync(html, scope)),
    text: String(plain.parseAndRenderSync(text, scope)),
    headers: { 'Auto-Submitted': 'auto-generated', 'Reply-To': decision.by.email },
  };
};
