import { calendarRoutes } from '../../domain/schedule/calendar-routes.ts';
import { peopleIn } from '../adapters/cognito/people.ts';
import { campaignListIn } from '../adapters/dynamodb/campaign-list.ts';
import { runListsIn } from '../adapters/dynamodb/run-lists.ts';
import { cognitoClient, documentClient } from '../adapters/sdk/clients.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { uses } from './calendar.uses.ts';
import { getCalendar } from './show-calendar.ts';

const environment = readEnvironment(uses);
const documents = documentClient();

const ports = {
  campaigns: campaignListIn(documents, environment.CAMPAIGNS_TABLE),
  runLists: runListsIn(documents, environment.CAMPAIGNS_TABLE),
  clock,
};

export const handler = httpApi(
  calendarRoutes,
  { getCalendar: getCalendar(ports) },
  peopleIn(cognitoClient(), environment.USER_POOL_ID, clock),
);
