import { audienceRoutes } from '../../../domain/audience/routes.ts';
import { segmentRoutes } from '../../../domain/audience/segment-routes.ts';
import { signUpRoutes } from '../../../domain/audience/sign-up-routes.ts';
import { unsubscribeRoutes } from '../../../domain/audience/unsubscribe-routes.ts';
import { viewRoutes } from '../../../domain/audience/view-routes.ts';
import { confirmRoutes } from '../../../domain/confirm/routes.ts';
import type { Route } from '../../../domain/http/route.ts';
import { kpiRoutes } from '../../../domain/kpi/routes.ts';
import { managePeopleRoutes } from '../../../domain/people/manage-routes.ts';
import { machineRoutes } from '../../../domain/people/machine-routes.ts';
import { webhookRoutes } from '../../../domain/people/webhook-routes.ts';
import { peopleRoutes } from '../../../domain/people/routes.ts';
import { prepareRoutes } from '../../../domain/prepare/routes.ts';
import { scheduleRoutes } from '../../../domain/schedule/routes.ts';
import { sendRoutes } from '../../../domain/send/routes.ts';
import { trackRoutes } from '../../../domain/track/routes.ts';
import { feedRoutes, ownFeedRoutes } from '../../../domain/schedule/feed-routes.ts';
import { calendarRoutes } from '../../../domain/schedule/calendar-routes.ts';
import { holidayRoutes } from '../../../domain/schedule/holiday-routes.ts';
import { previewRoutes } from '../../../domain/write/preview-routes.ts';
import { writeRoutes } from '../../../domain/write/routes.ts';

const rooms: Record<string, Route>[] = [
  writeRoutes,
  previewRoutes,
  calendarRoutes,
  ownFeedRoutes,
  feedRoutes,
  holidayRoutes,
  audienceRoutes,
  segmentRoutes,
  unsubscribeRoutes,
  viewRoutes,
  signUpRoutes,
  scheduleRoutes,
  peopleRoutes,
  managePeopleRoutes,
  webhookRoutes,
  machineRoutes,
  prepareRoutes,
  confirmRoutes,
  sendRoutes,
  trackRoutes,
  kpiRoutes,
];

/** Every operation of the HTTP API. */
export const allRoutes = rooms.flatMap((room) => Object.values(room));
