import * as z from 'zod';
import { FrozenMailShown } from '../model/frozen-mail-shown.ts';
import { meanings } from '../model/meaning.ts';
import { ActorClass, MessageState } from '../model/message.ts';
import { pageOf, PageQuery, readablePageOf, Unreadable } from '../http/page.ts';
import { unmatchedCauses } from './ports/unmatched-events.ts';
import { Unreached } from './unreached.ts';
import { ProfileDetail } from '../model/profile-detail.ts';

/** Something that happened to a message, earliest first in its list. */
export const Happening = z
  .object({
    kind: z.enum(meanings),
    at: z.iso.datetime(),
    link: z.string().nullable(),
    label: z.string().nullable(),
    actorClass: ActorClass.nullable(),
    /** The rule that classed it, as `name@version`; of a bounce its reason. */
    rule: z.string().nullable(),
    /** Enhanced status code of a bounce or a delay. */
    status: z.string().nullable(),
  })
  .meta({ id: 'Happening' });
export type Happening = z.infer<typeof Happening>;

/** What one run meant for a profile: a message, or an exclusion with its cause. */
export const HistoryLine = z
  .object({
    runId: z.string(),
    campaignId: z.string(),
    campaignName: z.string(),
    subject: z.string(),
    /** Null: excluded, there is no message. */
    number: z.int().nullable(),
    state: z.enum([...MessageState.options, 'excluded']),
    /** Human words are the console's; these are names such as `userUnknown`. */
    failure: z.string().nullable(),
    /** Why preparation left the profile out. */
    excluded: z.string().nullable(),
    at: z.iso.datetime(),
    deliveredAt: z.string().nullable(),
    openedAt: z.string().nullable(),
    openedByHumanAt: z.string().nullable(),
    clickedAt: z.string().nullable(),
    unsubscribedAt: z.string().nullable(),
    complainedAt: z.string().nullable(),
    happenings: z.array(Happening),
  })
  .meta({ id: 'HistoryLine' });
export type HistoryLine = z.infer<typeof HistoryLine>;
/** GET /profiles/{id}/history, newest run first. */
export const HistoryPage = readablePageOf(HistoryLine).extend({
  /** Some of the runs of this page are so old that nobody knows any more whom they were for; null: none. */
  endedAfterDays: z.int().nullable(),
});
export type HistoryPage = z.infer<typeof HistoryPage>;

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
export type MessagePage = z.infer<typeof MessagePage>;
/** With a filter a page may be shorter than its limit, or empty, and still have a cursor. */
export const MessageQuery = PageQuery.extend({ state: MessageState.optional() });
export type MessageQuery = z.infer<typeof MessageQuery>;

/** GET /runs/{id}/messages/{number}/mail */
export const MessageMail = z
  .object({
    number: z.int(),
    profileId: z.string(),
    address: z.string(),
    ...FrozenMailShown,
  })
  .meta({ id: 'MessageMail' });
export type MessageMail = z.infer<typeof MessageMail>;

/** GET /runs/{id}/events: the tracking log. */
export const EventLine = z
  .object({
    number: z.int(),
    profileId: z.string(),
    address: z.string(),
    kind: z.enum(meanings),
    at: z.string(),
    link: z.string().nullable(),
    /** What the link shows, in letters that SES takes, or as its author named it in the template. */
    label: z.string().nullable(),
    actorClass: ActorClass.nullable(),
    /** The rule that classed it, as `name@version`; of a bounce its reason. */
    rule: z.string().nullable(),
  })
  .meta({ id: 'EventLine' });
export type EventLine = z.infer<typeof EventLine>;
export const EventPage = pageOf(EventLine);
export type EventPage = z.infer<typeof EventPage>;
/** A page may be shorter than its limit, or empty, and still have a cursor. Deliveries are listed when asked for. */
export const EventQuery = PageQuery.extend({ kind: z.enum(meanings).optional() });

/** An event that is no message's. `noTags`: somebody else's mail through our configuration set; `newType`: SES has learnt something. */
export const UnmatchedEventLine = z
  .object({
    at: z.string(),
    eventType: z.string(),
    cause: z.enum(unmatchedCauses),
    runId: z.string().nullable(),
    number: z.int().nullable(),
    sesMessageId: z.string(),
  })
  .meta({ id: 'UnmatchedEventLine' });
export type UnmatchedEventLine = z.infer<typeof UnmatchedEventLine>;
/** GET /events/unmatched, newest first. */
export const UnmatchedEventPage = readablePageOf(UnmatchedEventLine);
export type UnmatchedEventPage = z.infer<typeof UnmatchedEventPage>;

/** GET /events/strange: events of SES that match no message, and parts of events that are not known here. */
export const StrangeEvents = z
  .object({
    unmatched: z.object({
      /** Events of no message of ours, the most frequent cause first. */
      causes: z.array(z.object({ cause: z.enum(unmatchedCauses), count: z.int() })),
      /** There are older ones that are not counted. */
      more: z.boolean(),
      /** They are kept for so many days. */
      keptDays: z.int(),
    }),
    /** Fields and values of events that were recorded all the same. */
    unknown: z.array(
      z.object({
        eventType: z.string(),
        /** Such as `click.linkTitle`. */
        place: z.string(),
        /** Null: the field itself is new. */
        value: z.string().nullable(),
        /** Repeats of an event included. */
        seen: z.int(),
        firstAt: z.string(),
        lastAt: z.string(),
      }),
    ),
    /** Of these fields and values. */
    unreadable: Unreadable,
  })
  .meta({ id: 'StrangeEvents' });
export type StrangeEvents = z.infer<typeof StrangeEvents>;

/** POST /profiles/{id}/erase (GDPR Art. 17); which runs are frozen page by page, `cursor` asks again from there on. */
export const EraseReport = z
  .object({
    erasedAt: z.iso.datetime(),
    /**
     * Frozen audiences that still name the person, because what was confirmed is never rewritten; each is
     * deleted by its day.
     */
    frozen: z.array(z.object({ runId: z.string(), campaignName: z.string(), until: z.iso.datetime() })),
    /** Runs that may name the person as well. */
    unreadable: Unreadable,
    /** Null: every run was looked into. */
    cursor: z.string().nullable(),
    /** By then nothing that was frozen names the person: not in a run above, nor in a preparation that broke off. */
    frozenUntil: z.iso.datetime(),
    /** Until then the tables can be restored to an instant before the erasure. */
    backupsUntil: z.iso.datetime(),
  })
  .meta({ id: 'EraseReport' });
export type EraseReport = z.infer<typeof EraseReport>;

export const ConsentKind = z.enum(['signedUp', 'consentRecorded', 'trackingGiven', 'trackingRefused']);

/** What a person agreed to or refused, from the audit: `facts` are its proof. */
export const PersonConsent = z
  .object({
    /** Under which it was said: the person's, or one that was merged into it. */
    profileId: z.string(),
    at: z.iso.datetime(),
    what: ConsentKind,
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: 'PersonConsent' });
export type PersonConsent = z.infer<typeof PersonConsent>;

/** GET /profiles/{id}/export (GDPR Art. 15): what is kept of one person, the history page by page. */
export const PersonExport = ProfileDetail.extend({
  exportedAt: z.iso.datetime(),
  /** Profiles that were merged into it, as they are still kept. */
  merged: z.array(ProfileDetail),
  consents: z.array(PersonConsent),
  history: z.array(HistoryLine),
  /** Runs that may belong to the history as well. */
  unreadable: Unreadable,
  /** Null: the history is complete. */
  cursor: z.string().nullable(),
}).meta({ id: 'PersonExport' });

export const whyCauses = [
  'notInAudience',
  /** The people of the run are deleted (domain/model/audience-life.ts). */
  'forgotten',
  'notPrepared',
  'excluded',
  'ended',
  'waiting',
  'claimed',
  'handedOver',
  'delivered',
  'failed',
  'unknown',
  'stopped',
] as const;

/** Why one profile got a message of one run, or did not: one sentence, and what it rests on. */
export const WhyAnswer = z
  .object({
    profileId: z.string(),
    runId: z.string(),
    campaignName: z.string(),
    got: z.enum(['yes', 'no', 'notYet', 'unknown']),
    cause: z.enum(whyCauses),
    /** Of the cause: the rule, the reason or the state, by name. */
    detail: z.string().nullable(),
    sentence: z.object({ en: z.string(), de: z.string() }),
    evidence: HistoryLine.nullable(),
  })
  .meta({ id: 'WhyAnswer' });
export type WhyAnswer = z.infer<typeof WhyAnswer>;
/** GET /profiles/why: of the run that was asked for, or of the newest ones that concern the profiles of this address. */
export const WhyAnswers = z.object({
  items: z.array(WhyAnswer),
  /** The newest runs, of which one can be asked for by its id. */
  runs: z.array(z.object({ runId: z.string(), campaignName: z.string(), createdAt: z.iso.datetime() })),
  unreadable: Unreadable,
});
export type WhyAnswers = z.infer<typeof WhyAnswers>;

export const UnreachedAnswer = z.object({ items: z.array(Unreached) }).meta({ id: 'UnreachedAnswer' });
export type UnreachedAnswer = z.infer<typeof UnreachedAnswer>;
