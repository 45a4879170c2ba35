import type { TrackingLine } from './message.ts';
import type { BounceReason } from './profile.ts';

/** `hard`: it will not succeed tomorrow either, and the address is quarantined at once (semantics J3). */
export type BounceVerdict = { hard: boolean; reason: BounceReason; status: string };

type Rule = { pattern: RegExp; hard: boolean; reason: BounceReason };

/**
 * Enhanced status codes (RFC 3463, registry of RFC 5248) by their meaning. SES calls 5.4.4 (host unknown)
 * "Transient"; it will never succeed. What blames the sender or the content never quarantines the recipient.
 * First match wins.
 */
const byStatus: readonly Rule[] = [
  { pattern: /^5\.1\.(2|10)$/, hard: true, reason: 'invalidDomain' },
  { pattern: /^[45]\.1\.[789]$/, hard: false, reason: 'refused' },
  { pattern: /^5\.1\.\d+$/, hard: true, reason: 'userUnknown' },
  { pattern: /^4\.1\.\d+$/, hard: false, reason: 'userUnknown' },
  { pattern: /^5\.2\.1$/, hard: true, reason: 'accountDisabled' },
  { pattern: /^4\.2\.1$/, hard: false, reason: 'accountDisabled' },
  { pattern: /^[45]\.2\.2$/, hard: false, reason: 'mailboxFull' },
  { pattern: /^[45]\.[23]\.[34]$/, hard: false, reason: 'refused' },
  { pattern: /^[45]\.3\./, hard: false, reason: 'unreachable' },
  { pattern: /^5\.4\.(4|310)$/, hard: true, reason: 'invalidDomain' },
  { pattern: /^[45]\.4\./, hard: false, reason: 'unreachable' },
  { pattern: /^5\.7\.13$/, hard: true, reason: 'accountDisabled' },
  { pattern: /^[45]\.[67]\./, hard: false, reason: 'refused' },
];

const bySubType: Record<string, BounceReason> = {
  MailboxFull: 'mailboxFull',
  NoEmail: 'userUnknown',
  MessageTooLarge: 'refused',
  ContentRejected: 'refused',
  AttachmentRejected: 'refused',
};

/**
 * SES took the message and did not try to send it, because of a list of its own, of the account or of a tenant, or
 * because it judged the address itself: kept apart, it is no new hard bounce (semantics D3). Lists that come later are
 * named likewise.
 */
const suppressed = /^(Suppressed|EmailValidationSuppressed|UnsubscribedRecipient|On\w+SuppressionList)$/;

export const isSuppressed = (subType: string | undefined): boolean => suppressed.test(subType ?? '');

/** Judges a bounce by its enhanced status code, and by SES's label only where the code says nothing. */
export const judgeBounce = (bounce: Pick<TrackingLine, 'status' | 'type' | 'subType'>): BounceVerdict => {
  const { status = '', type = '', subType = '' } = bounce;
  if (isSuppressed(subType)) return { hard: true, reason: 'suppressed', status };
  const rule = byStatus.find(({ pattern }) => pattern.test(status));
  if (rule) return { hard: rule.hard, reason: rule.reason, status };
  const hard = type === 'Permanent';
  return { hard, reason: bySubType[subType] ?? (hard ? 'userUnknown' : 'notDefined'), status };
};
