import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { FilterPattern } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { Environment as ApiEnvironment } from '../../lambdas/kpi/api.env.ts';
import { Environment as CountOnEnvironment } from '../../lambdas/kpi/count-on.env.ts';
import { Environment as PublishKpisEnvironment } from '../../lambdas/kpi/publish-kpis.env.ts';
import { mayCountOn, mayReadFrozen, mayAskWhoActs } from '../grants.ts';
import type { RoomProps } from '../room.ts';
import { alarmOnLine } from '../standards/line-alarm.ts';
import { StandardFunction } from '../standards/standard-function.ts';
import { KpiDashboard } from './kpi-dashboard.ts';
import { KpiReader } from './kpi-reader.ts';

/** Figures: published every hour, and at once when somebody asks. */
export class KpiRoom extends Construct {
  readonly api: StandardFunction<typeof ApiEnvironment>;
  readonly publishKpis: StandardFunction<typeof PublishKpisEnvironment>;
  readonly countOn: StandardFunction<typeof CountOnEnvironment>;
  readonly hourly: Rule;

  constructor(scope: Construct, id: string, props: RoomProps) {
    super(scope, id);
    this.publishKpis = this.makePublishKpis(props);
    this.hourly = new Rule(this, 'Hourly', {
      schedule: Schedule.cron({ minute: '0' }),
      description: 'Publishes the figures of the runs that changed',
      targets: [
        new LambdaFunction(this.publishKpis, {
          retryAttempts: 2,
          maxEventAge: Duration.minutes(30),
          deadLetterQueue: props.lostCalls,
        }),
      ],
    });
    this.countOn = this.makeCountOn(props);
    this.api = this.makeApi(props);
    new KpiReader(this, 'Reader', { stage: props.stage, kpis: props.data.kpis });
    if (!props.stage.local) new KpiDashboard(this, 'Figures', { stage: props.stage });
  }

  private makePublishKpis({ stage, data, lostCalls }: RoomProps) {
    const publishKpis = new StandardFunction(this, 'PublishKpis', {
      stage,
      entry: 'kpi/publish-kpis',
      schema: PublishKpisEnvironment,
      environment: {
        CAMPAIGNS_TABLE: data.campaigns.tableName,
        MESSAGES_TABLE: data.messages.tableName,
        KPIS_TABLE: data.kpis.tableName,
        CONTENT_BUCKET: data.content.bucketName,
        STAGE: stage.name,
      },
      timeout: Duration.minutes(5),
      lostCalls,
      impact: 'Open and click rates are older than an hour.',
    });
    data.campaigns.grantReadData(publishKpis);
    data.messages.grantReadData(publishKpis);
    mayReadFrozen(publishKpis, data);
    data.kpis.grantReadWriteData(publishKpis);
    alarmOnLine(this, 'BooksDiffer', {
      stage,
      log: publishKpis.logGroup,
      pattern: FilterPattern.stringValue('$.message', '=', 'books do not balance'),
      threshold: 1,
      minutes: 60,
      says: 'The books of a run do not balance. See docs/runbook.md, "The books do not balance".',
    });
    return publishKpis;
  }

  private makeCountOn({ stage, data, names, lostCalls }: RoomProps) {
    const countOn = new StandardFunction(this, 'CountOn', {
      stage,
      entry: 'kpi/count-on',
      schema: CountOnEnvironment,
      functionName: names.countOnName,
      environment: {
        CAMPAIGNS_TABLE: data.campaigns.tableName,
        MESSAGES_TABLE: data.messages.tableName,
        KPIS_TABLE: data.kpis.tableName,
        CONTENT_BUCKET: data.content.bucketName,
        COUNT_ON_FUNCTION: names.countOnName,
      },
      timeout: Duration.minutes(5),
      memorySize: 1024,
      lostCalls,
      impact: 'A recount of figures stands still; computing the stats again takes it up.',
    });
    data.campaigns.grantReadWriteData(countOn);
    data.messages.grantReadData(countOn);
    data.kpis.grantReadWriteData(countOn);
    // Who the messages of a run are for, which it only reads, and the profiles that a count has seen so far.
    data.content.grantRead(countOn, 'people/*');
    data.content.grantPut(countOn, 'people/campaigns/*');
    mayCountOn(countOn, names);
    return countOn;
  }

  private makeApi({ stage, data, names }: RoomProps) {
    const api = new StandardFunction(this, 'Api', {
      stage,
      entry: 'kpi/api',
      schema: ApiEnvironment,
      environment: {
        CAMPAIGNS_TABLE: data.campaigns.tableName,
        MESSAGES_TABLE: data.messages.tableName,
        KPIS_TABLE: data.kpis.tableName,
        COUNT_ON_FUNCTION: names.countOnName,
        USER_POOL_ID: data.people.pool.userPoolId,
      },
      timeout: Duration.seconds(29),
      memorySize: 1024,
      impact: 'People cannot see figures.',
    });
    // Writes: "Compute stats" leaves an entry in the audit.
    data.campaigns.grantReadWriteData(api);
    data.messages.grantReadData(api);
    data.kpis.grantReadWriteData(api);
    mayAskWhoActs(api, data);
    mayCountOn(api, names);
    return api;
  }
}
