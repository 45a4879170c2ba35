import * as z from 'zod';
import { ActorClass, MessageState } from '../message.ts';
import { pageOf, PageQuery } from '../page.ts';
import { AddressStanding, Profile } from '../profile.ts';

/** GET /profiles/{id} */
export const ProfileDetail = z
  .object({ profile: Profile, standing: AddressStanding.nullable() })
  .meta({ id: 'ProfileDetail' });
export type ProfileDetail = z.infer<typeof ProfileDetail>;

/** GET /profiles?address=… */
export const ProfileMatches = z.object({ items: z.array(ProfileDetail) });

/** One message in a profile's history. */
export const HistoryLine = z
  .object({
    runId: z.string(),
    campaignId: z.string(),
    campaignName: z.string(),
    subject: z.string(),
    number: z.int(),
    state: MessageState,
    /** Human words are the console's; these are names such as `userUnknown`. */
    failure: z.string().nullable(),
    at: z.iso.datetime(),
    deliveredAt: z.string().nullable(),
    openedAt: z.string().nullable(),
    openedByHumanAt: z.string().nullable(),
    clickedAt: z.string().nullable(),
    unsubscribedAt: z.string().nullable(),
    complainedAt: z.string().nullable(),
  })
  .meta({ id: 'HistoryLine' });
export type HistoryLine = z.infer<typeof HistoryLine>;
/** GET /profiles/{id}/history, newest run first. */
export const HistoryPage = pageOf(HistoryLine);

/** GET /runs/{id}/messages: the sending log, in the frozen order. */
export const MessageLine = z
  .object({
    number: z.int(),
    profileId: z.string(),
    address: z.string(),
    state: MessageState,
    failure: z.string().nullable(),
    sesMessageId: z.string().nullable(),
    at: z.string().nullable(),
  })
  .meta({ id: 'MessageLine' });
export type MessageLine = z.infer<typeof MessageLine>;
export const MessagePage = pageOf(MessageLine);
/** With a filter a page may be shorter than its limit, or empty, and still have a cursor. */
export const MessageQuery = PageQuery.extend({ state: MessageState.optional() });
export type MessageQuery = z.infer<typeof MessageQuery>;

export const trackingKinds = [
  'delivery',
  'bounce',
  'complaint',
  'reject',
  'delay',
  'open',
  'click',
  'unsubscribe',
] as const;

/** GET /runs/{id}/events: the tracking log. */
export const EventLine = z
  .object({
    number: z.int(),
    profileId: z.string(),
    address: z.string(),
    kind: z.enum(trackingKinds),
    at: z.string(),
    link: z.string().nullable(),
    actorClass: ActorClass.nullable(),
    /** The rule that classed it. */
    rule: z.string().nullable(),
  })
  .meta({ id: 'EventLine' });
export type EventLine = z.infer<typeof EventLine>;
export const EventPage = pageOf(EventLine);
/** With a filter a page may be shorter than its limit, or empty, and still have a cursor. */
export const EventQuery = PageQuery.extend({ kind: z.enum(trackingKinds).optional() });
