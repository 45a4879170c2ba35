import { calendarRoutes } from '../../domain/schedule/calendar-routes.ts';
import { feedRoutes } from '../../domain/schedule/feed-routes.ts';
import { peopleIn } from '../adapters/cognito/people.ts';
import { poolIn } from '../adapters/cognito/pool-groups.ts';
import { viewersIn } from '../adapters/cognito/viewers.ts';
import { calendarFeedsIn } from '../adapters/dynamodb/calendar-feeds.ts';
import { campaignListIn } from '../adapters/dynamodb/campaign-list.ts';
import { runListsIn } from '../adapters/dynamodb/run-lists.ts';
import { calendarText } from '../adapters/icalendar/calendar-text.ts';
import { cognitoClient, documentClient } from '../adapters/sdk/clients.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { uses } from './calendar.uses.ts';
import { readCalendarFeed } from './read-feed.ts';
import { getCalendar } from './show-calendar.ts';

const environment = readEnvironment(uses);
const documents = documentClient();

const pool = cognitoClient();

const ports = {
  campaigns: campaignListIn(documents, environment.CAMPAIGNS_TABLE),
  runLists: runListsIn(documents, environment.CAMPAIGNS_TABLE),
  feeds: calendarFeedsIn(documents, environment.CAMPAIGNS_TABLE),
  viewers: viewersIn(poolIn(pool, environment)),
  text: calendarText,
  consoleUrl: environment.CONSOLE_URL,
  clock,
};

const readFeed = readCalendarFeed(ports);

export const handler = httpApi(
  { ...calendarRoutes, ...feedRoutes },
  { getCalendar: getCalendar(ports), readCalendarFeed: readFeed, headCalendarFeed: readFeed },
  peopleIn(poolIn(pool, environment), clock),
);
