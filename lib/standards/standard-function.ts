import path from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Architecture, Code, Function, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { StageSettings } from '../stage.ts';

/** Exactly the variables that the handler's own schema asks for: a missing one does not compile. */
export type EnvironmentOf<S extends z.ZodObject> = Record<Extract<keyof S['shape'], string>, string>;

export type StandardFunctionProps<S extends z.ZodObject> = {
  stage: StageSettings;
  /** `<room>/<name>` of lambdas/<room>/<name>.lambda.ts. */
  entry: `${string}/${string}`;
  schema: S;
  environment: EnvironmentOf<S>;
  timeout: Duration;
  memorySize?: number;
  functionName?: string;
  /** For a function that nobody waits for: it is tried three times, then its call lies here. */
  lostCalls?: Queue;
  /** What people notice when it fails; becomes the text of the alarm. */
  impact: string;
};

const bundles = path.join(import.meta.dirname, '../../dist/lambdas');

const localEndpoints = ({ local }: StageSettings): Record<string, string> =>
  local
    ? {
        AWS_ENDPOINT_URL: local.awsEndpoint,
        AWS_ENDPOINT_URL_SES: local.sesEndpoint,
        AWS_ENDPOINT_URL_SESV2: local.sesEndpoint,
      }
    : {};

/** A Lambda as all of ours are: Node 24 on ARM, bundled beforehand, traced, logs kept for a month, an alarm that says who is hurt. */
export class StandardFunction<S extends z.ZodObject> extends Function {
  constructor(scope: Construct, id: string, props: StandardFunctionProps<S>) {
    const { stage } = props;
    super(scope, id, {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(path.join(bundles, props.entry)),
      handler: 'index.handler',
      description: props.impact,
      environment: { ...localEndpoints(stage), ...props.environment },
      timeout: props.timeout,
      memorySize: props.memorySize ?? 512,
      ...(props.functionName !== undefined && { functionName: props.functionName }),
      tracing: stage.local ? Tracing.DISABLED : Tracing.ACTIVE,
      logGroup: new LogGroup(scope, `${id}Logs`, {
        retention: RetentionDays.ONE_MONTH,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      // Elsewhere who asks decides about asking again: the machine, the queue or a person.
      retryAttempts: props.lostCalls ? 2 : 0,
      ...(props.lostCalls && { onFailure: new SqsDestination(props.lostCalls) }),
    });
    this.metricErrors({ period: Duration.minutes(5) }).createAlarm(this, 'Errors', {
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${props.impact} See docs/runbook.md, "A Lambda fails".`,
    });
  }
}
