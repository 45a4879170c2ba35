import type { HttpHandler } from '../../domain/http/route.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ownFeedRoutes } from '../../domain/schedule/feed-routes.ts';
import type { CalendarFeeds } from '../../domain/schedule/ports/calendar-feeds.ts';

export type OwnFeedPorts = {
  feeds: Pick<CalendarFeeds, 'of' | 'make' | 'revoke'>;
  clock: Clock;
  /**
   * Where feeds are read; empty: at the API's own address. Its access log has no path, and that of CloudFront has: the
   * token would be in it (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html).
   */
  feedsUrl: string;
};

/** GET /calendar/feed */
export const getCalendarFeed =
  ({ feeds }: OwnFeedPorts): HttpHandler<typeof ownFeedRoutes.getCalendarFeed> =>
  async ({ actor }) => ({ createdAt: (await feeds.of(actor.sub))?.createdAt ?? null });

/** POST /calendar/feed */
export const makeCalendarFeed =
  ({ feeds, clock, feedsUrl }: OwnFeedPorts): HttpHandler<typeof ownFeedRoutes.makeCalendarFeed> =>
  async ({ actor, body: { language }, host }) => {
    if (feedsUrl === '' && host === undefined) throw new Error('API Gateway says under which name it was asked');
    const createdAt = new Date(clock()).toISOString();
    const token = await feeds.make({ sub: actor.sub, language, createdAt });
    const origin = feedsUrl === '' ? `https://${host}` : feedsUrl;
    return { createdAt, address: new URL(`/api/calendar-feeds/${token}`, origin).href };
  };

/** DELETE /calendar/feed */
export const revokeCalendarFeed =
  ({ feeds }: OwnFeedPorts): HttpHandler<typeof ownFeedRoutes.revokeCalendarFeed> =>
  async ({ actor }) => {
    await feeds.revoke(actor.sub);
    return { createdAt: null };
  };
