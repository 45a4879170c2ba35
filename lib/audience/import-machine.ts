import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  Choice,
  Condition,
  DefinitionBody,
  DistributedMap,
  JsonPath,
  LogLevel,
  Pass,
  ProcessorMode,
  ProcessorType,
  StateMachine,
  StateMachineType,
  Succeed,
  TaskInput,
  type IChainable,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import type { StageSettings } from '../stage.ts';
import { deliveredLogs } from '../standards/delivered-logs.ts';
import { TASK_LIMIT } from '../standards/task-limit.ts';

export type ImportMachineProps = {
  stage: StageSettings;
  name: string;
  cutImport: IFunction;
  importChunk: IFunction;
  concludeImport: IFunction;
};

/**
 * Chunks at once: four write as much as a new table takes, 4,000 units a second, and leave the half of a larger one to
 * others (docs/scale.md).
 */
const WORKERS = 4;

const ofJob = { 'id.$': '$.id', 'attempt.$': '$.attempt' };

/**
 * The import of an uploaded file: it is cut into chunks, these are written in parallel where nothing counts yet, one
 * write lets them count, and what they say of addresses is taken to its place. The import's record is the truth: each
 * step asks it first and may be repeated. What fails for good is given up, and what it said of addresses goes.
 */
export class ImportMachine extends Construct {
  readonly machine: StateMachine;
  private readonly props: ImportMachineProps;

  constructor(scope: Construct, id: string, props: ImportMachineProps) {
    super(scope, id);
    this.props = props;
    const { cutImport } = props;
    const done = new Succeed(this, 'Done');
    const cut = this.task('Cut the file', cutImport, { payload: ofJob, resultPath: '$.cut' });
    const write = this.chunks('Write', 'write');
    const commit = this.conclude('Commit', 'commit');
    const giveUp = this.conclude('Give up', 'giveUp');
    const settled = this.conclude('Settled', 'settled');
    const settle = this.chunks('Settle', 'settle');
    const clean = this.chunks('Clean', 'clean');

    // Of a file that was not cut there are no chunks.
    const withoutChunks = new Pass(this, 'Without chunks', {
      parameters: { ...ofJob, cut: { outcome: 'ended', chunks: [] } },
    });
    const failed = { errors: ['States.ALL'], resultPath: JsonPath.DISCARD };
    cut
      .addCatch(withoutChunks.next(giveUp), failed)
      .next(this.choice('Cut?', '$.cut.outcome', { write }).otherwise(done));
    write.addCatch(giveUp, failed).next(commit);
    const settling = settle.next(settled.next(done));
    const ways = { settle: settling, clean: clean.next(done) };
    const concluded = this.choice('Does it count?', '$.concluded.outcome', ways).otherwise(done);
    commit.addCatch(giveUp, failed).next(concluded);
    giveUp.next(concluded);

    this.machine = this.make(cut);
  }

  private make(start: IChainable): StateMachine {
    const { stage, name } = this.props;
    const machine = new StateMachine(this, 'Machine', {
      stateMachineName: name,
      definitionBody: DefinitionBody.fromChainable(start),
      tracingEnabled: stage.local === undefined,
      logs: {
        destination: new LogGroup(this, 'Logs', {
          logGroupName: deliveredLogs('states', name),
          retention: RetentionDays.ONE_MONTH,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ALL,
        includeExecutionData: false,
      },
    });
    machine.metricFailed({ period: Duration.minutes(5) }).createAlarm(this, 'Failed', {
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription:
        'An import of an uploaded file stands still: its execution failed. See docs/runbook.md, "An import fails".',
    });
    return machine;
  }

  private conclude(id: string, step: 'commit' | 'settled' | 'giveUp'): LambdaInvoke {
    const { concludeImport } = this.props;
    return this.task(id, concludeImport, { payload: { ...ofJob, step }, resultPath: '$.concluded' });
  }

  /** Any failure of its Lambda or of Lambda itself: it finds out what is done already. */
  private task(
    id: string,
    lambdaFunction: IFunction,
    { payload, resultPath }: { payload: Record<string, unknown>; resultPath: string },
  ): LambdaInvoke {
    const step = new LambdaInvoke(this, id, {
      lambdaFunction,
      payload: TaskInput.fromObject(payload),
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
      taskTimeout: TASK_LIMIT,
      resultPath,
    });
    step.addRetry({ errors: ['States.TaskFailed'], interval: Duration.seconds(2), backoffRate: 2, maxAttempts: 4 });
    return step;
  }

  /** Each chunk by its number: no address is in an execution's history. One that fails for good fails the step. */
  private chunks(id: string, step: 'write' | 'settle' | 'clean'): DistributedMap {
    const map = new DistributedMap(this, id, {
      itemsPath: '$.cut.chunks',
      itemSelector: { ...ofJob, 'chunk.$': '$$.Map.Item.Value', step },
      maxConcurrency: WORKERS,
      mapExecutionType: StateMachineType.STANDARD,
      resultPath: JsonPath.DISCARD,
    });
    const payload = { ...ofJob, 'chunk.$': '$.chunk', 'step.$': '$.step' };
    const one = this.task(`${id} a chunk`, this.props.importChunk, { payload, resultPath: '$' });
    return map.itemProcessor(one, { mode: ProcessorMode.DISTRIBUTED, executionType: ProcessorType.STANDARD });
  }

  private choice(id: string, variable: string, ways: Record<string, IChainable>): Choice {
    const choice = new Choice(this, id);
    for (const [value, next] of Object.entries(ways)) choice.when(Condition.stringEquals(variable, value), next);
    return choice;
  }
}
