import { randomUUID } from 'node:crypto';
import { behaviourOf, plainRatios, type Behaviour, type Ratios } from './behaviour.ts';
import { linksOf, privacyAgent, scannerAgent, sesEvent, type EventFacts, type EventKind } from './events.ts';
import type { Limits } from './limits.ts';
import { isOwn, type Mail } from './mail.ts';
import type { MailStore } from './mail-store.ts';
import type { Publisher } from './publisher.ts';
import { Statistics } from './statistics.ts';

export type Faults = {
  latencyMs: number;
  throttleNext: number;
  resetBefore: number;
  resetAfter: number;
  dailyQuotaExceeded: boolean;
  pauseAccount: boolean;
  suspendAccount: boolean;
  rejectAddresses: string[];
  /** Kinds of which no event is published any more. */
  loseEvents: EventKind[];
};

export const noFaults = (): Faults => ({
  latencyMs: 0,
  throttleNext: 0,
  resetBefore: 0,
  resetAfter: 0,
  dailyQuotaExceeded: false,
  pauseAccount: false,
  suspendAccount: false,
  rejectAddresses: [],
  loseEvents: [],
});

export type Incoming = Omit<Mail, 'messageId' | 'receivedAt'>;
/** SES's own words for the result of one entry. */
export type Accepted =
  | { status: 'SUCCESS'; messageId: string; error?: undefined }
  | { status: string; messageId?: undefined; error?: string };

const isSimulator = (address: string): boolean => address.toLowerCase().endsWith('@simulator.amazonses.com');

const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;

/** SES's own words (https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html). */
const notVerified = (identities: readonly string[]): string =>
  `Email address is not verified. The following identities failed the check in region US-EAST-1: ${identities.join(', ')}`;

const errorOf = (
  refusal: string,
  { configurationSet }: Incoming,
  unverified: readonly string[],
): string | undefined => {
  if (refusal === 'CONFIGURATION_SET_NOT_FOUND') return `Configuration set <${configurationSet}> does not exist.`;
  return refusal === 'MESSAGE_REJECTED' && unverified.length > 0 ? notVerified(unverified) : undefined;
};

/** Of a reader who takes a mail out of the spam folder SES tells as of a complaint (RFC 6430). */
const complaintFacts = (complains: Behaviour['complains']): Partial<EventFacts> =>
  complains === 'notSpam' ? { complaintFeedbackType: 'not-spam' } : {};

const LATE_MS = 2000;

/** Nobody reads at once: an open or a click within two seconds of the delivery is taken for a machine's. */
const READING_MS = 3000;

const afterReading = ({ receivedAt }: Mail): string =>
  new Date(Math.max(Date.now(), Date.parse(receivedAt) + READING_MS)).toISOString();

/** One SES account: what it lets through, what it keeps, and what its recipients then do. */
export class Account {
  readonly verified = new Set(['freigabe.example']);
  /** New accounts send to verified identities and the simulator only (https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html). */
  isInSandbox = false;
  faults = noFaults();
  seed = 1;
  ratios: Ratios = plainRatios;
  readonly statistics = new Statistics();
  readonly limits: Limits;
  readonly store: MailStore;
  readonly publisher: Publisher;

  constructor(parts: { limits: Limits; store: MailStore; publisher: Publisher }) {
    this.limits = parts.limits;
    this.store = parts.store;
    this.publisher = parts.publisher;
  }

  /**
   * Whether an address is verified, by itself or by its domain: who verifies a domain may send from every address of
   * it and of its subdomains (https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html).
   */
  isVerified(from: string): boolean {
    const address = addressOf(from).toLowerCase();
    const labels = address.slice(address.lastIndexOf('@') + 1).split('.');
    return this.verified.has(address) || labels.some((_, index) => this.verified.has(labels.slice(index).join('.')));
  }

  /** One message: refused with SES's status, or kept and answered by its recipient. */
  accept(incoming: Incoming): Accepted {
    const unverified = this.unverified(incoming);
    const refusal = this.refusal(incoming, unverified);
    if (refusal !== undefined) {
      const error = errorOf(refusal, incoming, unverified);
      return { status: refusal, ...(error !== undefined && { error }) };
    }
    const mail: Mail = { ...incoming, messageId: `0100${randomUUID()}-000000`, receivedAt: new Date().toISOString() };
    this.store.add(mail);
    this.statistics.count('attempts');
    if (mail.configurationSet !== undefined) this.react(mail);
    return { status: 'SUCCESS', messageId: mail.messageId };
  }

  publish(kind: EventKind, mail: Mail, facts: Partial<EventFacts> = {}): void {
    if (kind === 'bounce') this.statistics.count('bounces');
    if (kind === 'complaint') this.statistics.count('complaints');
    if (this.faults.loseEvents.includes(kind)) return;
    if ((kind === 'open' && mail.untracked?.opens) || (kind === 'click' && mail.untracked?.clicks)) return;
    const now = new Date().toISOString();
    const at = kind === 'open' || kind === 'click' ? afterReading(mail) : now;
    this.publisher.publish(mail.configurationSet, kind, sesEvent(kind, mail, { at, ...facts }));
  }

  /** RFC 8058 one-click, only to this machine. */
  async unsubscribe(mail: Mail): Promise<boolean> {
    const url = /<([^>]+)>/.exec(mail.headers['List-Unsubscribe'] ?? '')?.[1];
    if (url === undefined || !['127.0.0.1', 'localhost'].includes(new URL(url).hostname)) return false;
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    return (await fetch(url, { method: 'POST', body })).ok;
  }

  private unverified({ from, to }: Incoming): string[] {
    const isRecipientChecked = this.isInSandbox && !isSimulator(to);
    return [from, ...(isRecipientChecked ? [to] : [])].filter((address) => !this.isVerified(address));
  }

  private refusal(incoming: Incoming, unverified: readonly string[]): string | undefined {
    const { faults } = this;
    if (faults.suspendAccount) return 'ACCOUNT_SUSPENDED';
    if (faults.pauseAccount) return 'ACCOUNT_SENDING_PAUSED';
    if (incoming.configurationSet !== undefined && !this.publisher.knows(incoming.configurationSet))
      return 'CONFIGURATION_SET_NOT_FOUND';
    if (unverified.length > 0) return 'MESSAGE_REJECTED';
    if (faults.rejectAddresses.includes(incoming.to)) return 'MESSAGE_REJECTED';
    if (faults.dailyQuotaExceeded) return 'ACCOUNT_DAILY_QUOTA_EXCEEDED';
    if (faults.throttleNext > 0) {
      faults.throttleNext -= 1;
      return 'ACCOUNT_THROTTLED';
    }
    const taken = this.limits.take(isSimulator(incoming.to));
    return { ok: undefined, throttled: 'ACCOUNT_THROTTLED', quota: 'ACCOUNT_DAILY_QUOTA_EXCEEDED' }[taken];
  }

  /** SNS may bring an event late, and more than once. */
  private react(mail: Mail): void {
    if (mail.missing.length > 0) return this.publish('renderingFailure', mail);
    // People of the user pool get what is sent to them, but for addresses that say otherwise.
    const behaviour = behaviourOf(this.seed, mail.to, isOwn(mail) ? plainRatios : this.ratios);
    if (!behaviour.isLate) return this.behave(mail, behaviour);
    setTimeout(() => {
      this.behave(mail, behaviour);
      this.behave(mail, behaviour);
    }, LATE_MS);
  }

  private behave(mail: Mail, behaviour: Behaviour): void {
    if (behaviour.fate === 'hardBounce') return this.publish('bounce', mail);
    if (behaviour.fate === 'softBounce')
      return this.publish('bounce', mail, { bounceType: 'Transient', bounceSubType: 'MailboxFull', status: '5.2.2' });
    if (behaviour.fate !== 'delivered')
      return this.publish('bounce', mail, { bounceSubType: behaviour.fate, status: '5.1.1' });
    // Nothing was delivered of what the reader's earlier complaint keeps back.
    if (behaviour.complains === 'suppressed')
      return this.publish('complaint', mail, { complaintSubType: 'OnAccountSuppressionList' });
    this.publish('delivery', mail);
    if (behaviour.isAway)
      this.publish('bounce', mail, { bounceType: 'Transient', bounceSubType: 'General', isReply: true });
    if (behaviour.complains !== false) this.publish('complaint', mail, complaintFacts(behaviour.complains));
    if (behaviour.scanned)
      for (const link of linksOf(mail.content().html))
        this.publish('click', mail, { at: mail.receivedAt, link, userAgent: scannerAgent, bot: 'Likely' });
    if (behaviour.opens === 'machine') this.publish('open', mail, { at: mail.receivedAt, userAgent: privacyAgent });
    if (behaviour.opens === 'human') this.publish('open', mail);
    if (behaviour.clicks) this.publish('click', mail, { link: linksOf(mail.content().html)[0] ?? '' });
    if (behaviour.unsubscribes) void this.unsubscribe(mail).catch(() => false);
  }
}
