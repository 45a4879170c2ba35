import { CfnResource, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';

/**
 * Gives the function by which CDK empties buckets a log that ends with the stack: otherwise Lambda makes one, which
 * stays for ever. Call it when all buckets of the stack are there; it does nothing where none is emptied.
 */
export const endEmptyingLogs = (stack: Stack): void => {
  const provider = stack.node.tryFindChild('Custom::S3AutoDeleteObjectsCustomResourceProvider');
  const handler = provider?.node.tryFindChild('Handler');
  if (!(handler instanceof CfnResource)) return;
  const logs = new LogGroup(stack, 'EmptyingLogs', {
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  handler.addPropertyOverride('LoggingConfig', { LogGroup: logs.logGroupName });
};
