import type { BounceReason } from '../profile.ts';

export type BounceVerdict = { hard: boolean; reason: BounceReason; status: string };

/**
 * Enhanced status codes (RFC 3463) by their meaning. SES calls 5.4.4 (host unknown) "Transient"; it will
 * never succeed. First match wins.
 */
const byStatus: readonly { pattern: RegExp; hard: boolean; reason: BounceReason }[] = [
  { pattern: /^5\.1\.[12346]$/, hard: true, reason: 'userUnknown' },
  { pattern: /^5\.1\.10$/, hard: true, reason: 'invalidDomain' },
  { pattern: /^5\.2\.1$/, hard: true, reason: 'accountDisabled' },
  { pattern: /^[45]\.2\.2$/, hard: false, reason: 'mailboxFull' },
  { pattern: /^5\.4\.4$/, hard: true, reason: 'invalidDomain' },
  { pattern: /^[45]\.4\./, hard: false, reason: 'unreachable' },
  { pattern: /^[45]\.7\./, hard: false, reason: 'refused' },
];

const bySubType: Record<string, BounceReason> = {
  MailboxFull: 'mailboxFull',
  NoEmail: 'userUnknown',
  MessageTooLarge: 'refused',
  ContentRejected: 'refused',
  AttachmentRejected: 'refused',
};

/** On SES's account suppression list: kept apart, it is no new hard bounce (semantics D3). */
const suppressed = ['Suppressed', 'OnAccountSuppressionList'];

/** Judges a bounce by its enhanced status code, and by SES's label only where the code says nothing. */
export const judgeBounce = (bounce: { bounceType: string; bounceSubType: string; status: string }): BounceVerdict => {
  const { bounceType, bounceSubType, status } = bounce;
  if (suppressed.includes(bounceSubType)) return { hard: true, reason: 'suppressed', status };
  const rule = byStatus.find(({ pattern }) => pattern.test(status));
  if (rule) return { hard: rule.hard, reason: rule.reason, status };
  const hard = bounceType === 'Permanent';
  return { hard, reason: bySubType[bounceSubType] ?? (hard ? 'userUnknown' : 'notDefined'), status };
};
