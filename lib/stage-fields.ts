import isEmail from 'validator/lib/isEmail.js';
import isFQDN from 'validator/lib/isFQDN.js';
import * as z from 'zod';
import { refusedRegion } from './regions.ts';

/** The origin as a browser writes it (RFC 6454), or undefined for what is no URL. */
const originOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).origin : undefined);

export const isOwnMachine = (url: string): boolean =>
  originOf(url) === url && ['localhost', '127.0.0.1'].includes(new URL(url).hostname) && url.startsWith('http://');

/** Cognito keeps these from the host of the sign-in pages, which the name is part of. */
const reserved = /aws|amazon|cognito/;

/** Part of every name, so that two stages can share an account. */
export const StageName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,15}$/, 'takes 1 to 16 small letters, digits and hyphens, a letter first')
  .refine((name) => !reserved.test(name), 'cannot contain aws, amazon or cognito, which Amazon Cognito reserves');

export const Account = z.string().regex(/^\d{12}$/, 'takes the twelve digits of an AWS account, in quotes');

export const Region = z.string().superRefine((region, context) => {
  const message = refusedRegion(region);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
});

/** Lengths and labels as RFC 5321 and RFC 1035 have them, in ASCII; a name before the address is no part of it. */
export const MailAddress = z
  .email('takes one mail address such as anna@example.com, without a name')
  .refine(
    (address) => isEmail(address, { allow_utf8_local_part: false }),
    'is longer than a mail address may be, or its domain cannot be',
  );

/** Of a certificate as CloudFront takes it: in us-east-1, whatever the region of the stage is. */
export const CertificateArn = z
  .string()
  .regex(
    /^arn:aws:acm:us-east-1:\d{12}:certificate\/[\da-f-]{36}$/,
    'takes the ARN of a certificate of AWS Certificate Manager in us-east-1, such as arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-4000-8000-000000000000',
  );

export const LocalEndpoint = z
  .string()
  .refine(isOwnMachine, 'takes an address of this machine such as http://127.0.0.1:4566');

const anOrigin =
  'must be an https origin such as https://freigabe.example.com, in small letters, without a path, a query or a slash at the end';

const isPublic = (origin: string): boolean =>
  origin.startsWith('https://') && isFQDN(new URL(origin).hostname, { allow_trailing_dot: false });

/** Why an address cannot be that of the console, which browsers, Amazon Cognito and certificates compare letter by letter; undefined: it can. */
export const refusedOrigin = (url: string, { isLocal }: { isLocal: boolean }): string | undefined => {
  if (isLocal && isOwnMachine(url)) return undefined;
  const origin = originOf(url);
  if (origin === url && isPublic(url)) return undefined;
  if (origin === url && url.startsWith('https://')) return `${anOrigin}, and its host a name of the public DNS`;
  const isMeant = origin !== undefined && origin !== url && origin !== 'null' && isPublic(origin);
  return isMeant ? `${anOrigin}. Write ${origin}` : anOrigin;
};
