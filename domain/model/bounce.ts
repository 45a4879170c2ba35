import type { Diagnosis } from './diagnosis.ts';
import type { TrackingLine } from './message.ts';
import type { BounceReason } from './profile.ts';

/** `hard`: it will not succeed tomorrow either, and the address is quarantined at once. */
export type BounceVerdict = { hard: boolean; reason: BounceReason; status: string };

/**
 * How final what a code says is: by itself, or by the type that SES gives. `unlessTransient`: the code is of a permanent
 * failure that may pass; `ifPermanent`: it leaves open whether it ever ends.
 */
type Finality = 'hard' | 'soft' | 'unlessTransient' | 'ifPermanent';

type Rule = { status: RegExp; diagnosis?: Diagnosis; finality: Finality; reason: BounceReason };

/**
 * Enhanced status codes (RFC 3463, registry of RFC 5248) by their meaning, with the words of a provider where one code
 * has two, or says nothing. SES calls 5.4.4 (host unknown) "Transient"; it will never succeed. What blames the sender
 * or the content never quarantines the recipient. First match wins.
 */
const rules: readonly Rule[] = [
  { status: /^5\.(1\.10|4\.1)$/, diagnosis: 'noSuchPerson', finality: 'hard', reason: 'userUnknown' },
  { status: /^5\.1\.(2|10)$/, finality: 'hard', reason: 'invalidDomain' },
  { status: /^[45]\.1\.[789]$/, finality: 'soft', reason: 'refused' },
  { status: /^5\.1\.\d+$/, finality: 'hard', reason: 'userUnknown' },
  { status: /^4\.1\.\d+$/, finality: 'soft', reason: 'userUnknown' },
  { status: /^5\.2\.1$/, finality: 'unlessTransient', reason: 'accountDisabled' },
  { status: /^4\.2\.1$/, finality: 'soft', reason: 'accountDisabled' },
  { status: /^[45]\.2\.2$/, finality: 'soft', reason: 'mailboxFull' },
  { status: /^[45]\.[23]\.[34]$/, finality: 'soft', reason: 'refused' },
  { status: /^5\.4\.(4|310)$/, finality: 'hard', reason: 'invalidDomain' },
  { status: /^4\.[34]\./, finality: 'soft', reason: 'unreachable' },
  { status: /^5\.7\.13$/, finality: 'unlessTransient', reason: 'accountDisabled' },
  { status: /^[45]\.[67]\./, finality: 'soft', reason: 'refused' },
  { status: /^(?!4)/, diagnosis: 'blocked', finality: 'soft', reason: 'refused' },
  { status: /^(?!4)/, diagnosis: 'mailboxFull', finality: 'soft', reason: 'mailboxFull' },
  { status: /^(?!4)/, diagnosis: 'disabled', finality: 'unlessTransient', reason: 'accountDisabled' },
  { status: /^(?!4)/, diagnosis: 'noSuchPerson', finality: 'hard', reason: 'userUnknown' },
  { status: /^5\.[34]\./, finality: 'ifPermanent', reason: 'unreachable' },
];

const isHard: Record<Finality, (type: string) => boolean> = {
  hard: () => true,
  soft: () => false,
  unlessTransient: (type) => type !== 'Transient',
  ifPermanent: (type) => type === 'Permanent',
};

const bySubType: Record<string, BounceReason> = {
  MailboxFull: 'mailboxFull',
  NoEmail: 'userUnknown',
  MessageTooLarge: 'refused',
  ContentRejected: 'refused',
  AttachmentRejected: 'refused',
  CustomTimeoutExceeded: 'unreachable',
};

/**
 * SES took the message and did not try to send it, because of a list of its own, of the account or of a tenant, or
 * because it judged the address itself: kept apart, it is no new hard bounce. Lists that come later are
 * named likewise.
 */
const suppressed = /^(Suppressed|EmailValidationSuppressed|UnsubscribedRecipient|On\w+SuppressionList)$/;

export const isSuppressed = (subType: string | undefined): boolean => suppressed.test(subType ?? '');

/**
 * Whether a bounce is hard, and why: SES's list first, then its type, which a clear code or the provider's words
 * overrule both ways. SES counts by type alone; who is gone by their own server's words is gone all the same.
 */
export const judgeBounce = (bounce: Pick<TrackingLine, 'status' | 'type' | 'subType' | 'diagnosis'>): BounceVerdict => {
  const { status = '', type = '', subType = '', diagnosis } = bounce;
  if (isSuppressed(subType)) return { hard: true, reason: 'suppressed', status };
  const rule = rules.find(
    (each) => each.status.test(status) && (each.diagnosis === undefined || each.diagnosis === diagnosis),
  );
  if (rule) return { hard: isHard[rule.finality](type), reason: rule.reason, status };
  const hard = type === 'Permanent';
  return { hard, reason: bySubType[subType] ?? (hard ? 'userUnknown' : 'notDefined'), status };
};
