import type { FeedEvent } from '../calendar-feed.ts';

/** RFC 5545: events as `text/calendar`. */
export type CalendarText = (name: string, events: readonly FeedEvent[]) => string;
