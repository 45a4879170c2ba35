import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { StandardTable } from './standards/standard-table.ts';
import { StandardFunction } from './standards/standard-function.ts';

/**
 * What was written into the audit stays: every role of the app is denied to change or delete an item whose key
 * begins with AUDIT#. A put cannot be denied, because it is how entries come to be; the adapter's condition
 * keeps it from overwriting one.
 */
export const guardAudit = (app: Construct, campaigns: StandardTable): void => {
  for (const candidate of app.node.findAll()) {
    if (!(candidate instanceof StandardFunction)) continue;
    candidate.addToRolePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        actions: [
          'dynamodb:UpdateItem',
          'dynamodb:DeleteItem',
          'dynamodb:BatchWriteItem',
          'dynamodb:PartiQLUpdate',
          'dynamodb:PartiQLDelete',
        ],
        resources: [campaigns.tableArn],
        conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['AUDIT#*'] } },
      }),
    );
  }
};
