import { ownFeedRoutes } from '../../domain/schedule/feed-routes.ts';
import { scheduleRoutes } from '../../domain/schedule/routes.ts';
import { callersIn } from '../adapters/callers.ts';
import { poolIn } from '../adapters/cognito/pool-groups.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { begunRunsIn } from '../adapters/dynamodb/begun-runs.ts';
import { calendarFeedsIn } from '../adapters/dynamodb/calendar-feeds.ts';
import { campaignsIn } from '../adapters/dynamodb/campaigns.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { seriesLivesIn } from '../adapters/dynamodb/series-lives.ts';
import { taskTokensIn } from '../adapters/dynamodb/task-tokens.ts';
import { timersIn } from '../adapters/scheduler/timers.ts';
import { cognitoClient, documentClient, kmsClient, schedulerClient, sfnClient } from '../adapters/sdk/clients.ts';
import { gatesOf } from '../adapters/step-functions/gates.ts';
import { machineOf } from '../adapters/step-functions/machine.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { uses } from './api.uses.ts';
import { armSeries, endSeries, getSeriesAudit, pauseSeries, resumeSeries, skipStart } from './change-series.ts';
import { getCalendarFeed, makeCalendarFeed, revokeCalendarFeed } from './own-feed.ts';
import { prepareNextStart, startRun } from './start-run.ts';

const environment = readEnvironment(uses);
const documents = documentClient();

const ports = {
  campaigns: campaignsIn(documents, environment.CAMPAIGNS_TABLE),
  lives: seriesLivesIn(documents, environment.CAMPAIGNS_TABLE),
  runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
  begun: begunRunsIn(documents, environment.CAMPAIGNS_TABLE),
  audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
  gates: gatesOf(
    sfnClient(),
    taskTokensIn(documents, environment.CAMPAIGNS_TABLE, kmsClient(), environment.TOKEN_KEY_ID),
  ),
  machine: machineOf(sfnClient(), environment.RUN_STATE_MACHINE_ARN),
  timers: timersIn(schedulerClient(), environment),
  feeds: calendarFeedsIn(documents, environment.CAMPAIGNS_TABLE),
  feedsUrl: environment.CALENDAR_FEEDS_URL,
  clock,
};

export const handler = httpApi(
  { ...scheduleRoutes, ...ownFeedRoutes },
  {
    startRun: startRun(ports),
    prepareNextStart: prepareNextStart(ports),
    armSeries: armSeries(ports),
    pauseSeries: pauseSeries(ports),
    resumeSeries: resumeSeries(ports),
    skipStart: skipStart(ports),
    endSeries: endSeries(ports),
    getSeriesAudit: getSeriesAudit(ports),
    getCalendarFeed: getCalendarFeed(ports),
    makeCalendarFeed: makeCalendarFeed(ports),
    revokeCalendarFeed: revokeCalendarFeed(ports),
  },
  callersIn({ pool: poolIn(cognitoClient(), environment), documents }, environment.CAMPAIGNS_TABLE, clock),
);
