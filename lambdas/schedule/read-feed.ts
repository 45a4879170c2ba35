import { ZoneDays } from '../../domain/calendar/zone-days.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { may } from '../../domain/people/authorisation.ts';
import type { Actor } from '../../domain/people/people.ts';
import { feedDays, feedEvents } from '../../domain/schedule/calendar-feed.ts';
import type { feedRoutes } from '../../domain/schedule/feed-routes.ts';
import { feedWords, type FeedLanguage } from '../../domain/schedule/feed-words.ts';
import type { CalendarFeeds } from '../../domain/schedule/ports/calendar-feeds.ts';
import type { CalendarText } from '../../domain/schedule/ports/calendar-text.ts';
import type { Viewers } from '../../domain/schedule/ports/viewers.ts';
import { seenCalendar, type CalendarPorts } from './show-calendar.ts';

export type ReadFeedPorts = CalendarPorts & {
  feeds: Pick<CalendarFeeds, 'find'>;
  viewers: Viewers;
  text: CalendarText;
  consoleUrl: string;
};

/** Nothing in a feed depends on who reads it, so it is written once for all of them. */
const KEPT_MS = 60_000;

const noFeed = (): Problem =>
  new Problem('not-found', 'There is no such calendar feed.', 'Make a new one on the page Calendar of the console.');

const textOf = async (ports: ReadFeedPorts, viewer: Actor, language: FeedLanguage): Promise<string> => {
  const now = ports.clock();
  const { from, to } = feedDays(now);
  const { entries } = await seenCalendar(ports, new ZoneDays(from, to, 'UTC'), viewer);
  const feed = { language, consoleUrl: ports.consoleUrl, now: new Date(now).toISOString() };
  return ports.text(feedWords[language].name, feedEvents(entries, feed));
};

/** GET and HEAD /calendar-feeds/{token} */
export const readCalendarFeed = (
  ports: ReadFeedPorts,
): HttpHandler<typeof feedRoutes.readCalendarFeed | typeof feedRoutes.headCalendarFeed> => {
  const kept = new Map<FeedLanguage, { text: string; until: number }>();
  return async ({ params }) => {
    const feed = await ports.feeds.find(params.token);
    const viewer = feed && (await ports.viewers.actorOf(feed.sub));
    // Who has left, or has no role any more, sees nothing by an address of theirs either.
    if (!viewer || !may(viewer, 'look')) throw noFeed();
    const known = kept.get(feed.language);
    if (known && ports.clock() < known.until) return known.text;
    const text = await textOf(ports, viewer, feed.language);
    kept.set(feed.language, { text, until: ports.clock() + KEPT_MS });
    return text;
  };
};
