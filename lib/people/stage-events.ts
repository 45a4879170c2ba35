import { CfnOutput } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { Names } from '../names.ts';
import type { StageSettings } from '../stage.ts';

/** The bus on which everybody who may in this account hears what happens to runs: docs/run-events.md. */
export class StageEvents extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, { stage, names }: { stage: StageSettings; names: Names }) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', {
      eventBusName: names.eventBusName,
      description: `What happens to the runs of Freigabe ${stage.name}`,
    });
    new CfnOutput(this, 'BusArn', { value: this.bus.eventBusArn, exportName: `freigabe-${stage.name}-event-bus-arn` });
  }
}
