import { holidayRoutes } from '../../domain/schedule/holiday-routes.ts';
import { peopleIn } from '../adapters/cognito/people.ts';
import { poolIn } from '../adapters/cognito/pool-groups.ts';
import { dateHolidays } from '../adapters/holidays/date-holidays.ts';
import { cognitoClient } from '../adapters/sdk/clients.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { uses } from './holidays.uses.ts';
import { listHolidayRegions, listHolidays } from './list-holidays.ts';

const environment = readEnvironment(uses);
const ports = { holidays: dateHolidays };

export const handler = httpApi(
  holidayRoutes,
  { listHolidayRegions: listHolidayRegions(ports), listHolidays: listHolidays(ports) },
  peopleIn(poolIn(cognitoClient(), environment), clock),
);
