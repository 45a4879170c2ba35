import * as z from 'zod';
import { eventTypes, type EventType } from '../model/stage-event.ts';
import { Language } from './manage-api.ts';

/** Each event is a message for each of them. */
export const WEBHOOKS_MAX = 20;

/** What is at the other end: a system that checks signatures, or a chat. */
export const webhookKinds = ['webhook', 'slack', 'teams', 'googleChat'] as const;
export const WebhookKind = z.enum(webhookKinds);
export type WebhookKind = z.infer<typeof WebhookKind>;

const isEventType = (name: string): name is EventType => eventTypes.some((type) => type === name);

/** Types of events; none: all, and those to come. */
export const WebhookEvents = z
  .array(z.string().refine(isEventType, 'is no type of an event'))
  .max(eventTypes.length)
  .meta({ description: 'Types of docs/run-events.md; empty: all, and those to come' });

/** `failing`: it took nothing for days; `gone`: it answered 410. */
export const offCauses = ['byHand', 'failing', 'gone'] as const;

/** A place outside to which events are posted. Address and secrets are sealed: an address of a chat is a secret itself. */
export const Webhook = z.object({
  id: z.string(),
  /** Raised by each change; each write is conditional on it. */
  revision: z.int().min(1),
  name: z.string(),
  kind: WebhookKind,
  events: z.array(z.string()),
  /** Of the sentences in a chat. */
  language: Language,
  /** Of the address: all of it that is shown. */
  host: z.string(),
  createdAt: z.iso.datetime(),
  /** Null: it is on. */
  off: z.object({ cause: z.enum(offCauses), since: z.iso.datetime() }).nullable(),
  /** Ciphertext of `Sealed`, base64. */
  sealed: z.string(),
});
export type Webhook = z.infer<typeof Webhook>;

/**
 * `secrets`: the one in use first; one that was replaced signs too until then, so that nobody has to change both ends at
 * once. `by`: the request that made it (`Making`), whose caller may not have heard it.
 */
export const Sealed = z.object({
  address: z.string(),
  secrets: z.array(z.object({ secret: z.string(), until: z.number().optional(), by: z.string().optional() })),
});
export type Sealed = z.infer<typeof Sealed>;

/** Why nothing arrived, or what the other end said. */
export const deliveryCauses = ['notPublic', 'timeout', 'noName', 'tls', 'connection', 'status'] as const;
export type DeliveryCause = (typeof deliveryCauses)[number];

/** What became of the last delivery, and since when none succeeds. */
export const Outcome = z.object({
  at: z.iso.datetime(),
  isDelivered: z.boolean(),
  /** HTTP status; null: there was no answer. */
  status: z.int().nullable(),
  cause: z.enum(deliveryCauses).nullable(),
  /** When the same is tried again. */
  nextAt: z.iso.datetime().nullable(),
});
export type Outcome = z.infer<typeof Outcome>;
export type KnownOutcome = Outcome & { failingSince: string | null };

export const isFor = ({ events, off }: Webhook, type: EventType): boolean =>
  off === null && (events.length === 0 || events.includes(type));

const MINUTE_S = 60;
const HOUR_S = 3600;

/** Seconds until a delivery is tried again; after the last it is given up. As Standard Webhooks proposes, some 28 hours in all. */
const waits = [5, 5 * MINUTE_S, 30 * MINUTE_S, 2 * HOUR_S, 5 * HOUR_S, 10 * HOUR_S, 10 * HOUR_S];

/** Undefined: it was the last time. */
export const waitAfter = (tries: number): number | undefined => waits[tries - 1];

/** A place that took nothing for so long, and with that gives up a delivery, is switched off. */
const FAILING_MS = 24 * 3_600_000;

/** What follows for the webhook from a delivery that did not succeed; undefined: nothing. */
export const offAfter = (
  { status, at, nextAt }: Outcome,
  failingSince: string | null,
): 'failing' | 'gone' | undefined => {
  if (status === 410) return 'gone';
  const isLasting = failingSince !== null && Date.parse(at) - Date.parse(failingSince) >= FAILING_MS;
  return nextAt === null && isLasting ? 'failing' : undefined;
};
