import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import {
  Choice,
  Condition,
  DistributedMap,
  JsonPath,
  Pass,
  ProcessorMode,
  ProcessorType,
  ResultWriterV2,
  S3JsonItemReader,
  StateMachineType,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { StageSettings } from './stage.ts';
import { TASK_LIMIT } from './standards/task-limit.ts';

export type ChunkMapProps = { stage: StageSettings; content: Bucket; sendChunk: IFunction };

/** Where a Map Run leaves what became of each chunk: number, start, end, and the error of one that failed; no address. */
export const MAP_RUNS = 'map-runs';

/** CDK's reader may read the whole bucket; the list of the chunks lies beside its manifest. */
class ChunkListReader extends S3JsonItemReader {
  override providePolicyStatements(): PolicyStatement[] {
    return [new PolicyStatement({ actions: ['s3:GetObject'], resources: [this.bucket.arnForObjects('runs/*')] })];
  }
}

/** CDK's writer may write to the whole bucket. The actions are those that Step Functions asks for ("IAM policies for ResultWriter"). */
class ChunkResultWriter extends ResultWriterV2 {
  override providePolicyStatements(): PolicyStatement[] {
    const actions = ['s3:PutObject', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:AbortMultipartUpload'];
    return [new PolicyStatement({ actions, resources: [this.bucket?.arnForObjects(`${MAP_RUNS}/*`) ?? ''] })];
  }
}

/** Any number of steps for one chunk: until nothing is left, or the run does not send any more. */
const sendOne = (scope: Construct, lambdaFunction: IFunction): LambdaInvoke => {
  const sendChunk = new LambdaInvoke(scope, 'Send a chunk', {
    lambdaFunction,
    payloadResponseOnly: true,
    taskTimeout: TASK_LIMIT,
    // The claims make a repeat harmless; but what failed once under way is left to the next pass.
    retryOnServiceExceptions: false,
  });
  const untilQuotaReturns = new Wait(scope, 'Wait for quota', { time: WaitTime.timestampPath('$.until') });
  const done = new Pass(scope, 'Chunk done', { parameters: {} });
  sendChunk.next(
    new Choice(scope, 'Anything left?')
      .when(Condition.stringEquals('$.outcome', 'more'), sendChunk)
      .when(Condition.stringEquals('$.outcome', 'hold'), untilQuotaReturns.next(sendChunk))
      .otherwise(done),
  );
  return sendChunk;
};

/**
 * One Map item is one chunk number: no address is ever in an execution's history. What became of the chunks goes to S3
 * and not into the state: a result of more than 256 KiB fails the Map with States.DataLimitExceeded, and ResultPath
 * comes too late to throw it away (github.com/aws/aws-cdk/issues/24799). A chunk that failed stays a failed child
 * execution, which the Map Run counts and names there; the books tell what it left.
 */
export const chunkMap = (scope: Construct, { stage, content, sendChunk }: ChunkMapProps): DistributedMap => {
  // The class Bucket is no IBucket under exactOptionalPropertyTypes; the import by name is.
  const bucket = Bucket.fromBucketName(scope, 'ContentByName', content.bucketName);
  const map = new DistributedMap(scope, 'Send', {
    itemReader: new ChunkListReader({ bucket, key: JsonPath.stringAt('$.chunkListKey') }),
    itemSelector: { 'runId.$': '$.runId', 'chunk.$': '$$.Map.Item.Value' },
    // The emulator knows only a number that is written down.
    ...(stage.local ? { maxConcurrency: stage.sendConcurrency } : { maxConcurrencyPath: '$.verified.workers' }),
    mapExecutionType: StateMachineType.STANDARD,
    // A worker that dies leaves its chunk to the next pass; the books tell, not the Map.
    toleratedFailurePercentage: 100,
    resultWriterV2: new ChunkResultWriter({ bucket, prefix: MAP_RUNS }),
    resultPath: JsonPath.DISCARD,
  });
  const processor = { mode: ProcessorMode.DISTRIBUTED, executionType: ProcessorType.STANDARD };
  return map.itemProcessor(sendOne(scope, sendChunk), processor);
};
