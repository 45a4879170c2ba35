import type { Route } from '../http/route.ts';
import { FeedRequest, FeedState, NewFeed } from './calendar-api.ts';

/** What somebody does with the feed of their own. */
export const ownFeedRoutes = {
  getCalendarFeed: {
    operation: 'getCalendarFeed',
    method: 'GET',
    path: '/calendar/feed',
    summary: 'Whether whoever asks has a calendar feed, and since when; its address is shown once, when it is made',
    may: 'look',
    answers: { status: 200, schema: FeedState },
  },
  makeCalendarFeed: {
    operation: 'makeCalendarFeed',
    method: 'POST',
    path: '/calendar/feed',
    summary: 'Make a calendar feed for whoever asks, with a secret address; the one before ends',
    may: 'subscribeCalendar',
    body: FeedRequest,
    answers: { status: 201, schema: NewFeed },
  },
  revokeCalendarFeed: {
    operation: 'revokeCalendarFeed',
    method: 'DELETE',
    path: '/calendar/feed',
    summary: 'End the calendar feed of whoever asks: its address answers nothing any more',
    may: 'subscribeCalendar',
    answers: { status: 200, schema: FeedState },
  },
} as const satisfies Record<string, Route>;

/** Read by calendars, which cannot sign in: the token in the path is the permission. */
export const feedRoutes = {
  readCalendarFeed: {
    operation: 'readCalendarFeed',
    method: 'GET',
    path: '/calendar-feeds/{token}',
    summary: 'What goes out when, as iCalendar (RFC 5545), for as long as whoever made the feed may look',
    may: 'readFeed',
    answers: { status: 200, calendar: true },
  },
  headCalendarFeed: {
    operation: 'headCalendarFeed',
    method: 'HEAD',
    path: '/calendar-feeds/{token}',
    summary: 'Whether the address of a calendar feed is valid, and its ETag',
    may: 'readFeed',
    answers: { status: 200, calendar: true },
  },
} as const satisfies Record<string, Route>;
