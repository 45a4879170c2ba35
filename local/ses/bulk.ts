import * as z from 'zod';
import type { Accepted, Account } from './account.ts';
import type { Incoming } from './account.ts';

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

const placeholder = /\{\{(\w+)\}\}/g;

/** Values go in as they are: SES escapes nothing. */
const fill = (template: string, values: Record<string, string>): string =>
  template.replaceAll(placeholder, (_, name: string) => values[name] ?? '');

const namesIn = (template: string): string[] => [...template.matchAll(placeholder)].map(([, name = '']) => name);

/** One result for each entry, in order, as SES answers. */
export const sendBulk = (account: Account, request: z.infer<typeof BulkRequest>): Accepted[] => {
  const { TemplateContent: template, TemplateData, Headers } = request.DefaultContent.Template;
  const defaults = Values.parse(JSON.parse(TemplateData));
  const names = [...new Set([template.Subject, template.Html, template.Text].flatMap(namesIn))];
  const defaultTags = record(request.DefaultEmailTags);
  return request.BulkEmailEntries.map((entry) => {
    const own = entry.ReplacementEmailContent?.ReplacementTemplate.ReplacementTemplateData ?? '{}';
    const values = { ...defaults, ...Values.parse(JSON.parse(own)) };
    const incoming: Incoming = {
      to: entry.Destination.ToAddresses[0] ?? '',
      from: request.FromEmailAddress,
      headers: { ...record(Headers), ...record(entry.ReplacementHeaders) },
      tags: { ...defaultTags, ...record(entry.ReplacementTags) },
      configurationSet: request.ConfigurationSetName,
      content: () => ({
        subject: fill(template.Subject, values),
        html: fill(template.Html, values),
        text: fill(template.Text, values),
      }),
      missing: names.filter((name) => values[name] === undefined),
    };
    return account.accept(incoming);
  });
};
