import * as z from 'zod';
import type { CalendarEntry } from './calendar-api.ts';
import { feedWords, type FeedLanguage } from './feed-words.ts';

/** A feed of somebody's own. Whoever has its address reads it, as long as that person may look. */
export const CalendarFeed = z.object({
  sub: z.string(),
  /** Of the words in it. */
  language: z.enum(['en', 'de']),
  createdAt: z.iso.datetime(),
});
export type CalendarFeed = z.infer<typeof CalendarFeed>;

/** An event of iCalendar: what goes out, without any person. */
export type FeedEvent = {
  /** The same one as long as it is the same send. */
  id: string;
  start: string;
  end: string;
  /** When it was last known to be so: the beginning of a day, so that a feed in which nothing changed is the same. */
  stamp: string;
  summary: string;
  description: string;
  url: string;
};

/** A start takes no time in a calendar, which shows what takes some. */
const SHOWN_MS = 30 * 60_000;

/** A calendar reads the whole feed each time, and Lambda answers 6 MB at most. */
const EVENTS_MAX = 5000;

/** RFC 5545, section 3.1: a text has no control characters; what breaks lines is escaped by whoever writes it. */
const plain = (text: string): string => text.replaceAll(/\p{Cc}/gu, ' ');

type Feed = { language: FeedLanguage; consoleUrl: string; now: string };

const eventOf = (entry: CalendarEntry, { language, consoleUrl, now }: Feed): FeedEvent => {
  const { campaignId, campaignName, at, until, run, state, messages, isEstimate, starts } = entry;
  const words = feedWords[language];
  const standing = run ? words.run[run.state] : words.state[state ?? 'draft'];
  const number = new Intl.NumberFormat(language);
  const counted = messages === null ? undefined : words[isEstimate ? 'about' : 'to'](number.format(messages));
  return {
    id: `${campaignId}-${run && run.start === null ? run.id : (run?.start ?? at)}@freigabe`,
    start: at,
    end: new Date(Date.parse(until ?? at) + SHOWN_MS).toISOString(),
    stamp: `${now.slice(0, 10)}T00:00:00.000Z`,
    summary: plain(`${campaignName} (${standing})`),
    description: [starts > 1 ? words.starts(number.format(starts)) : undefined, counted]
      .filter((text) => text !== undefined)
      .join(' '),
    url: new URL(run ? `/runs/${run.id}` : `/campaigns/${campaignId}`, consoleUrl).href,
  };
};

/** What a feed has of these entries: each send once, by the time at which it begins. */
export const feedEvents = (entries: readonly CalendarEntry[], feed: Feed): FeedEvent[] =>
  entries
    .filter(({ isContinued }) => !isContinued)
    .map((entry) => eventOf(entry, feed))
    .toSorted((one, other) => (one.start < other.start ? -1 : Number(one.start > other.start)))
    .slice(0, EVENTS_MAX);

const DAY_MS = 86_400_000;
const [BEFORE_DAYS, AFTER_DAYS] = [14, 60];

/** The days of a feed, `now` in epoch milliseconds. */
export const feedDays = (now: number): { from: string; to: string } => {
  const day = (days: number): string => new Date(now + days * DAY_MS).toISOString().slice(0, 10);
  return { from: day(-BEFORE_DAYS), to: day(AFTER_DAYS) };
};
