import * as z from 'zod';
import type { Accepted, Account, Incoming } from './account.ts';
import {
  Attachments,
  ConfigurationOverrides,
  From,
  Headers,
  MOST_DESTINATIONS,
  Tags,
  TemplateData,
  ToAddresses,
} from './rules.ts';
import { templateOf } from './template.ts';

const InlineTemplate = z.object({
  TemplateContent: z.object({
    Subject: z.string().default(''),
    Html: z.string().default(''),
    Text: z.string().default(''),
  }),
  TemplateData: TemplateData.default('{}'),
  Headers,
  Attachments,
});
type InlineTemplate = z.infer<typeof InlineTemplate>;

const Sender = { FromEmailAddress: From, ReplyToAddresses: z.array(z.string()).default([]) };

/** SES v2 SendBulkEmail with an inline template. */
export const BulkRequest = z.object({
  ...Sender,
  ConfigurationSetName: z.string().optional(),
  ConfigurationOverrides,
  DefaultEmailTags: Tags,
  DefaultContent: z.object({ Template: InlineTemplate }),
  BulkEmailEntries: z
    .array(
      z.object({
        Destination: ToAddresses,
        ReplacementEmailContent: z
          .object({ ReplacementTemplate: z.object({ ReplacementTemplateData: TemplateData }) })
          .optional(),
        ReplacementHeaders: Headers,
        ReplacementTags: Tags,
      }),
    )
    .min(1)
    .max(MOST_DESTINATIONS, 'a call takes at most 50 destinations'),
});

/** SES v2 SendEmail with an inline template and one recipient. */
export const SingleRequest = z.object({
  ...Sender,
  ConfigurationSetName: z.string().optional(),
  ConfigurationOverrides,
  EmailTags: Tags,
  Content: z.object({ Template: InlineTemplate }),
  Destination: ToAddresses,
});

const Values = z.record(z.string(), z.string());

const record = (pairs: readonly { Name: string; Value: string }[]): Record<string, string> =>
  Object.fromEntries(pairs.map(({ Name, Value }) => [Name, Value]));

/** What one entry of a call is filled in with. */
type Filled = Pick<Incoming, 'to' | 'headers' | 'tags'> & { values: Record<string, string> };

/** Reads the template of a call once. @throws UnsupportedTemplate */
const messagesOf = (
  request: {
    FromEmailAddress: string;
    ConfigurationSetName?: string | undefined;
    ConfigurationOverrides?: ConfigurationOverrides;
  },
  { TemplateContent: template, Attachments: files }: InlineTemplate,
): ((filled: Filled) => Incoming) => {
  const [subject, html, text] = [template.Subject, template.Html, template.Text].map(templateOf);
  const { OpenTrackingEnabled, ClickTrackingEnabled } = request.ConfigurationOverrides?.Tracking ?? {};
  const untracked = { opens: OpenTrackingEnabled === 'DISABLED', clicks: ClickTrackingEnabled === 'DISABLED' };
  const attachments = files.map(({ FileName: name, ContentType: type = 'application/octet-stream', RawContent }) => ({
    name,
    type,
    content: Buffer.from(RawContent, 'base64'),
  }));
  const names = [...new Set([subject, html, text].flatMap((part) => part?.names ?? []))];
  return ({ values, ...filled }) => {
    const missing = names.filter((name) => values[name] === undefined);
    const shown = { ...Object.fromEntries(missing.map((name) => [name, ''])), ...values };
    return {
      ...filled,
      from: request.FromEmailAddress,
      configurationSet: request.ConfigurationSetName,
      untracked,
      content: () => ({
        subject: subject?.fill(shown) ?? '',
        html: html?.fill(shown) ?? '',
        text: text?.fill(shown) ?? '',
      }),
      missing,
      ...(attachments.length > 0 && { attachments }),
    };
  };
};

/** One result for each entry, in order, as SES answers. @throws UnsupportedTemplate */
export const sendBulk = (account: Account, request: z.infer<typeof BulkRequest>): Accepted[] => {
  const { Template } = request.DefaultContent;
  const defaults = Values.parse(JSON.parse(Template.TemplateData));
  const message = messagesOf(request, Template);
  return request.BulkEmailEntries.map((entry) => {
    const own = entry.ReplacementEmailContent?.ReplacementTemplate.ReplacementTemplateData ?? '{}';
    const given = Values.parse(JSON.parse(own));
    return account.accept(
      message({
        to: entry.Destination.ToAddresses[0] ?? '',
        headers: { ...record(Template.Headers), ...record(entry.ReplacementHeaders) },
        tags: { ...record(request.DefaultEmailTags), ...record(entry.ReplacementTags) },
        // The defaults are for an entry that gives nothing of its own (SES developer guide, "SendBulkEmail").
        values: Object.keys(given).length > 0 ? given : defaults,
      }),
    );
  });
};

/** @throws UnsupportedTemplate */
export const sendSingle = (account: Account, request: z.infer<typeof SingleRequest>): Accepted => {
  const { Template } = request.Content;
  return account.accept(
    messagesOf(
      request,
      Template,
    )({
      to: request.Destination.ToAddresses[0] ?? '',
      headers: record(Template.Headers),
      tags: record(request.EmailTags),
      values: Values.parse(JSON.parse(Template.TemplateData)),
    }),
  );
};
