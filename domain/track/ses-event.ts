import * as z from 'zod';
import { jsonOf } from '../values/json-of.ts';
import { messageTags } from '../model/message.ts';
import type { UnknownPart } from './ports/unknown-parts.ts';
import { unknownParts, unknownType } from './unknown-parts.ts';

/** SES writes times with and without fractions; one form, so that they compare as text. */
const Instant = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), 'is no time')
  .transform((text) => new Date(text).toISOString());

const Mail = z.object({
  messageId: z.string(),
  timestamp: Instant,
  destination: z.array(z.string()).default([]),
  tags: z.record(z.string(), z.array(z.string())).default({}),
});

/** A text that SES may leave out or set to null; a value that we do not know is kept as it came. */
const Text = z.string().nullish();
const Recipients = z.array(z.object({ action: Text, status: Text, diagnosticCode: Text })).default([]);
const Seen = z.object({ timestamp: Instant, userAgent: Text, isBotEvent: Text });
const Topics = z.array(z.object({ subscriptionStatus: Text })).nullish();
const Preferences = z.object({ unsubscribeAll: z.boolean().nullish(), topicSubscriptionStatus: Topics });

const event = <Name extends string, Detail extends z.ZodRawShape>(name: Name, detail: Detail) =>
  z.object({ eventType: z.literal(name), mail: Mail, ...detail });

/**
 * The ten events of SES as they are published to SNS; names are those of the SES developer guide, "Examples of
 * event data". Lenient: unknown fields and values are let through, because SES adds some now and then, and counted.
 */
export const SesEvent = z.discriminatedUnion('eventType', [
  event('Send', {}),
  event('Delivery', { delivery: z.object({ timestamp: Instant }) }),
  event('Bounce', {
    bounce: z.object({ bounceType: Text, bounceSubType: Text, bouncedRecipients: Recipients, timestamp: Instant }),
  }),
  event('Complaint', {
    complaint: z.object({ timestamp: Instant, complaintSubType: Text, complaintFeedbackType: Text }),
  }),
  event('Reject', { reject: z.object({ reason: Text }) }),
  event('Open', { open: Seen }),
  event('Click', {
    click: Seen.extend({ link: Text, linkTags: z.record(z.string(), z.array(z.string())).nullish() }),
  }),
  event('Rendering Failure', { failure: z.object({ errorMessage: Text }) }),
  event('DeliveryDelay', {
    deliveryDelay: z.object({ timestamp: Instant, delayType: Text, delayedRecipients: Recipients }),
  }),
  event('Subscription', {
    subscription: z.object({ timestamp: Instant, newTopicPreferences: Preferences.nullish() }),
  }),
]);
export type SesEvent = z.infer<typeof SesEvent>;

/** An event of a type that SES had not yet when this was written: kept apart, and counted. */
const NewEvent = z.looseObject({ eventType: z.string(), mail: Mail });
export type NewEvent = z.infer<typeof NewEvent>;

const Timed = z.object({ timestamp: Instant });

/** When an event happened: what it says beside its mail, which may have been sent months before; else when that was. */
export const happenedAt = ({ mail, ...details }: SesEvent | NewEvent): string =>
  Object.values(details)
    .map((detail) => Timed.safeParse(detail).data?.timestamp)
    .find((timestamp) => timestamp !== undefined) ?? mail.timestamp;

/** SNS without raw delivery wraps the event into an envelope. */
const Envelope = z.object({ Type: z.literal('Notification'), Message: z.string() });

/** Which message an event belongs to, by the tags that we gave it. */
export type TaggedMessage = { runId: string; number: number; profileId: string };

const tag = (mail: z.infer<typeof Mail>, name: string): string => mail.tags[name]?.[0] ?? '';

/** Undefined: not one of our messages (another application, or somebody who sends by hand). */
export const taggedMessageOf = ({ mail }: Pick<SesEvent, 'mail'>): TaggedMessage | undefined => {
  const runId = tag(mail, messageTags.run);
  const number = tag(mail, messageTags.number);
  const profileId = tag(mail, messageTags.profile);
  return runId !== '' && profileId !== '' && /^\d{1,10}$/.test(number)
    ? { runId, number: Number(number), profileId }
    : undefined;
};

/** SES was told to track neither opens nor clicks of it. */
export const isUntracked = ({ mail }: Pick<SesEvent, 'mail'>): boolean => tag(mail, messageTags.tracking) === 'off';

/**
 * What SES publishes to a topic when an event destination for it is created, to test the permission: no JSON, and about
 * no message. It is written nowhere in AWS's documentation; django-anymail (webhooks/amazon_ses.py) knows it as well.
 */
const TOPIC_VALIDATION = 'Successfully validated SNS topic for Amazon SES event publishing.';

export type Parsed =
  | { kind: 'event'; event: SesEvent; unknown: readonly UnknownPart[] }
  | { kind: 'new'; event: NewEvent; unknown: readonly UnknownPart[] }
  /** Says nothing of a message: ignored. */
  | { kind: 'topicValidation' }
  /** Belongs into the dead-letter queue; the cause names paths in the body, never a value. */
  | { kind: 'noEvent'; cause: string };

const knownTypes: readonly string[] = SesEvent.options.map(({ shape }) => shape.eventType.value);

const causeOf = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; ');

const parsedOf = (json: unknown): Parsed => {
  if (json === undefined) return { kind: 'noEvent', cause: 'body: is no JSON' };
  const known = SesEvent.safeParse(json);
  if (known.success) return { kind: 'event', event: known.data, unknown: unknownParts(known.data.eventType, json) };
  // Asked only now: the queue gets events without an envelope, and a look for one costs as much as the event.
  const envelope = Envelope.safeParse(json);
  if (envelope.success) return parseSesEvent(envelope.data.Message);
  const other = NewEvent.safeParse(json);
  if (other.success && !knownTypes.includes(other.data.eventType))
    return { kind: 'new', event: other.data, unknown: [unknownType(other.data.eventType)] };
  return { kind: 'noEvent', cause: causeOf(other.success ? known.error : other.error) };
};

/** What a body from the queue is; never throws. */
export const parseSesEvent = (body: string): Parsed =>
  body.trim() === TOPIC_VALIDATION ? { kind: 'topicValidation' } : parsedOf(jsonOf(body));
