import * as z from 'zod';
import { dayOf } from '../calendar/calendar.ts';
import { Zone } from '../calendar/zone.ts';
import { PageQuery, readablePageOf } from '../http/page.ts';
import { LocalDate } from '../model/local-time.ts';
import { RunLine } from '../model/run-entry.ts';

/** Six weeks: what a month needs that is shown in whole weeks. */
const DAYS_MAX = 42;

/** Query of GET /calendar. */
export const CalendarQuery = PageQuery.extend({
  from: LocalDate.describe('First day'),
  to: LocalDate.describe(`Last day, at most ${DAYS_MAX - 1} days after the first`),
  zone: Zone.describe('By whose clock a day begins and ends'),
  perDay: z.coerce
    .number()
    .int()
    .min(1)
    .max(20)
    .optional()
    .describe('Only the first ones of each day; how many there are stands beside it'),
}).superRefine(({ from, to }, context) => {
  const days = dayOf(to) - dayOf(from) + 1;
  if (days >= 1 && days <= DAYS_MAX) return;
  const message = `is not before from, and at most ${DAYS_MAX - 1} days after it`;
  context.addIssue({ code: 'custom', path: ['to'], message });
});
export type CalendarQuery = z.infer<typeof CalendarQuery>;

/** What goes out, on one of the days on which it does. */
export const CalendarEntry = z
  .object({
    day: z.iso.date(),
    /** It began on an earlier day, and its last waves go on this one. */
    isContinued: z.boolean(),
    /** When it begins. */
    at: z.iso.datetime(),
    /** When the last of it begins, of several starts or waves; null: it is one start. */
    until: z.iso.datetime().nullable(),
    /** How many starts of a series it stands for, all on the same day. */
    starts: z.int().min(1),
    campaignId: z.string(),
    campaignName: z.string(),
    /** Of what has no run yet. `draft`: nobody prepared or armed it; `armed`, `paused`: the start of such a series. */
    state: z.enum(['draft', 'armed', 'paused']).nullable(),
    run: RunLine.nullable(),
    /** To how many it goes, all starts together; null: nobody knows yet. */
    messages: z.int().nullable(),
    /** They are those of the last run of the campaign: it is not prepared yet. */
    isEstimate: z.boolean(),
  })
  .meta({ id: 'CalendarEntry' });
export type CalendarEntry = z.infer<typeof CalendarEntry>;

/** A list that more than one send of a day targets: who is on it may get all of them. */
const Collision = z.object({
  /** Empty: all stored profiles. */
  list: z.string(),
  sends: z.int().min(2),
  /** Some of the campaigns. */
  campaigns: z.array(z.object({ id: z.string(), name: z.string() })),
});

/** Everything of a day together, however much of it is listed. */
export const CalendarDay = z
  .object({
    day: z.iso.date(),
    /** How many entries it has. */
    entries: z.int(),
    /** How many sends begin that day, or are to; drafts count, paused series and what came to nothing do not. */
    sends: z.int(),
    /** Messages of those. */
    messages: z.int(),
    /** So many of the messages are estimated. */
    estimated: z.int(),
    /** So many of the sends are not among the messages: nobody knows yet to how many they go. */
    uncounted: z.int(),
    /** How many lists more than one of them targets, and the first of those. */
    collidingLists: z.int(),
    collisions: z.array(Collision),
  })
  .meta({ id: 'CalendarDay' });
export type CalendarDay = z.infer<typeof CalendarDay>;

/** GET /calendar. A page has at most 100 KB of entries, and may be shorter than its limit for that; `days` are those of all pages. */
export const CalendarPage = readablePageOf(CalendarEntry)
  .extend({
    asOf: z.iso.datetime(),
    days: z.array(CalendarDay),
    /** Runs that have no day: they go out as soon as they are confirmed. */
    undated: z.int(),
    /** Series whose starts to come are not among the entries and days: ask for fewer days. */
    notWorkedOut: z.int(),
  })
  .meta({ id: 'CalendarPage' });
export type CalendarPage = z.infer<typeof CalendarPage>;

/** POST /calendar/feed */
export const FeedRequest = z
  .strictObject({ language: z.enum(['en', 'de']).default('en').describe('Of the words in it') })
  .meta({ id: 'CalendarFeedRequest' });

/** Of whoever asks. Null: they have no feed. */
export const FeedState = z.object({ createdAt: z.iso.datetime().nullable() }).meta({ id: 'CalendarFeedState' });
export type FeedState = z.infer<typeof FeedState>;

/** `address` is a secret, and is not shown again. */
export const NewFeed = FeedState.extend({ address: z.url() }).meta({ id: 'NewCalendarFeed' });
export type NewFeed = z.infer<typeof NewFeed>;
