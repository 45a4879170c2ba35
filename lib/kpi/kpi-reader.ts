import { CfnOutput } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { StageSettings } from '../stage.ts';
import type { StandardTable } from '../standards/standard-table.ts';

/** What a dashboard's role needs to read the public items of the KPI table (docs/kpi-table.md), and nothing else. */
export class KpiReader extends Construct {
  constructor(scope: Construct, id: string, { stage, kpis }: { stage: StageSettings; kpis: StandardTable }) {
    super(scope, id);
    const policy = new ManagedPolicy(this, 'Policy', {
      description: `Reads the published figures of Freigabe ${stage.name}`,
      statements: [
        new PolicyStatement({
          actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
          resources: [kpis.tableArn],
          conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['RUN#*', 'CAMPAIGN#*', 'WEEKS'] } },
        }),
      ],
    });
    const output = (name: string, exportName: string, value: string) =>
      new CfnOutput(this, name, { value, exportName: `freigabe-${stage.name}-${exportName}` });
    output('PolicyArn', 'kpi-reader', policy.managedPolicyArn).overrideLogicalId('KpiReaderPolicyArn');
    output('Table', 'kpis-table', kpis.tableName).overrideLogicalId('KpiReaderTable');
  }
}
