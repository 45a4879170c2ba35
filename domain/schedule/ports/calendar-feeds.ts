import type { CalendarFeed } from '../calendar-feed.ts';

/** The feeds of people, one each; at rest an address is known by the hash of its token only. */
export type CalendarFeeds = {
  of(sub: string): Promise<CalendarFeed | undefined>;
  /** Makes one, and ends the one before. The token is known to nobody afterwards. */
  make(feed: CalendarFeed): Promise<string>;
  revoke(sub: string): Promise<void>;
  /** Whose token it is; undefined: nobody's, or it was revoked. */
  find(token: string): Promise<CalendarFeed | undefined>;
};
