import * as z from 'zod';

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

/** @throws BadRequest */
export const parseRequest = <T>(schema: z.ZodType<T>, body: string): T => {
  if (Buffer.byteLength(body) > MOST_REQUEST_BYTES) throw new BadRequest('The request is larger than 1 MB.');
  const parsed = schema.safeParse(JSON.parse(body));
  if (!parsed.success) throw new BadRequest(parsed.error.issues[0]?.message ?? 'Bad request');
  return parsed.data;
};
