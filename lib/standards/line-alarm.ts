import { Duration } from 'aws-cdk-lib';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { MetricFilter, type IFilterPattern, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { StageSettings } from '../stage.ts';

export type Line = {
  stage: StageSettings;
  log: ILogGroup;
  pattern: IFilterPattern;
  /** What a line adds to the metric, such as `$.seen`; 1 without it. */
  value?: string;
  /** Of the sum over so many minutes, at most a day. */
  threshold: number;
  minutes: number;
  /** Text of the alarm; names an article of docs/runbook.md. */
  says: string;
};

/** Lines of a log as the metric `<name>-<stage>`, and an alarm on it. */
export const alarmOnLine = (scope: Construct, name: string, line: Line): void => {
  new MetricFilter(scope, `${name}Metric`, {
    logGroup: line.log,
    filterPattern: line.pattern,
    metricNamespace: 'Freigabe',
    metricName: `${name}-${line.stage.name}`,
    ...(line.value !== undefined && { metricValue: line.value }),
  })
    .metric({ statistic: 'Sum', period: Duration.minutes(line.minutes) })
    .createAlarm(scope, name, {
      threshold: line.threshold,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: line.says,
    });
};
