import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  Choice,
  Condition,
  DefinitionBody,
  Fail,
  IntegrationPattern,
  JsonPath,
  LogLevel,
  StateMachine,
  Succeed,
  TaskInput,
  Timeout,
  Wait,
  WaitTime,
  type IChainable,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { chunkMap } from './chunk-map.ts';
import type { ConfirmRoom } from './confirm/confirm-room.ts';
import type { PrepareRoom } from './prepare/prepare-room.ts';
import type { SendRoom } from './send/send-room.ts';
import type { StageSettings } from './stage.ts';
import { deliveredLogs } from './standards/delivered-logs.ts';
import { TASK_LIMIT } from './standards/task-limit.ts';

export type RunMachineProps = {
  stage: StageSettings;
  name: string;
  content: Bucket;
  prepare: PrepareRoom;
  confirm: ConfirmRoom;
  send: SendRoom;
};

/** The state's own limit of a wait for a person; the policy's deadline is earlier and closes the gate by a timer. */
const GATE_LIMIT = Duration.days(31);

const runOnly = TaskInput.fromObject({ runId: JsonPath.stringAt('$.runId') });
/** The name of the error, without its words: they may hold anything. */
const failedPreparation = TaskInput.fromObject({
  runId: JsonPath.stringAt('$.runId'),
  failure: JsonPath.stringAt('$.failure.Error'),
});

/** Any failure of its Lambda or of Lambda itself; the end of a wait is no failure (States.Timeout is none of these). */
const triedAgain = (step: LambdaInvoke): LambdaInvoke => {
  step.addRetry({ errors: ['States.TaskFailed'], interval: Duration.seconds(2), backoffRate: 2, maxAttempts: 5 });
  return step;
};

/**
 * The workflow of a run. The run's row is the truth: the machine begins by asking where the run stands, and
 * asks again after every wait. So a lost execution is replaced by a new one, and an answer that comes in the
 * same second as a timeout has one outcome.
 */
export class RunMachine extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, props: RunMachineProps) {
    super(scope, id);
    const { prepare, confirm, send, stage, content } = props;

    const whereIsTheRun = this.task('Where is the run?', prepare.locateRun);
    const prepareIt = this.task('Prepare', prepare.prepareRun, { resultPath: '$.prepared' });
    const noteFailure = this.task('Note the failed preparation', prepare.prepareRun, {
      payload: failedPreparation,
      resultPath: JsonPath.DISCARD,
    });
    const awaitConfirmation = this.gate('Await confirmation', confirm.openGate);
    const expire = this.task('Close the overdue confirmation', confirm.expireRun, { resultPath: JsonPath.DISCARD });
    const waitUntilStart = new Wait(this, 'Wait until the send time', { time: WaitTime.timestampPath('$.startAt') });
    const verify = this.task('Verify', send.verifyManifest, { resultPath: '$.verified' });
    const sendChunks = chunkMap(this, { stage, content, sendChunk: send.sendChunk });
    const settle = this.task('Settle', send.settleRun, { resultPath: '$.settled' });
    const beforeNextTry = new Wait(this, 'Wait before the next try', { time: WaitTime.duration(Duration.seconds(30)) });
    const awaitResume = this.gate('Await resume', send.awaitResume);

    beforeNextTry.next(whereIsTheRun);
    whereIsTheRun.next(
      this.choice('Which way?', '$.position', {
        // What fails each time would keep the run in preparation for ever.
        prepare: prepareIt
          .addCatch(noteFailure.next(whereIsTheRun), { errors: ['States.ALL'], resultPath: '$.failure' })
          .next(whereIsTheRun),
        confirm: awaitConfirmation
          .addCatch(expire.next(whereIsTheRun), { errors: ['States.Timeout'], resultPath: JsonPath.DISCARD })
          .next(whereIsTheRun),
        // The wait may end late, after an outage: then the run is not simply sent.
        wait: waitUntilStart.next(whereIsTheRun),
        send: verify,
        resume: awaitResume
          .addCatch(whereIsTheRun, { errors: ['States.Timeout'], resultPath: JsonPath.DISCARD })
          .next(whereIsTheRun),
      }).otherwise(this.namedEnds()),
    );
    verify.next(this.choice('Verified?', '$.verified.outcome', { send: sendChunks }).otherwise(whereIsTheRun));
    // What came of the chunks is told by the books: a record of it that cannot be written holds no run.
    sendChunks.addCatch(settle, { errors: ['States.ResultWriterFailed'], resultPath: JsonPath.DISCARD }).next(settle);
    settle.next(this.choice('Settled?', '$.settled.outcome', { incomplete: beforeNextTry }).otherwise(whereIsTheRun));

    this.machine = new StateMachine(this, 'Machine', {
      stateMachineName: props.name,
      definitionBody: DefinitionBody.fromChainable(whereIsTheRun),
      tracingEnabled: stage.local === undefined,
      logs: {
        destination: new LogGroup(this, 'Logs', {
          logGroupName: deliveredLogs('states', props.name),
          retention: RetentionDays.ONE_MONTH,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ALL,
        // Data would hold task tokens.
        includeExecutionData: false,
      },
    });
    this.machine.metricFailed({ period: Duration.minutes(5) }).createAlarm(this, 'Failed', {
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: 'A run stands still: its execution failed. See docs/runbook.md, "An execution fails".',
    });
  }

  /** A step that may be repeated: its handler finds out what is done already. */
  private task(
    id: string,
    lambdaFunction: IFunction,
    own: { payload?: TaskInput; resultPath?: string } = {},
  ): LambdaInvoke {
    const step = new LambdaInvoke(this, id, {
      lambdaFunction,
      payload: runOnly,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
      taskTimeout: TASK_LIMIT,
      ...own,
    });
    return triedAgain(step);
  }

  /** A wait for a person. The token goes to the gate's Lambda, which encrypts it at once; another try brings another. */
  private gate(id: string, lambdaFunction: IFunction): LambdaInvoke {
    const step = new LambdaInvoke(this, id, {
      lambdaFunction,
      integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      payload: TaskInput.fromObject({ runId: JsonPath.stringAt('$.runId'), taskToken: JsonPath.taskToken }),
      taskTimeout: Timeout.duration(GATE_LIMIT),
      retryOnServiceExceptions: false,
      resultPath: JsonPath.DISCARD,
    });
    return triedAgain(step);
  }

  private choice(id: string, variable: string, ways: Record<string, IChainable>): Choice {
    const choice = new Choice(this, id);
    for (const [value, next] of Object.entries(ways)) choice.when(Condition.stringEquals(variable, value), next);
    return choice;
  }

  private namedEnds(): Choice {
    const ends = new Choice(this, 'How did it end?');
    for (const state of ['Finished', 'Rejected', 'Expired', 'Stopped', 'Skipped']) {
      ends.when(Condition.stringEquals('$.state', state), new Succeed(this, state));
    }
    ends.when(Condition.stringEquals('$.state', 'PreparationFailed'), new Succeed(this, 'Preparation failed'));
    return ends.otherwise(
      new Fail(this, 'Unknown state', {
        error: 'UnknownState',
        cause: 'The run is in a state that the machine does not know.',
      }),
    );
  }
}
