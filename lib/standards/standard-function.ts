import { existsSync } from 'node:fs';
import path from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Architecture, Code, Function, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { SettingsOf, Uses } from '../../lambdas/uses.ts';
import { environmentFor, grantUsed } from '../abilities.ts';
import type { RoomProps } from '../room.ts';
import type { StageSettings } from '../stage.ts';
import type { Surroundings } from '../surroundings.ts';

/** Exactly the settings that the handler declared: a missing one does not compile. */
type Settings<U extends Uses> = U extends { settings: object } ? { settings: SettingsOf<U> } : unknown;

export type StandardFunctionProps<U extends Uses> = Settings<U> & {
  settings?: Record<string, string>;
  room: RoomProps & Surroundings;
  /** `<room>/<name>` of lambdas/<room>/<name>.lambda.ts. */
  entry: `${string}/${string}`;
  /** What it declared to use: its environment and its policy follow from it. */
  uses: U;
  timeout: Duration;
  memorySize?: number;
  functionName?: string;
  /** Nobody waits for it: it is tried three times, then its call lies in the queue of lost calls. */
  unattended?: boolean;
  /** So many of it run at once, at most, and always can: they are taken out of the pool that all others share. */
  reserved?: number | undefined;
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

/**
 * Rules of the time zones that are newer than those of Node, where the bundle has such (bin/zone-files.ts). ICU looks
 * for them when the process starts; a Lambda has its code in LAMBDA_TASK_ROOT, which is /var/task
 * (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html).
 */
const zoneRules = (entry: string, { local }: StageSettings): Record<string, string> => {
  const folder = path.join(bundles, entry, 'zones');
  return existsSync(folder) ? { ICU_TIMEZONE_FILES_DIR: local ? folder : '/var/task/zones' } : {};
};

/** A Lambda as all of ours are: Node 24 on ARM, bundled beforehand, traced, logs kept for a month, an alarm that says who is hurt. */
export class StandardFunction<const U extends Uses> extends Function {
  constructor(scope: Construct, id: string, props: StandardFunctionProps<U>) {
    const { room, uses } = props;
    const { stage } = room;
    super(scope, id, {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(path.join(bundles, props.entry)),
      handler: 'index.handler',
      description: props.impact,
      environment: {
        ...localEndpoints(stage),
        ...zoneRules(props.entry, stage),
        ...environmentFor(uses, room),
        ...props.settings,
      },
      timeout: props.timeout,
      memorySize: props.memorySize ?? 512,
      ...(props.functionName !== undefined && { functionName: props.functionName }),
      ...(props.reserved !== undefined && { reservedConcurrentExecutions: props.reserved }),
      tracing: stage.local ? Tracing.DISABLED : Tracing.ACTIVE,
      logGroup: new LogGroup(scope, `${id}Logs`, {
        retention: RetentionDays.ONE_MONTH,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      // Whoever waits for an answer decides about asking again: the machine, the queue or a person.
      ...(props.unattended === true && { retryAttempts: 2, onFailure: new SqsDestination(room.lostCalls) }),
    });
    grantUsed(this, uses, room);
    this.metricErrors({ period: Duration.minutes(5) }).createAlarm(this, 'Errors', {
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${props.impact} See docs/runbook.md, "A Lambda fails".`,
    });
  }
}
