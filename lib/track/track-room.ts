import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { uses as apiUses } from '../../lambdas/track/api.uses.ts';
import { uses as recordEventsUses } from '../../lambdas/track/record-events.uses.ts';
import type { RoomProps } from '../room.ts';
import { alarmOnLine } from '../standards/line-alarm.ts';
import { StandardFunction } from '../standards/standard-function.ts';
import { SesEvents } from './ses-events.ts';

const RECORD_TIMEOUT = Duration.seconds(60);

/** What became of each message, and what each profile got. */
export class TrackRoom extends Construct {
  readonly api: Function;
  readonly recordEvents: Function;
  readonly sesEvents: SesEvents;

  constructor(scope: Construct, id: string, room: RoomProps) {
    super(scope, id);
    const { stage, names } = room;
    this.sesEvents = new SesEvents(this, 'SesEvents', { stage, names, consumerTimeout: RECORD_TIMEOUT });
    this.recordEvents = this.makeRecordEvents(room);
    this.api = new StandardFunction(this, 'Api', {
      room,
      entry: 'track/api',
      uses: apiUses,
      settings: {
        CONSOLE_URL: stage.consoleUrl,
        LOGS: stage.logs,
        AUDIENCE_DAYS: String(stage.audienceDays),
        EVENTS_DAYS: String(stage.retention.eventsDays),
      },
      timeout: Duration.seconds(29),
      memorySize: 1024,
      impact: 'Logs and profiles cannot be read.',
    });
  }

  private makeRecordEvents(room: RoomProps): Function {
    const { stage } = room;
    const recordEvents = new StandardFunction(this, 'RecordEvents', {
      room: { ...room, deadLetters: this.sesEvents.deadLetters },
      entry: 'track/record-events',
      uses: recordEventsUses,
      settings: { EVENTS_DAYS: String(stage.retention.eventsDays) },
      timeout: RECORD_TIMEOUT,
      impact: 'Deliveries, bounces, opens and clicks are not recorded.',
    });
    recordEvents.addEventSource(
      new SqsEventSource(this.sesEvents.queue, {
        // Large batches of few consumers write an item once for many of its messages; figures may be this many
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
}
