import { Duration } from 'aws-cdk-lib';
import { Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { alarmOnLine } from '../standards/line-alarm.ts';
import type { StageSettings } from '../stage.ts';

export type SendingAlarmsProps = {
  stage: StageSettings;
  /** Of the function that sends: one line for each call to SES that did not go through. */
  sendLog: ILogGroup;
  /** Of the hourly publication: it sees which runs did not move since the hour before. */
  publishLog: ILogGroup;
};

const heldUp = (what: string) =>
  FilterPattern.all(
    FilterPattern.stringValue('$.message', '=', 'sending was held up'),
    FilterPattern.stringValue('$.what', '=', what),
  );

/** What an operator wants to know of sending before somebody asks. */
export class SendingAlarms extends Construct {
  constructor(scope: Construct, id: string, props: SendingAlarmsProps) {
    super(scope, id);
    const { stage, sendLog, publishLog } = props;
    alarmOnLine(this, 'Throttled', {
      stage,
      log: sendLog,
      pattern: heldUp('throttled'),
      threshold: 20,
      minutes: 15,
      says: 'SES refuses messages as too fast again and again: somebody else sends from this account. See docs/runbook.md, "SES throttles".',
    });
    alarmOnLine(this, 'QuotaUsedUp', {
      stage,
      log: sendLog,
      pattern: heldUp('quota'),
      threshold: 1,
      minutes: 60,
      says: 'The quota of the day is used up and a run waits for it. See docs/runbook.md, "The quota is used up".',
    });
    alarmOnLine(this, 'StandsStill', {
      stage,
      log: publishLog,
      pattern: FilterPattern.all(FilterPattern.stringValue('$.message', '=', 'a run stands still')),
      threshold: 1,
      minutes: 60,
      says: 'A run is being sent and nothing of it moved for an hour. See docs/runbook.md, "A run stands still".',
    });
    this.unknown(stage);
  }

  /** One worker that dies leaves at most 400 unknown; a share is what says that many did. */
  private unknown({ name }: StageSettings): void {
    new Metric({
      namespace: 'Freigabe',
      metricName: 'Unknown',
      dimensionsMap: { service: name },
      statistic: 'Maximum',
      period: Duration.hours(1),
    }).createAlarm(this, 'Unknown', {
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription:
        'Of a run one message in a hundred or more is unknown. See docs/runbook.md, "Messages are unknown".',
    });
  }
}
