import * as z from 'zod';
import { messageTags } from '../message.ts';

const Tags = z.record(z.string(), z.array(z.string())).default({});

const Mail = z.object({
  messageId: z.string(),
  timestamp: z.string(),
  destination: z.array(z.string()).default([]),
  tags: Tags,
});

const Recipient = z.object({
  emailAddress: z.string().default(''),
  status: z.string().default(''),
  diagnosticCode: z.string().default(''),
});

/**
 * An SES event as it is published to SNS. Lenient: unknown fields and values are let through, because SES
 * adds some now and then. Names are those of the SES developer guide, "Examples of event data".
 */
export const SesEvent = z.object({
  eventType: z.string(),
  mail: Mail,
  delivery: z.object({ timestamp: z.string() }).optional(),
  bounce: z
    .object({
      bounceType: z.string().default('Undetermined'),
      bounceSubType: z.string().default('Undetermined'),
      bouncedRecipients: z.array(Recipient).default([]),
      timestamp: z.string(),
    })
    .optional(),
  complaint: z.object({ timestamp: z.string(), complaintFeedbackType: z.string().optional() }).optional(),
  reject: z.object({ reason: z.string().default('') }).optional(),
  failure: z.object({ errorMessage: z.string().default('') }).optional(),
  deliveryDelay: z.object({ timestamp: z.string(), delayType: z.string().default('Undetermined') }).optional(),
  open: z
    .object({ timestamp: z.string(), userAgent: z.string().default(''), isBotEvent: z.string().optional() })
    .optional(),
  click: z
    .object({
      timestamp: z.string(),
      userAgent: z.string().default(''),
      link: z.string().default(''),
      isBotEvent: z.string().optional(),
    })
    .optional(),
});
export type SesEvent = z.infer<typeof SesEvent>;

/** SNS without raw delivery wraps the event into an envelope. */
const Envelope = z.object({ Type: z.literal('Notification'), Message: z.string() });

/** Which message an event belongs to, by the tags that we gave it. */
export type Origin = { runId: string; number: number; profileId: string };

const tag = (event: SesEvent, name: string): string => event.mail.tags[name]?.[0] ?? '';

/** Undefined: not one of our messages (a proof, an approval, another application). */
export const originOf = (event: SesEvent): Origin | undefined => {
  const runId = tag(event, messageTags.run);
  const number = tag(event, messageTags.number);
  const profileId = tag(event, messageTags.profile);
  return runId !== '' && profileId !== '' && /^\d{1,10}$/.test(number)
    ? { runId, number: Number(number), profileId }
    : undefined;
};

/** @throws Error for a body that is no SES event; it belongs into the dead-letter queue */
export const parseSesEvent = (body: string): SesEvent => {
  const json: unknown = JSON.parse(body);
  const envelope = Envelope.safeParse(json);
  return SesEvent.parse(envelope.success ? JSON.parse(envelope.data.Message) : json);
};
