import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { FilterPattern } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { Environment as ApiEnvironment } from '../../lambdas/track/api.env.ts';
import { Environment as RecordEventsEnvironment } from '../../lambdas/track/record-events.env.ts';
import { mayReadFrozen, mayAskWhoActs } from '../grants.ts';
import type { RoomProps } from '../room.ts';
import { alarmOnLine } from '../standards/line-alarm.ts';
import { StandardFunction } from '../standards/standard-function.ts';
import { SesEvents } from './ses-events.ts';

const RECORD_TIMEOUT = Duration.seconds(60);

/** What became of each message, and what each profile got. */
export class TrackRoom extends Construct {
  readonly api: StandardFunction<typeof ApiEnvironment>;
  readonly recordEvents: StandardFunction<typeof RecordEventsEnvironment>;
  readonly sesEvents: SesEvents;

  constructor(scope: Construct, id: string, props: RoomProps) {
    super(scope, id);
    this.sesEvents = new SesEvents(this, 'SesEvents', { stage: props.stage, consumerTimeout: RECORD_TIMEOUT });
    this.recordEvents = this.makeRecordEvents(props);
    this.api = this.makeApi(props);
  }

  private makeRecordEvents({ stage, data }: RoomProps) {
    const recordEvents = new StandardFunction(this, 'RecordEvents', {
      stage,
      entry: 'track/record-events',
      schema: RecordEventsEnvironment,
      environment: {
        CAMPAIGNS_TABLE: data.campaigns.tableName,
        MESSAGES_TABLE: data.messages.tableName,
        PROFILES_TABLE: data.profiles.tableName,
        KPIS_TABLE: data.kpis.tableName,
        DEAD_LETTERS_QUEUE_URL: this.sesEvents.deadLetters.queueUrl,
      },
      timeout: RECORD_TIMEOUT,
      impact: 'Deliveries, bounces, opens and clicks are not recorded.',
    });
    data.campaigns.grantReadData(recordEvents);
    data.messages.grantReadWriteData(recordEvents);
    data.profiles.grantReadWriteData(recordEvents);
    data.kpis.grantReadWriteData(recordEvents);
    this.sesEvents.deadLetters.grantSendMessages(recordEvents);
    recordEvents.addEventSource(
      new SqsEventSource(this.sesEvents.queue, {
        // Large batches of few consumers write a sheet once for many of its messages; figures may be this many
        // seconds behind. Two consumers record some thousand events a second, more than SES grants to nearly all.
        batchSize: 1000,
        maxBatchingWindow: Duration.seconds(3),
        reportBatchItemFailures: true,
        maxConcurrency: 2,
      }),
    );
    alarmOnLine(this, 'UnknownEventParts', {
      stage,
      log: recordEvents.logGroup,
      pattern: FilterPattern.stringValue('$.message', '=', 'SES says something new'),
      value: '$.seen',
      threshold: 1,
      minutes: 24 * 60,
      says: 'For information: SES tells something that this version does not know. Nothing is lost. See docs/runbook.md, "SES says something new".',
    });
    return recordEvents;
  }

  private makeApi({ stage, data }: RoomProps) {
    const api = new StandardFunction(this, 'Api', {
      stage,
      entry: 'track/api',
      schema: ApiEnvironment,
      environment: {
        CAMPAIGNS_TABLE: data.campaigns.tableName,
        MESSAGES_TABLE: data.messages.tableName,
        PROFILES_TABLE: data.profiles.tableName,
        KPIS_TABLE: data.kpis.tableName,
        CONTENT_BUCKET: data.content.bucketName,
        USER_POOL_ID: data.people.pool.userPoolId,
        AUDIENCE_DAYS: String(stage.audienceDays),
        UNSUBSCRIBE_SECRET_ID: data.unsubscribeSecret.secretArn,
      },
      timeout: Duration.seconds(29),
      memorySize: 1024,
      impact: 'Recipients cannot unsubscribe, and logs cannot be read.',
    });
    data.campaigns.grantReadWriteData(api);
    data.messages.grantReadWriteData(api);
    data.profiles.grantReadWriteData(api);
    data.kpis.grantReadWriteData(api);
    mayReadFrozen(api, data);
    data.unsubscribeSecret.grantRead(api);
    mayAskWhoActs(api, data);
    return api;
  }
}
