import type { TrackingLine } from '../message.ts';
import { beginningOf } from '../whole-characters.ts';
import type { SesEvent } from './ses-event.ts';

type Kind<T extends SesEvent['eventType']> = Extract<SesEvent, { eventType: T }>;

/** What SES left out, left empty or set to null was not said. */
const said = (value: string | null | undefined): string | undefined =>
  value === null || value === '' ? undefined : value;

const bounceLine = ({ bounce }: Kind<'Bounce'>): TrackingLine => ({
  kind: 'bounce',
  at: bounce.timestamp,
  status: said(bounce.bouncedRecipients[0]?.status),
  type: said(bounce.bounceType),
  subType: said(bounce.bounceSubType),
});

const seen = ({ timestamp, userAgent, isBotEvent }: Kind<'Open'>['open']) => ({
  at: timestamp,
  agent: said(userAgent && beginningOf(userAgent, 300)),
  bot: said(isBotEvent),
});

const clickLine = ({ click }: Kind<'Click'>): TrackingLine => ({
  kind: 'click',
  ...seen(click),
  link: said(click.link && beginningOf(click.link, 2000)),
  label: said(click.linkTags?.['label']?.[0]),
});

const delayLine = ({ deliveryDelay }: Kind<'DeliveryDelay'>): TrackingLine => ({
  kind: 'delay',
  at: deliveryDelay.timestamp,
  status: said(deliveryDelay.delayedRecipients[0]?.status),
  type: said(deliveryDelay.delayType),
});

/** A contact list of SES's own says that somebody left; one that came back changes nothing here. */
const leaves = ({ subscription }: Kind<'Subscription'>): boolean =>
  subscription.newTopicPreferences?.unsubscribeAll === true ||
  (subscription.newTopicPreferences?.topicSubscriptionStatus ?? []).some(
    ({ subscriptionStatus }) => subscriptionStatus === 'OptOut',
  );

/** The line that an event adds to its message. Undefined: it says nothing about one. */
export const lineOf = (event: SesEvent): TrackingLine | undefined => {
  switch (event.eventType) {
    case 'Send':
      return { kind: 'send', at: event.mail.timestamp };
    case 'Delivery':
      return { kind: 'delivery', at: event.delivery.timestamp };
    case 'Bounce':
      return bounceLine(event);
    case 'Complaint':
      return { kind: 'complaint', at: event.complaint.timestamp, type: said(event.complaint.complaintFeedbackType) };
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
