import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, Metric, SingleValueWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { StageSettings } from '../stage.ts';

/** The published figures in CloudWatch. The highest of an hour is shown: it is the run to look at. */
export class KpiDashboard extends Construct {
  constructor(scope: Construct, id: string, { stage }: { stage: StageSettings }) {
    super(scope, id);
    const unknownParts = new Metric({
      namespace: 'Freigabe',
      metricName: `UnknownEventParts-${stage.name}`,
      statistic: 'Sum',
      period: Duration.days(1),
    });
    const metric = (metricName: string, statistic = 'Maximum') =>
      new Metric({
        namespace: 'Freigabe',
        metricName,
        dimensionsMap: { service: stage.name },
        statistic,
        period: Duration.hours(1),
      });
    new Dashboard(this, 'Dashboard', {
      dashboardName: `freigabe-${stage.name}`,
      defaultInterval: Duration.days(7),
      widgets: [
        [
          new GraphWidget({
            title: 'Bounces and complaints, per cent, highest run of the hour',
            left: [metric('Failed'), metric('Complained')],
            leftAnnotations: [{ value: 5, label: 'SES reviews at 5 % bounces' }],
            width: 12,
          }),
          new GraphWidget({
            title: 'Opened and clicked, per cent, average run of the hour',
            left: [metric('Opened', 'Average'), metric('Clicked', 'Average')],
            width: 12,
          }),
        ],
        [
          new SingleValueWidget({
            title: 'Books: highest difference, messages',
            metrics: [metric('BooksDifference')],
            width: 12,
          }),
          new GraphWidget({
            title: 'Delivered, per cent, lowest run',
            left: [metric('Delivered', 'Minimum')],
            width: 12,
          }),
        ],
        [
          new GraphWidget({
            title: 'Messages of which nobody knows, per cent, highest run of the hour',
            left: [metric('Unknown')],
            width: 12,
          }),
          new GraphWidget({
            title: 'Fields and values of SES that this version does not know, a day',
            left: [unknownParts],
            width: 12,
          }),
        ],
      ],
    });
  }
}
