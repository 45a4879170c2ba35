import * as z from 'zod';
import { endingOf } from '../../domain/model/attachment-kind.ts';
import { refusedEndings } from '../../domain/model/refused-endings.ts';

/**
 * What SES v2 says of a request before it looks at any recipient. Texts that AWS documents nowhere are ours; the names
 * of the exceptions are SES's (https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendBulkEmail.html).
 */
export class BadRequest extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadRequestException';
  }
}

/** "Each input JSON file can be up to 1 MB in size" (https://docs.aws.amazon.com/ses/latest/dg/send-personalized-email-api.html). */
const MOST_REQUEST_BYTES = 1024 * 1024;
/** Of a message after Base64 (https://docs.aws.amazon.com/ses/latest/dg/quotas.html). */
const MOST_MESSAGE_BYTES = 40 * 1024 * 1024;
/** "The maximum length of TemplateData" (https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_Template.html). */
const MOST_TEMPLATE_DATA = 262_144;
/** Members of Headers (https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_Template.html). */
const MOST_HEADERS = 15;
/** Longest address of RFC 3696 (errata 1690 aside), which SES takes for the whole From, name included, encoded. */
const MOST_FROM_BYTES = 320;
/** "Up to 50 destinations" (https://docs.aws.amazon.com/ses/latest/dg/send-personalized-email-api.html). */
export const MOST_DESTINATIONS = 50;

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageHeader.html */
const Header = z
  .object({
    Name: z
      .string()
      .regex(/^[!-9;-~]{1,126}$/, 'a header name takes 1 to 126 printable ASCII characters except a colon'),
    Value: z.string().regex(/^[ -~]{0,995}$/, 'a header value takes at most 995 printable ASCII characters'),
  })
  .refine(({ Name, Value }) => Name.length + Value.length <= 996, 'a header takes at most 996 characters');

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageTag.html */
const tag = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,256}$/, 'a message tag takes 1 to 256 ASCII letters, digits, underscores and dashes');

export const Headers = z.array(Header).max(MOST_HEADERS, 'a message takes at most 15 headers').default([]);
export const Tags = z.array(z.object({ Name: tag, Value: tag })).default([]);
export const TemplateData = z.string().max(MOST_TEMPLATE_DATA, 'template data takes at most 262144 characters');

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_TrackingConfigurationOverrides.html */
const FeatureStatus = z.enum(['ENABLED', 'DISABLED'], 'a feature status is ENABLED or DISABLED').optional();
export const ConfigurationOverrides = z
  .object({
    Tracking: z.object({ OpenTrackingEnabled: FeatureStatus, ClickTrackingEnabled: FeatureStatus }).optional(),
  })
  .optional();
export type ConfigurationOverrides = z.infer<typeof ConfigurationOverrides>;

/** "The local part may only contain 7-bit ASCII characters", a domain beyond it is Punycode (API_BulkEmailEntry). */
const address = z.string().regex(/^[\0-\x7f]+$/, 'Local address contains control or whitespace');
export const ToAddresses = z.object({ ToAddresses: z.array(address).length(1) });

export const From = z
  .string()
  .refine((from) => Buffer.byteLength(from) <= MOST_FROM_BYTES, 'the From address takes at most 320 bytes');

/**
 * What has no ending, or one that SES refuses
 * (https://docs.aws.amazon.com/ses/latest/dg/attachments.html, https://docs.aws.amazon.com/ses/latest/dg/mime-types.html).
 */
export const isRefusedFile = (name: string): boolean => endingOf(name) === '' || refusedEndings.has(endingOf(name));

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_Attachment.html */
const Attachment = z.object({
  FileName: z
    .string()
    .max(255, 'a file name takes at most 255 characters')
    .refine((name) => !isRefusedFile(name), 'the file name has no ending, or one of an unsupported attachment type'),
  RawContent: z.base64('the content of an attachment is Base64'),
  ContentType: z.string().min(1).max(78, 'a content type takes 1 to 78 characters').optional(),
  ContentDisposition: z.enum(['ATTACHMENT', 'INLINE']).default('ATTACHMENT'),
  ContentTransferEncoding: z.enum(['BASE64', 'QUOTED_PRINTABLE', 'SEVEN_BIT']).default('SEVEN_BIT'),
  ContentDescription: z.string().max(1000).optional(),
  ContentId: z.string().min(1).max(78).optional(),
});
export const Attachments = z.array(Attachment).default([]);

const Attached = z.object({ Attachments: z.array(z.object({ RawContent: z.string() })) });

/** Characters of Base64 in what is sent, wherever a template has it. */
const attachedIn = (request: unknown): number =>
  [
    z.object({ DefaultContent: z.object({ Template: Attached }) }).safeParse(request).data?.DefaultContent,
    z.object({ Content: z.object({ Template: Attached }) }).safeParse(request).data?.Content,
  ]
    .flatMap((content) => content?.Template.Attachments ?? [])
    .reduce((sum, { RawContent }) => sum + RawContent.length, 0);

/**
 * The 1 MB of a request with an inline template is for its texts and values: with attachments a message may have 40 MB
 * (https://docs.aws.amazon.com/ses/latest/dg/quotas.html).
 * @throws BadRequest
 */
export const parseRequest = <T>(schema: z.ZodType<T>, body: string): T => {
  const request: unknown = JSON.parse(body);
  const attached = attachedIn(request);
  if (Buffer.byteLength(body) - attached > MOST_REQUEST_BYTES) throw new BadRequest('The request is larger than 1 MB.');
  if (attached > MOST_MESSAGE_BYTES) throw new BadRequest('The message is larger than 40 MB.');
  const parsed = schema.safeParse(request);
  if (!parsed.success) throw new BadRequest(parsed.error.issues[0]?.message ?? 'Bad request');
  return parsed.data;
};
