import {
  AttributeType,
  Billing,
  TableEncryptionV2,
  TableV2,
  type GlobalSecondaryIndexPropsV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { removalPolicy, type StageSettings } from '../stage.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** Index definition with string keys. */
export const byText = (indexName: string, partitionKey: string, sortKey: string): GlobalSecondaryIndexPropsV2 => ({
  indexName,
  partitionKey: text(partitionKey),
  sortKey: text(sortKey),
});

/** A table as all of ours are: text keys pk and sk, on demand, encrypted, restorable to any second, `ttl` in epoch seconds. */
export class StandardTable extends TableV2 {
  readonly isIndexed: boolean;

  constructor(scope: Construct, id: string, props: { stage: StageSettings; indexes?: GlobalSecondaryIndexPropsV2[] }) {
    super(scope, id, {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: 'ttl',
      deletionProtection: props.stage.retainData,
      removalPolicy: removalPolicy(props.stage),
      globalSecondaryIndexes: props.indexes ?? [],
    });
    this.isIndexed = (props.indexes ?? []).length > 0;
  }
}
