import { diagnosisOf } from '../model/diagnosis.ts';
import type { TrackingLine } from '../model/message.ts';
import { unsubscribePath } from '../model/unsubscribe-token.ts';
import { viewPath } from '../model/view-token.ts';
import { beginningOf } from '../values/whole-characters.ts';
import { isUntracked, type SesEvent } from './ses-event.ts';

type Recipient = Kind<'Bounce'>['bounce']['bouncedRecipients'][number];
type Kind<T extends SesEvent['eventType']> = Extract<SesEvent, { eventType: T }>;

/** What SES left out, left empty or set to null was not said. */
const said = (value: string | null | undefined): string | undefined =>
  value === null || value === '' ? undefined : value;

/** "Other or undefined status" of a class (RFC 3463, X.0.0). */
const isOpen = (status: string | undefined): boolean => status === undefined || /^\d\.0\.0$/.test(status);

/**
 * The enhanced status code of a delivery status notification (RFC 3463). Where one came without a status that says
 * something, the code in its diagnostic, or "other or undefined" of the class that its reply or SES's type tells:
 * nothing at all means that no such notification came.
 */
const statusOf = ({ action, status, diagnosticCode }: Recipient, type: string | undefined): string | undefined => {
  const [told, diagnostic] = [said(status), said(diagnosticCode)];
  if ((told ?? said(action) ?? diagnostic) === undefined) return undefined;
  const [code] = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?!\.?\d)/.exec(diagnostic ?? '') ?? [];
  if (isOpen(told) && code !== undefined) return code;
  const [, replied] = /^(?:smtp; *)?([45])\d\d\b/i.exec(diagnostic ?? '') ?? [];
  return told ?? `${replied ?? (type === 'Permanent' ? '5' : '4')}.0.0`;
};

const bounceLine = ({ bounce }: Kind<'Bounce'>): TrackingLine => {
  const [recipient = {}] = bounce.bouncedRecipients;
  return {
    kind: 'bounce',
    at: bounce.timestamp,
    status: statusOf(recipient, said(bounce.bounceType)),
    type: said(bounce.bounceType),
    subType: said(bounce.bounceSubType),
    diagnosis: diagnosisOf(recipient.diagnosticCode ?? ''),
  };
};

const seen = ({ timestamp, userAgent, isBotEvent }: Kind<'Open'>['open']) => ({
  at: timestamp,
  agent: said(userAgent && beginningOf(userAgent, 300)),
  bot: said(isBotEvent),
});

/** Who holds the token of such a link can opt its reader out, or read their mail: where it led is enough. */
const withoutToken = (link: string | undefined): string | undefined => {
  for (const path of [unsubscribePath, viewPath]) {
    const at = link?.indexOf(path) ?? -1;
    if (at >= 0) return link?.slice(0, at + path.length);
  }
  return link;
};

const clickLine = ({ click }: Kind<'Click'>): TrackingLine => ({
  kind: 'click',
  ...seen(click),
  link: said(withoutToken(click.link ? beginningOf(click.link, 2000) : undefined)),
  label: said(click.linkTags?.['label']?.[0]),
});

const delayLine = ({ deliveryDelay }: Kind<'DeliveryDelay'>): TrackingLine => ({
  kind: 'delay',
  at: deliveryDelay.timestamp,
  status: said(deliveryDelay.delayedRecipients[0]?.status),
  type: said(deliveryDelay.delayType),
});

const complaintLine = ({ complaint }: Kind<'Complaint'>): TrackingLine => ({
  kind: 'complaint',
  at: complaint.timestamp,
  type: said(complaint.complaintFeedbackType),
  subType: said(complaint.complaintSubType),
});

/** A contact list of SES's own says that somebody left; one that came back changes nothing here. */
const leaves = ({ subscription }: Kind<'Subscription'>): boolean =>
  subscription.newTopicPreferences?.unsubscribeAll === true ||
  (subscription.newTopicPreferences?.topicSubscriptionStatus ?? []).some(
    ({ subscriptionStatus }) => subscriptionStatus === 'OptOut',
  );

const anyLineOf = (event: SesEvent): TrackingLine | undefined => {
  switch (event.eventType) {
    case 'Send':
      return { kind: 'send', at: event.mail.timestamp };
    case 'Delivery':
      return { kind: 'delivery', at: event.delivery.timestamp };
    case 'Bounce':
      return bounceLine(event);
    case 'Complaint':
      return complaintLine(event);
    case 'Reject':
      return { kind: 'reject', at: event.mail.timestamp, type: 'Reject' };
    case 'Rendering Failure':
      return { kind: 'reject', at: event.mail.timestamp, type: 'RenderingFailure' };
    case 'DeliveryDelay':
      return delayLine(event);
    case 'Open':
      return { kind: 'open', ...seen(event.open) };
    case 'Click':
      return clickLine(event);
    case 'Subscription':
      return leaves(event) ? { kind: 'unsubscribe', at: event.subscription.timestamp } : undefined;
  }
};

/** What a message that may not be tracked must not have. */
export const isTracking = ({ eventType }: Pick<SesEvent, 'eventType'>): boolean =>
  eventType === 'Open' || eventType === 'Click';

/**
 * The line that an event adds to its message. Undefined: it says nothing about one, or what nobody may know: opens and
 * clicks that come nevertheless of somebody who refused.
 */
export const lineOf = (event: SesEvent): TrackingLine | undefined => {
  if (!isUntracked(event)) return anyLineOf(event);
  const line = isTracking(event) ? undefined : anyLineOf(event);
  return line && { ...line, untracked: true };
};
