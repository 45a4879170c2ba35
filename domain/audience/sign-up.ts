import normalizeEmail from 'validator/lib/normalizeEmail.js';
import * as z from 'zod';
import type { AddressOptOuts } from '../model/address-opt-outs.ts';
import { readingsOf } from '../model/damaged-token.ts';
import { withOptOut } from '../model/opt-out.ts';
import type { Sign } from '../model/unsubscribe-token.ts';
import { Topic, TopicId } from '../model/topics.ts';
import { topicField } from './sign-up-page.ts';
import { allowField } from './unsubscribe-page.ts';

/** POST /subscribe, as a form or as a JSON object. Boxes of topics are `topic.<id>`, with `yes`. */
export const SignUpForm = z
  .object({
    email: z.string().default(''),
    /** The consent that stands beside it, ticked. */
    consent: z.string().optional(),
    /** Whether opens and clicks may be known, ticked; of mails of a topic only: `tracking.<id>`. */
    tracking: z.string().optional(),
    language: z.string().optional(),
    /** Hidden from people: whoever fills it in is a program. */
    website: z.string().optional(),
  })
  .catchall(z.string());
export type SignUpForm = z.infer<typeof SignUpForm>;

/** POST /subscribe/{token} */
export const SignUpConfirmation = z.object({ confirm: z.string().optional() }).catchall(z.string());

/** What somebody asked for, until they confirm it by the mail that they got. */
export const PendingSignUp = z.object({
  address: z.string(),
  topics: z.array(TopicId),
  /** The chosen ones as the stage called them then: a proof of what was shown outlives their names. */
  shown: z.array(Topic).default([]),
  isTracked: z.boolean(),
  /** Topics of whose mails opens and clicks may be known. */
  trackedTopics: z.array(TopicId).default([]),
  language: z.enum(['en', 'de']),
  requestedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** Of the caller who asked for it. */
  ipHash: z.string(),
  /** What the person consented to, word for word. */
  text: z.string(),
  confirmedAt: z.iso.datetime().optional(),
});
export type PendingSignUp = z.infer<typeof PendingSignUp>;

/** Boxes of a form that were ticked, of the topics that there are. */
export const topicsIn = (form: Record<string, string | undefined>, ids: readonly string[]): string[] =>
  ids.filter((id) => form[topicField(id)] === 'yes');

/** The topics of a form of whose mails opens and clicks may be known; a box of a topic that was not chosen says nothing. */
export const trackedIn = (form: Record<string, string | undefined>, chosen: readonly string[]): string[] =>
  chosen.filter((id) => form[allowField(id)] === 'yes');

/**
 * By which mails to an address are counted: what stands before a `+`, and at Google without dots, is one mailbox. Else
 * one person gets as many mails as somebody thinks of tags. That two people share it costs the second one a day.
 */
export const mailboxOf = (addressKey: string): string => {
  const at = addressKey.lastIndexOf('@');
  const untagged = addressKey.slice(0, at).replace(/(?<=.)\+.*$/s, '');
  const mailbox = `${untagged}${addressKey.slice(at)}`;
  return normalizeEmail(mailbox, { yahoo_remove_subaddress: false }) || mailbox;
};

/** 32 bytes in base64url. */
const TOKEN_LENGTH = 43;

/** What the link of the mail may have been before a program took punctuation or marks of quoted-printable for a part of it. */
export const signUpTokens = (token: string): string[] => [
  ...new Set(
    [...readingsOf(token)].filter(({ length }) => length >= TOKEN_LENGTH).map((one) => one.slice(0, TOKEN_LENGTH)),
  ),
];

const hexGroups = (address: string): string[] => {
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter((group) => group !== '');
  if (tail === undefined) return before;
  const after = tail.split(':').filter((group) => group !== '');
  return [...before, ...Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0'), ...after];
};

/**
 * The address of the caller in the chain of forwarded ones: CloudFront adds the one that it saw, API Gateway that of
 * CloudFront, so what the caller wrote itself stands before them
 * (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#RequestCustomIPAddresses).
 */
export const callerOf = (chain: string): string => {
  const addresses = chain.split(',').map((address) => address.trim());
  return addresses.at(-2) ?? addresses[0] ?? '';
};

/** Keyed hash of the address of the caller: the same of the same caller, and who reads it cannot turn it back. */
export const ipHashOf = (sign: Sign, chain: string): string => sign(`ip ${callerOf(chain)}`);

/** The network that an address is of: the first three numbers of IPv4, a /64 of IPv6, which one household has. */
export const networkOf = (address: string): string => {
  if (!address.includes(':')) return address.split('.').slice(0, 3).join('.');
  const groups = hexGroups(address).map((group) => group.replace(/^0+(?=.)/, '').toLowerCase());
  return groups.slice(0, 4).join(':');
};

/** Who is new, or comes back from having left all, leaves the topics that they did not choose. */
export const withoutOthers = (
  known: AddressOptOuts,
  { at, others }: { at: string; others: readonly string[] },
): AddressOptOuts =>
  others.reduce((next, topic) => withOptOut(next, { at, source: 'page', by: 'signUp', topic }) ?? next, known);

/** After a sign-up no opt-out of all mails is in force, and none of a topic that was chosen, but what was said after it. */
export const withSignUp = (
  known: AddressOptOuts,
  { at, chosen }: { at: string; chosen: readonly string[] },
): AddressOptOuts => ({
  ...known,
  standing: known.standing.filter((one) => one.at > at || (one.topic !== undefined && !chosen.includes(one.topic))),
  optedInAt: at,
});
