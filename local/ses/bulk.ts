import * as z from 'zod';
import type { Accepted, Account } from './account.ts';
import type { Incoming } from './account.ts';
import { templateOf } from './template.ts';

const Pairs = z.array(z.object({ Name: z.string(), Value: z.string() })).default([]);

/** SES v2 SendBulkEmail with an inline template. */
export const BulkRequest = z.object({
  FromEmailAddress: z.string(),
  ReplyToAddresses: z.array(z.string()).default([]),
  ConfigurationSetName: z.string().optional(),
  DefaultEmailTags: Pairs,
  DefaultContent: z.object({
    Template: z.object({
      TemplateContent: z.object({
        Subject: z.string().default(''),
        Html: z.string().default(''),
        Text: z.string().default(''),
      }),
      TemplateData: z.string().default('{}'),
      Headers: Pairs,
    }),
  }),
  BulkEmailEntries: z
    .array(
      z.object({
        Destination: z.object({ ToAddresses: z.array(z.string()).min(1) }),
        ReplacementEmailContent: z
          .object({ ReplacementTemplate: z.object({ ReplacementTemplateData: z.string() }) })
          .optional(),
        ReplacementHeaders: Pairs,
        ReplacementTags: Pairs,
      }),
    )
    .min(1)
    .max(50),
});

const Values = z.record(z.string(), z.string());

const record = (pairs: z.infer<typeof Pairs>): Record<string, string> =>
  Object.fromEntries(pairs.map(({ Name, Value }) => [Name, Value]));

/** One result for each entry, in order, as SES answers. @throws UnsupportedTemplate */
export const sendBulk = (account: Account, request: z.infer<typeof BulkRequest>): Accepted[] => {
  const { TemplateContent: template, TemplateData, Headers } = request.DefaultContent.Template;
  const defaults = Values.parse(JSON.parse(TemplateData));
  const [subject, html, text] = [template.Subject, template.Html, template.Text].map(templateOf);
  const names = [...new Set([subject, html, text].flatMap((part) => part?.names ?? []))];
  const defaultTags = record(request.DefaultEmailTags);
  return request.BulkEmailEntries.map((entry) => {
    const own = entry.ReplacementEmailContent?.ReplacementTemplate.ReplacementTemplateData ?? '{}';
    const given = Values.parse(JSON.parse(own));
    // The defaults are for an entry that gives nothing of its own (SES developer guide, "SendBulkEmail").
    const values = Object.keys(given).length > 0 ? given : defaults;
    const missing = names.filter((name) => values[name] === undefined);
    const shown = { ...Object.fromEntries(missing.map((name) => [name, ''])), ...values };
    const incoming: Incoming = {
      to: entry.Destination.ToAddresses[0] ?? '',
      from: request.FromEmailAddress,
      headers: { ...record(Headers), ...record(entry.ReplacementHeaders) },
      tags: { ...defaultTags, ...record(entry.ReplacementTags) },
      configurationSet: request.ConfigurationSetName,
      content: () => ({
        subject: subject?.fill(shown) ?? '',
        html: html?.fill(shown) ?? '',
        text: text?.fill(shown) ?? '',
      }),
      missing,
    };
    return account.accept(incoming);
  });
};
