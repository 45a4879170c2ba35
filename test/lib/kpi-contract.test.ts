import { describe, expect, test } from '@jest/globals';
import { orderOf, resourcesOf, synthesiseAll } from './synthesis.ts';
import type { Synthesised } from './synthesise.ts';

const [{ app: onAws }, { app: local }] = synthesiseAll(orderOf('example'), orderOf('local')) as [
  Synthesised,
  Synthesised,
];

describe('what dashboards are given', () => {
  test('a policy that reads the published figures, and nothing else', () => {
    const [[, policy] = []] = resourcesOf(onAws, 'AWS::IAM::ManagedPolicy');
    expect(policy?.['PolicyDocument']).toMatchObject({
      Statement: [
        {
          Effect: 'Allow',
          Action: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'],
          Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['RUN#*', 'CAMPAIGN#*', 'WEEKS'] } },
        },
      ],
    });
  });

  test('exports under names that a stage makes its own', () => {
    const nameOf = (id: string): unknown => onAws.template.Outputs?.[id]?.Export;
    expect(nameOf('KpiReaderPolicyArn')).toEqual({ Name: 'freigabe-example-kpi-reader' });
    expect(nameOf('KpiReaderTable')).toEqual({ Name: 'freigabe-example-kpis-table' });
  });

  test('a CloudWatch dashboard on AWS; the local stage does without', () => {
    expect(resourcesOf(onAws, 'AWS::CloudWatch::Dashboard')).toHaveLength(1);
    expect(resourcesOf(local, 'AWS::CloudWatch::Dashboard')).toHaveLength(0);
  });
});
