import { BulkEmailStatus, SESv2ServiceException } from '@aws-sdk/client-sesv2';
import * as z from 'zod';
import type { EntryOutcome, GroupMail, GroupOutcome, Interruption } from '../../../domain/send/ports/group-mailer.ts';
import type { PauseCause } from '../../../domain/model/run.ts';
import { UNSPECIFIC } from '../../../domain/send/refused.ts';
import { NotSent } from '../sdk/signed-post.ts';

/** What SES says of one entry. A status that nobody knows yet is one as well. */
export const EntryResult = z.object({
  Status: z.string().optional(),
  MessageId: z.string().nullish(),
  Error: z.string().nullish(),
});
export type EntryResult = z.infer<typeof EntryResult>;

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
  TooManyRequestsException: { kind: 'throttled' },
  ThrottlingException: { kind: 'throttled' },
  Throttling: { kind: 'throttled' },
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

/** Node's names for a connection that never came to be: no byte of the request has left. */
const unconnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

/** SES uses one name for two meanings; its text tells them apart (SES developer guide, "Errors related to quotas"). */
const byText = (text: string): Interruption | undefined => {
  if (/not verified/i.test(text)) return account('senderNotVerified');
  return /daily (message )?quota/i.test(text) ? { kind: 'quota' } : undefined;
};

const interruptionOf = ({ Status = 'FAILED', Error: text }: EntryResult): Interruption | undefined =>
  byText(text ?? '') ?? byStatus[Status];

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

const severity: readonly Interruption['kind'][] = ['split', 'transient', 'throttled', 'quota', 'account'];

const outcomeOf = (number: number, result: EntryResult = {}): EntryOutcome => {
  if (result.Status === BulkEmailStatus.SUCCESS && result.MessageId)
    return { number, kind: 'handedOver', sesMessageId: result.MessageId };
  if (interruptionOf(result)) return { number, kind: 'released' };
  const { Status = UNSPECIFIC } = result;
  return refusals.includes(Status)
    ? { number, kind: 'refused', reason: Status }
    : { number, kind: 'released', reason: saidBy(result) };
};

/** What SES's results, one for each entry in their order, mean. Of several reasons to wait the gravest counts. */
export const readResults = (mail: GroupMail, results: readonly EntryResult[]): GroupOutcome => {
  const interruptions = results.flatMap((result) =>
    result.Status === BulkEmailStatus.SUCCESS ? [] : (interruptionOf(result) ?? []),
  );
  const entries = mail.entries.map(({ number }, index) => outcomeOf(number, results[index]));
  const isUnsaid = entries.some((entry) => entry.kind === 'released' && entry.reason !== undefined);
  const all: Interruption[] = isUnsaid ? [...interruptions, { kind: 'transient' }] : interruptions;
  const [interruption] = all.toSorted((one, other) => severity.indexOf(other.kind) - severity.indexOf(one.kind));
  return { kind: 'answered', entries, ...(interruption && { interruption }) };
};

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const definite = (error: unknown): Interruption | undefined => {
  if (error instanceof NotSent || unconnected.has(String(codeOf(error)))) return { kind: 'transient' };
  // Only a parsed answer below 500 is definite; a reset or a timeout may hide mails that went out.
  if (!(error instanceof SESv2ServiceException)) return undefined;
  const { httpStatusCode = 500 } = error.$metadata;
  if (httpStatusCode >= 500) return undefined;
  return byText(error.message) ?? byException[error.name] ?? account('refusedBySes');
};

/** What an error of the whole call means. A single entry that is refused is the culprit itself. */
export const readError = (mail: GroupMail, error: unknown): GroupOutcome => {
  const interruption = definite(error);
  if (!interruption) return { kind: 'unknown' };
  const isCulprit = interruption.kind === 'split' && mail.entries.length === 1;
  const reason = error instanceof Error ? error.name : 'FAILED';
  const entries = mail.entries.map(({ number }): EntryOutcome =>
    isCulprit ? { number, kind: 'refused', reason } : { number, kind: 'released' },
  );
  return { kind: 'answered', entries, interruption };
};
