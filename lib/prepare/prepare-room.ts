import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { uses as apiUses } from '../../lambdas/prepare/api.uses.ts';
import { uses as launchRunUses } from '../../lambdas/schedule/launch-run.uses.ts';
import { uses as locateRunUses } from '../../lambdas/prepare/locate-run.uses.ts';
import { uses as prepareRunUses } from '../../lambdas/prepare/prepare-run.uses.ts';
import { uses as rearmRunsUses } from '../../lambdas/schedule/rearm-runs.uses.ts';
import { executionsUrl } from '../names.ts';
import type { RoomProps } from '../room.ts';
import { policyJson } from '../stage.ts';
import { alarmOnLine } from '../standards/line-alarm.ts';
import { StandardFunction } from '../standards/standard-function.ts';

/** Campaigns, profiles and runs until they are frozen. */
export class PrepareRoom extends Construct {
  readonly api: Function;
  readonly locateRun: Function;
  readonly prepareRun: Function;
  readonly launchRun: Function;
  readonly rearmRuns: Function;

  constructor(scope: Construct, id: string, room: RoomProps) {
    super(scope, id);
    const { stage, names } = room;
    this.api = new StandardFunction(this, 'Api', {
      room,
      entry: 'prepare/api',
      uses: apiUses,
      settings: {
        EXECUTIONS_URL: stage.local ? '' : executionsUrl(stage, names),
        CONSOLE_URL: stage.consoleUrl,
        CONFIRMATION_POLICY: policyJson(stage),
        PROOF_RULES: JSON.stringify(stage.proofs),
      },
      timeout: Duration.seconds(29),
      memorySize: 1024,
      impact: 'People cannot work on campaigns and profiles.',
    });
    this.locateRun = new StandardFunction(this, 'LocateRun', {
      room,
      entry: 'prepare/locate-run',
      uses: locateRunUses,
      timeout: Duration.seconds(30),
      impact: 'Runs do not move from one stage to the next.',
    });
    this.prepareRun = this.makePrepareRun(room);
    this.launchRun = new StandardFunction(this, 'LaunchRun', {
      room,
      entry: 'prepare/launch-run',
      uses: launchRunUses,
      timeout: Duration.seconds(60),
      functionName: names.launchRunName,
      unattended: true,
      impact: 'Recurring campaigns do not start.',
    });
    this.rearmRuns = this.makeRearmRuns(room);
  }

  private makePrepareRun(room: RoomProps): Function {
    const { stage } = room;
    return new StandardFunction(this, 'PrepareRun', {
      room,
      entry: 'prepare/prepare-run',
      uses: prepareRunUses,
      settings: {
        CONFIRMATION_POLICY: policyJson(stage),
        CHECK_LIMITS: JSON.stringify(stage.checkLimits),
        AUDIENCE_DAYS: String(stage.audienceDays),
        // The local SES answers for the DNS: nobody's real domain is asked from a laptop.
        TEXT_RECORDS_URL: stage.local ? `${stage.local.sesEndpoint}/texts` : '',
      },
      timeout: Duration.minutes(15),
      memorySize: 1769,
      impact: 'Campaigns cannot be prepared.',
    });
  }

  /** At another minute than the figures, so that the two do not meet. */
  private makeRearmRuns(room: RoomProps): Function {
    const rearmRuns = new StandardFunction(this, 'RearmRuns', {
      room,
      entry: 'prepare/rearm-runs',
      uses: rearmRunsUses,
      timeout: Duration.minutes(5),
      unattended: true,
      impact: 'Runs and imports that lost their execution stay where they are.',
    });
    new Rule(this, 'HourlyRearm', {
      schedule: Schedule.cron({ minute: '30' }),
      description: 'Gives lost runs a new execution and recurring campaigns a missing timer',
      targets: [
        new LambdaFunction(rearmRuns, {
          // A rule hands over an event of its own; the Lambda takes an empty object.
          event: RuleTargetInput.fromObject({}),
          retryAttempts: 2,
          maxEventAge: Duration.minutes(30),
          deadLetterQueue: room.lostCalls,
        }),
      ],
    });
    alarmOnLine(this, 'NotPutBack', {
      stage: room.stage,
      log: rearmRuns.logGroup,
      pattern: FilterPattern.stringValue('$.message', '=', 'could not be put back'),
      threshold: 1,
      minutes: 60,
      says: 'A run, a recurring campaign or an import could not be put back where it stood. See docs/runbook.md, "Something could not be put back".',
    });
    return rearmRuns;
  }
}
