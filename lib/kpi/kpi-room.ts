import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { uses as apiUses } from '../../lambdas/kpi/api.uses.ts';
import { uses as countOnUses } from '../../lambdas/kpi/count-on.uses.ts';
import { uses as publishKpisUses } from '../../lambdas/kpi/publish-kpis.uses.ts';
import type { RoomProps } from '../room.ts';
import { alarmOnLine } from '../standards/line-alarm.ts';
import { StandardFunction } from '../standards/standard-function.ts';
import { KpiDashboard } from './kpi-dashboard.ts';
import { KpiReader } from './kpi-reader.ts';

/** Figures: published every hour, and at once when somebody asks. */
export class KpiRoom extends Construct {
  readonly api: Function;
  readonly publishKpis: Function;
  readonly countOn: Function;
  readonly hourly: Rule;

  constructor(scope: Construct, id: string, room: RoomProps) {
    super(scope, id);
    this.publishKpis = this.makePublishKpis(room);
    this.hourly = new Rule(this, 'Hourly', {
      schedule: Schedule.cron({ minute: '0' }),
      description: 'Publishes the figures of the runs that changed',
      targets: [
        new LambdaFunction(this.publishKpis, {
          retryAttempts: 2,
          maxEventAge: Duration.minutes(30),
          deadLetterQueue: room.lostCalls,
        }),
      ],
    });
    this.countOn = new StandardFunction(this, 'CountOn', {
      room,
      entry: 'kpi/count-on',
      uses: countOnUses,
      functionName: room.names.countOnName,
      timeout: Duration.minutes(5),
      memorySize: 1024,
      unattended: true,
      impact: 'A recount of figures stands still; computing the stats again takes it up.',
    });
    this.api = new StandardFunction(this, 'Api', {
      room,
      entry: 'kpi/api',
      uses: apiUses,
      timeout: Duration.seconds(29),
      memorySize: 1024,
      impact: 'People cannot see figures.',
    });
    new KpiReader(this, 'Reader', { stage: room.stage, kpis: room.data.kpis });
    if (!room.stage.local) new KpiDashboard(this, 'Figures', { stage: room.stage });
  }

  private makePublishKpis(room: RoomProps): Function {
    const { stage } = room;
    const publishKpis = new StandardFunction(this, 'PublishKpis', {
      room,
      entry: 'kpi/publish-kpis',
      uses: publishKpisUses,
      settings: { STAGE: stage.name },
      timeout: Duration.minutes(5),
      unattended: true,
      impact: 'Open and click rates are older than an hour.',
    });
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
}
