import type { UnknownPart } from './ports/unknown-parts.ts';

/** SES developer guide, "Contents of event data that Amazon SES publishes to Amazon SNS". */
const fields = {
  mail: [
    'timestamp',
    'messageId',
    'source',
    'sourceArn',
    'sourceIp',
    'sendingAccountId',
    'callerIdentity',
    'destination',
    'headersTruncated',
    'headers',
    'commonHeaders',
    'tags',
  ],
  send: [],
  delivery: ['timestamp', 'processingTimeMillis', 'recipients', 'smtpResponse', 'reportingMTA', 'remoteMtaIp'],
  bounce: [
    'bounceType',
    'bounceSubType',
    'bouncedRecipients',
    'timestamp',
    'feedbackId',
    'reportingMTA',
    'remoteMtaIp',
  ],
  complaint: [
    'complainedRecipients',
    'timestamp',
    'feedbackId',
    'complaintSubType',
    'userAgent',
    'complaintFeedbackType',
    'arrivalDate',
  ],
  reject: ['reason'],
  open: ['ipAddress', 'timestamp', 'userAgent', 'isBotEvent'],
  click: ['ipAddress', 'timestamp', 'userAgent', 'isBotEvent', 'link', 'linkTags'],
  failure: ['errorMessage', 'templateName'],
  deliveryDelay: ['timestamp', 'delayType', 'expirationTime', 'delayedRecipients', 'reportingMTA'],
  subscription: ['contactList', 'timestamp', 'source', 'newTopicPreferences', 'oldTopicPreferences'],
} as const satisfies Record<string, readonly string[]>;

/** Where each type of event has what is its own. */
const details = {
  Send: 'send',
  Delivery: 'delivery',
  Bounce: 'bounce',
  Complaint: 'complaint',
  Reject: 'reject',
  Open: 'open',
  Click: 'click',
  'Rendering Failure': 'failure',
  DeliveryDelay: 'deliveryDelay',
  Subscription: 'subscription',
} as const satisfies Record<string, keyof typeof fields>;

/** The fields that take one of some words. */
export const knownWords = {
  bounceType: ['Undetermined', 'Permanent', 'Transient'],
  bounceSubType: [
    'Undetermined',
    'General',
    'NoEmail',
    'Suppressed',
    'OnAccountSuppressionList',
    'OnTenantSuppressionList',
    'EmailValidationSuppressed',
    'UnsubscribedRecipient',
    'MailboxFull',
    'MessageTooLarge',
    'CustomTimeoutExceeded',
    'ContentRejected',
    'AttachmentRejected',
  ],
  complaintSubType: ['OnAccountSuppressionList', 'OnTenantSuppressionList'],
  complaintFeedbackType: ['abuse', 'auth-failure', 'fraud', 'not-spam', 'other', 'virus'],
  delayType: [
    'InternalFailure',
    'General',
    'MailboxFull',
    'SpamDetected',
    'RecipientServerError',
    'IPFailure',
    'TransientCommunicationFailure',
    'BYOIPHostNameLookupUnavailable',
    'Undetermined',
    'SendingDeferral',
  ],
  isBotEvent: ['Likely', 'Unlikely'],
} as const satisfies Record<string, readonly string[]>;

const words: Record<string, readonly string[]> = knownWords;

/** A name of SES's own; anything else could be somebody's address and is not repeated. */
const named = (text: string): string => (/^[A-Za-z][\w-]{0,39}$/.test(text) ? text : '?');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const unknownFields = (value: unknown, known: readonly string[]): string[] =>
  isObject(value) ? Object.keys(value).filter((name) => !known.includes(name)) : [];

const unknownValues = (detail: unknown): [field: string, value: string][] =>
  Object.entries(isObject(detail) ? detail : {}).flatMap(([field, value]): [string, string][] =>
    typeof value === 'string' && value !== '' && words[field]?.includes(value) === false ? [[field, value]] : [],
  );

/** A type of event that SES did not have before. */
export const unknownType = (eventType: string): UnknownPart => ({
  eventType: named(eventType),
  place: 'eventType',
  value: named(eventType),
});

/** What of an event SES did not say before, in the order of the event. */
export const unknownParts = (eventType: keyof typeof details, event: unknown): UnknownPart[] => {
  if (!isObject(event)) return [];
  const name = details[eventType];
  const detail = event[name];
  const places = [
    ...unknownFields(event, ['eventType', 'mail', name]).map(named),
    ...unknownFields(event['mail'], fields.mail).map((field) => `mail.${named(field)}`),
    ...unknownFields(detail, fields[name]).map((field) => `${name}.${named(field)}`),
  ];
  return [
    ...places.map((place) => ({ eventType, place, value: null })),
    ...unknownValues(detail).map(([field, value]) => ({ eventType, place: `${name}.${field}`, value: named(value) })),
  ];
};
