import { BulkEmailStatus, SESv2ServiceException } from '@aws-sdk/client-sesv2';
import * as z from 'zod';
import type { EntryOutcome, GroupMail, GroupOutcome, Interruption } from '../../../domain/send/ports/group-mailer.ts';
import type { PauseCause } from '../../../domain/model/run.ts';
import { UNSPECIFIC } from '../../../domain/send/refused.ts';
import { NotSent } from '../sdk/signed-post.ts';
import { causeOfUnverified } from './not-verified.ts';

/** What SES says of one entry. A status that nobody knows yet is one as well. */
export const EntryResult = z.object({
  Status: z.string().optional(),
  MessageId: z.string().nullish(),
  Error: z.string().nullish(),
});
export type EntryResult = z.infer<typeof EntryResult>;

/** What SES was asked by: SendBulkEmail, or SendEmail with one recipient. */
export type Call = 'bulk' | 'single';

const account = (cause: PauseCause): Interruption => ({ kind: 'account', cause });

/** Results by which nothing went out and which say nothing against the recipient. */
const byStatus: Record<string, Interruption> = {
  ACCOUNT_THROTTLED: { kind: 'throttled' },
  TRANSIENT_FAILURE: { kind: 'transient' },
  ACCOUNT_DAILY_QUOTA_EXCEEDED: { kind: 'quota' },
  ACCOUNT_SUSPENDED: account('accountSuspended'),
  ACCOUNT_SENDING_PAUSED: account('accountSendingPaused'),
  CONFIGURATION_SET_SENDING_PAUSED: account('configurationSetSendingPaused'),
  CONFIGURATION_SET_NOT_FOUND: account('configurationSetMissing'),
  CONFIGURATION_SET_DOES_NOT_EXIST: account('configurationSetMissing'),
  MAIL_FROM_DOMAIN_NOT_VERIFIED: account('senderNotVerified'),
  INVALID_SENDING_POOL: account('sendingPoolInvalid'),
  INVALID_SENDING_POOL_NAME: account('sendingPoolInvalid'),
  // The template comes with the call: nobody's fault, and the same for everybody.
  TEMPLATE_NOT_FOUND: account('refusedBySes'),
  TEMPLATE_DOES_NOT_EXIST: account('refusedBySes'),
};

/** The same for a call that SES refused as a whole, by the name of the exception. */
const byException: Record<string, Interruption> = {
  LimitExceededException: { kind: 'quota' },
  SendingPausedException: account('accountSendingPaused'),
  AccountSuspendedException: account('accountSuspended'),
  MailFromDomainNotVerifiedException: account('senderNotVerified'),
  NotFoundException: account('configurationSetMissing'),
  AccessDeniedException: account('accessDenied'),
  // One entry is enough for these.
  BadRequestException: { kind: 'split' },
  MessageRejected: { kind: 'split' },
  // Credentials and clocks are renewed by the runtime.
  ExpiredTokenException: { kind: 'transient' },
  ExpiredToken: { kind: 'transient' },
  RequestExpired: { kind: 'transient' },
  InvalidSignatureException: { kind: 'transient' },
  SignatureDoesNotMatch: { kind: 'transient' },
  UnrecognizedClientException: { kind: 'transient' },
  InvalidClientTokenId: { kind: 'transient' },
};

/** SES's exception for too much of something, and the names by which AWS says so of any action. */
const throttlings = new Set([
  'TooManyRequestsException',
  'ThrottlingException',
  'Throttling',
  'ThrottledException',
  'RequestThrottled',
  'RequestThrottledException',
  'RequestLimitExceeded',
]);
const TOO_MANY_REQUESTS = 429;

/**
 * Of recipients SES says "Maximum sending rate exceeded" (developer guide, "Errors related to the sending quotas";
 * https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html), and of those of a bulk call it says so
 * entry by entry, ACCOUNT_THROTTLED. Other words, such as "Rate exceeded", are about the number of calls, which
 * SendEmail has no limit for (https://docs.aws.amazon.com/ses/latest/dg/quotas.html): there it is the rate after all.
 */
const throttlingOf = (text: string, call: Call): Interruption => {
  if (call === 'single') return { kind: 'throttled' };
  return /sending rate/i.test(text) ? { kind: 'throttled', wholeCall: true } : { kind: 'callsThrottled' };
};

/** Node's names for a connection that never came to be: no byte of the request has left. */
const unconnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

/** SES uses one name for two meanings; its text tells them apart (SES developer guide, "Errors related to quotas"). */
const byText = (text: string, sender: string): Interruption | undefined => {
  if (/not verified/i.test(text)) return account(causeOfUnverified(text, sender));
  return /daily (message )?quota/i.test(text) ? { kind: 'quota' } : undefined;
};

const interruptionOf = ({ Status = 'FAILED', Error: text }: EntryResult, sender: string): Interruption | undefined =>
  byText(text ?? '', sender) ?? byStatus[Status];

/** SES may name addresses in its words; who was refused is known without them. */
const saidBy = ({ Status = UNSPECIFIC, Error: text }: EntryResult): string => {
  const words = (text ?? '').split(/(\s+)/).map((word) => (word.includes('@') ? '…' : word));
  const said = words.join('').slice(0, 200);
  return said === '' ? Status : `${Status}: ${said}`;
};

/**
 * Statuses that say what is wrong with the entry (API reference, BulkEmailEntryResult, and the enumeration of the SDK,
 * which spells one otherwise). "FAILED: unable to process your request" says nothing, and its text often "try again";
 * nor does a status that SES has learnt since.
 */
const refusals: readonly string[] = ['MESSAGE_REJECTED', 'INVALID_PARAMETER', 'INVALID_PARAMETER_VALUE'];

const severity: readonly Interruption['kind'][] = [
  'split',
  'callsThrottled',
  'transient',
  'throttled',
  'quota',
  'account',
];

/** Of several reasons to wait the gravest. */
export const gravest = (interruptions: readonly Interruption[]): Interruption | undefined =>
  interruptions.toSorted((one, other) => severity.indexOf(other.kind) - severity.indexOf(one.kind))[0];

const outcomeOf = (number: number, sender: string, result: EntryResult = {}): EntryOutcome => {
  if (result.Status === BulkEmailStatus.SUCCESS && result.MessageId)
    return { number, kind: 'handedOver', sesMessageId: result.MessageId };
  if (interruptionOf(result, sender)) return { number, kind: 'released' };
  const { Status = UNSPECIFIC } = result;
  return refusals.includes(Status)
    ? { number, kind: 'refused', reason: Status }
    : { number, kind: 'released', reason: saidBy(result) };
};

/** What SES's results, one for each entry in their order, mean. Of several reasons to wait the gravest counts. */
export const readResults = (mail: GroupMail, results: readonly EntryResult[]): GroupOutcome => {
  const sender = mail.from.address;
  const interruptions = results.flatMap((result) =>
    result.Status === BulkEmailStatus.SUCCESS ? [] : (interruptionOf(result, sender) ?? []),
  );
  const entries = mail.entries.map(({ number }, index) => outcomeOf(number, sender, results[index]));
  const isUnsaid = entries.some((entry) => entry.kind === 'released' && entry.reason !== undefined);
  const all: Interruption[] = isUnsaid ? [...interruptions, { kind: 'transient' }] : interruptions;
  const interruption = gravest(all);
  return { kind: 'answered', entries, ...(interruption && { interruption }) };
};

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const definite = (error: unknown, call: Call, sender: string): Interruption | undefined => {
  if (error instanceof NotSent || unconnected.has(String(codeOf(error)))) return { kind: 'transient' };
  // Only a parsed answer below 500 is definite; a reset or a timeout may hide mails that went out.
  if (!(error instanceof SESv2ServiceException)) return undefined;
  const { httpStatusCode = 500 } = error.$metadata;
  if (httpStatusCode >= 500) return undefined;
  const known = byText(error.message, sender) ?? byException[error.name];
  if (known) return known;
  const isThrottling = throttlings.has(error.name) || httpStatusCode === TOO_MANY_REQUESTS;
  return isThrottling ? throttlingOf(error.message, call) : account('refusedBySes');
};

/** What an error of the whole call means. A single entry that is refused is the culprit itself. */
export const readError = (mail: Pick<GroupMail, 'from' | 'entries'>, error: unknown, call: Call): GroupOutcome => {
  const interruption = definite(error, call, mail.from.address);
  if (!interruption) return { kind: 'unknown' };
  const isCulprit = interruption.kind === 'split' && mail.entries.length === 1;
  const reason = error instanceof Error ? error.name : 'FAILED';
  const entries = mail.entries.map(({ number }): EntryOutcome =>
    isCulprit ? { number, kind: 'refused', reason } : { number, kind: 'released' },
  );
  return { kind: 'answered', entries, interruption };
};
