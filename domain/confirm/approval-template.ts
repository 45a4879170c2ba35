/**
 * The approval mail in Liquid: one button, no token, no picture from outside, colours written out because
 * a mail cannot load the console's. `w` holds the words, the rest the facts.
 */
export const approvalHtml = `<!doctype html>
<html lang="{{ language }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>{{ w.status }}</title></head>
<body style="margin:0;padding:16px 12px;background:#f4f6f2;color:#16211f;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
<div style="max-width:560px;margin:0 auto;background:#fff;border:1px solid #dbe0d8;border-top:4px solid #b4730e;border-radius:6px;padding:24px">
<p style="margin:0 0 14px;font-size:15px;font-weight:600">Freigabe</p>
<p style="margin:0 0 12px"><span style="background:#fcefd4;color:#7a4a00;font-size:13px;font-weight:600;padding:2px 10px;border-radius:99px">{{ w.status }}</span></p>
<h1 style="margin:12px 0;font-size:22px;line-height:1.25;font-weight:600">{{ w.title }}</h1>
<p style="margin:0 0 12px">{{ w.greeting }} {{ w.ask }}</p>
{% if isRelease %}<p style="margin:0 0 12px;font-weight:600">{{ w.release }}</p>
{% endif %}<div style="border-top:1px solid #dbe0d8;padding:10px 0"><span style="font-size:13px;color:#414e4b;display:block">{{ w.toDeliver }}</span><b style="font-size:18px">{{ w.people }}</b><span style="font-size:14px;color:#414e4b;display:block">{{ w.counts }}</span></div>
<div style="border-top:1px solid #dbe0d8;padding:10px 0"><span style="font-size:13px;color:#414e4b;display:block">{{ w.start }}</span><b style="font-size:18px">{{ start }}</b></div>
<div style="border-top:1px solid #dbe0d8;padding:10px 0"><span style="font-size:13px;color:#414e4b;display:block">{{ w.checks }}</span><b style="font-size:18px">{{ w.checkCount }}</b></div>
<div style="border-top:1px solid #dbe0d8;padding:10px 0"><span style="font-size:13px;color:#414e4b;display:block">{{ w.authors }}</span><b style="font-size:18px">{{ authors }}</b></div>
<p style="border-left:3px solid #dbe0d8;padding-left:14px;margin:4px 0 20px"><b>{{ subject }}</b></p>
<a href="{{ link }}" style="display:block;background:#0b5a56;color:#fff;text-align:center;text-decoration:none;font-weight:600;padding:13px 20px;border-radius:6px;margin:8px 0 10px">{{ w.review }}</a>
<p style="margin:0 0 12px;font-size:14px;color:#414e4b">{{ w.harmless }}</p>
<p style="margin:0;font-size:14px;color:#414e4b">{{ w.fingerprint }} <span style="font:600 15px/1 ui-monospace,Menlo,Consolas,monospace;border:1px dashed #7f8c87;padding:6px 8px;border-radius:4px;white-space:nowrap;color:#16211f">{{ fingerprint }}</span><br>{{ w.same }}</p>
</div>
<p style="max-width:560px;margin:14px auto 0;font-size:13px;color:#414e4b">{{ w.otherwise }}</p>
</body></html>
`;

/** Says what the HTML says, in the same order. */
export const approvalText = `{{ w.title }}

{{ w.greeting }}

{{ w.ask }}
{% if isRelease %}
{{ w.release }}
{% endif %}
{{ w.toDeliver }}: {{ w.people }} ({{ w.counts }})
{{ w.start }}: {{ start }}
{{ w.checks }}: {{ w.checkCount }}
{{ w.authors }}: {{ authors }}
{{ subject }}
{{ w.fingerprint }}: {{ fingerprint }}

{{ w.review }}:
{{ link }}

{{ w.harmless }}

{{ w.otherwise }}
`;
