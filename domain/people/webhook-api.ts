import * as z from 'zod';
import { Language } from './manage-api.ts';
import { deliveryCauses, offCauses, Outcome, WebhookEvents, WebhookKind } from './webhook.ts';
import { ShownName } from '../model/shown-name.ts';

/** Why an administrator does it; kept in the audit of webhooks. */
const Reason = z.string().trim().min(3).max(1000);

const Name = ShownName.min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'is a name in one line');

/** Encrypted with its secrets: KMS takes 4096 bytes. */
const Address = z.string().trim().min(1).max(2000);

export const WebhookView = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: WebhookKind,
    events: z.array(z.string()),
    language: Language,
    /** The address itself is shown to nobody: that of a chat lets anybody write there. */
    host: z.string(),
    createdAt: z.iso.datetime(),
    off: z.object({ cause: z.enum(offCauses), since: z.iso.datetime() }).nullable(),
    /** Null: nothing was sent yet. */
    last: Outcome.extend({ failingSince: z.iso.datetime().nullable() }).nullable(),
  })
  .meta({ id: 'WebhookView' });
export type WebhookView = z.infer<typeof WebhookView>;

export const WebhookList = z.object({ items: z.array(WebhookView) }).meta({ id: 'WebhookList' });
export type WebhookList = z.infer<typeof WebhookList>;

export const NewWebhook = z
  .strictObject({
    name: Name,
    kind: WebhookKind,
    address: Address,
    events: WebhookEvents,
    language: Language,
    reason: Reason,
  })
  .meta({ id: 'NewWebhook' });
export type NewWebhook = z.infer<typeof NewWebhook>;

/** What is left out stays. */
export const ChangeWebhookRequest = z
  .strictObject({
    name: Name.optional(),
    address: Address.optional(),
    events: WebhookEvents.optional(),
    language: Language.optional(),
    enabled: z.boolean().optional(),
    reason: Reason,
  })
  .meta({ id: 'ChangeWebhookRequest' });

export const WebhookActRequest = z.strictObject({ reason: Reason }).meta({ id: 'WebhookActRequest' });

/** `secret` is shown this once; null for chats, which check no signature. */
export const WebhookWithSecret = z
  .object({ webhook: WebhookView, secret: z.string().nullable() })
  .meta({ id: 'WebhookWithSecret' });
export type WebhookWithSecret = z.infer<typeof WebhookWithSecret>;

export const TriedWebhook = z
  .object({
    isDelivered: z.boolean(),
    status: z.int().nullable(),
    cause: z.enum(deliveryCauses).nullable(),
  })
  .meta({ id: 'TriedWebhook' });
export type TriedWebhook = z.infer<typeof TriedWebhook>;
