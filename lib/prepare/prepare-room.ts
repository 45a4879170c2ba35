import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { FilterPattern } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { Environment as ApiEnvironment } from '../../lambdas/prepare/api.env.ts';
import { Environment as LaunchRunEnvironment } from '../../lambdas/prepare/launch-run.env.ts';
import { Environment as LocateRunEnvironment } from '../../lambdas/prepare/locate-run.env.ts';
import { Environment as PrepareRunEnvironment } from '../../lambdas/prepare/prepare-run.env.ts';
import { Environment as RearmRunsEnvironment } from '../../lambdas/prepare/rearm-runs.env.ts';
import {
  executionsUrl,
  mayAnswerGate,
  mayAskWhoActs,
  mayFindPeople,
  mayFreeze,
  mayMailOnePerson,
  mayReadFrozen,
  maySeeApprovers,
  maySeeExecutions,
  maySeeIdentities,
  maySeeSenderProofs,
  maySeeSesAccount,
  maySeeUnknown,
  maySetTimers,
  mayStartMachine,
  timerEnvironment,
} from '../grants.ts';
import type { RoomProps } from '../room.ts';
import { policyJson } from '../stage.ts';
import { alarmOnLine } from '../standards/line-alarm.ts';
import { StandardFunction } from '../standards/standard-function.ts';

/** Campaigns, profiles and runs until they are frozen. */
export class PrepareRoom extends Construct {
  readonly api: StandardFunction<typeof ApiEnvironment>;
  readonly locateRun: StandardFunction<typeof LocateRunEnvironment>;
  readonly prepareRun: StandardFunction<typeof PrepareRunEnvironment>;
  readonly launchRun: StandardFunction<typeof LaunchRunEnvironment>;
  readonly rearmRuns: StandardFunction<typeof RearmRunsEnvironment>;

  constructor(scope: Construct, id: string, props: RoomProps) {
    super(scope, id);
    this.api = this.makeApi(props);
    this.locateRun = this.makeLocateRun(props);
    this.prepareRun = this.makePrepareRun(props);
    this.launchRun = this.makeLaunchRun(props);
    this.rearmRuns = this.makeRearmRuns(props);
    this.rearmHourly(props);
  }

  private makeApi({ stage, data, names }: RoomProps) {
    const api = new StandardFunction(this, 'Api', {
      stage,
      entry: 'prepare/api',
      schema: ApiEnvironment,
      environment: {
        CAMPAIGNS_TABLE: data.campaigns.tableName,
        PROFILES_TABLE: data.profiles.tableName,
        MESSAGES_TABLE: data.messages.tableName,
        KPIS_TABLE: data.kpis.tableName,
        CONTENT_BUCKET: data.content.bucketName,
        RUN_STATE_MACHINE_ARN: names.machineArn,
        EXECUTIONS_URL: stage.local ? '' : executionsUrl(stage, names),
        TOKEN_KEY_ID: data.tokenKey.keyId,
        USER_POOL_ID: data.people.pool.userPoolId,
        CONSOLE_URL: stage.consoleUrl,
        CONFIRMATION_POLICY: policyJson(stage),
        PROOF_RULES: JSON.stringify(stage.proofs),
        ...timerEnvironment(names),
      },
      timeout: Duration.seconds(29),
      memorySize: 1024,
      impact: 'People cannot work on campaigns and profiles.',
    });
    data.campaigns.grantReadWriteData(api);
    data.profiles.grantReadWriteData(api);
    maySeeUnknown(api, data);
    mayReadFrozen(api, data);
    data.content.grantReadWrite(api, 'imports/*');
    mayStartMachine(api, names);
    mayAnswerGate(api, names, data);
    maySetTimers(api, names);
    mayAskWhoActs(api, data);
    mayFindPeople(api, data);
    mayMailOnePerson(api);
    return api;
  }

  private makeLocateRun({ stage, data }: RoomProps) {
    const locateRun = new StandardFunction(this, 'LocateRun', {
      stage,
      entry: 'prepare/locate-run',
      schema: LocateRunEnvironment,
      environment: { CAMPAIGNS_TABLE: data.campaigns.tableName },
      timeout: Duration.seconds(30),
      impact: 'Runs do not move from one stage to the next.',
    });
    // A run whose start was missed goes back to its gate.
    data.campaigns.grantReadWriteData(locateRun);
    return locateRun;
  }

  private makePrepareRun({ stage, data }: RoomProps) {
    const prepareRun = new StandardFunction(this, 'PrepareRun', {
      stage,
      entry: 'prepare/prepare-run',
      schema: PrepareRunEnvironment,
      environment: {
        CAMPAIGNS_TABLE: data.campaigns.tableName,
        PROFILES_TABLE: data.profiles.tableName,
        MESSAGES_TABLE: data.messages.tableName,
        KPIS_TABLE: data.kpis.tableName,
        CONTENT_BUCKET: data.content.bucketName,
        CONFIRMATION_POLICY: policyJson(stage),
        CHECK_LIMITS: JSON.stringify(stage.checkLimits),
        AUDIENCE_DAYS: String(stage.audienceDays),
        // The local SES answers for the DNS: nobody's real domain is asked from a laptop.
        TEXT_RECORDS_URL: stage.local ? `${stage.local.sesEndpoint}/texts` : '',
        USER_POOL_ID: data.people.pool.userPoolId,
      },
      timeout: Duration.minutes(15),
      memorySize: 1769,
      impact: 'Campaigns cannot be prepared.',
    });
    data.campaigns.grantReadWriteData(prepareRun);
    // An import whose Lambda died is ended by whoever meets it.
    data.profiles.grantReadWriteData(prepareRun);
    data.content.grantRead(prepareRun, 'imports/*');
    maySeeUnknown(prepareRun, data);
    mayFreeze(prepareRun, data);
    maySeeSesAccount(prepareRun);
    maySeeIdentities(prepareRun);
    maySeeSenderProofs(prepareRun);
    // Is there anybody who may confirm it?
    maySeeApprovers(prepareRun, data);
    return prepareRun;
  }

  private makeLaunchRun({ stage, data, names, lostCalls }: RoomProps) {
    const launchRun = new StandardFunction(this, 'LaunchRun', {
      stage,
      entry: 'prepare/launch-run',
      schema: LaunchRunEnvironment,
      environment: {
        CAMPAIGNS_TABLE: data.campaigns.tableName,
        RUN_STATE_MACHINE_ARN: names.machineArn,
        ...timerEnvironment(names),
      },
      timeout: Duration.seconds(60),
      functionName: names.launchRunName,
      lostCalls,
      impact: 'Recurring campaigns do not start.',
    });
    data.campaigns.grantReadWriteData(launchRun);
    mayStartMachine(launchRun, names);
    maySetTimers(launchRun, names);
    return launchRun;
  }

  /** At another minute than the figures, so that the two do not meet. */
  private rearmHourly({ lostCalls }: RoomProps): void {
    new Rule(this, 'HourlyRearm', {
      schedule: Schedule.cron({ minute: '30' }),
      description: 'Gives lost runs a new execution and recurring campaigns a missing timer',
      targets: [
        new LambdaFunction(this.rearmRuns, {
          // A rule hands over an event of its own; the Lambda takes an empty object.
          event: RuleTargetInput.fromObject({}),
          retryAttempts: 2,
          maxEventAge: Duration.minutes(30),
          deadLetterQueue: lostCalls,
        }),
      ],
    });
  }

  private makeRearmRuns({ stage, data, names, lostCalls }: RoomProps) {
    const rearmRuns = new StandardFunction(this, 'RearmRuns', {
      stage,
      entry: 'prepare/rearm-runs',
      schema: RearmRunsEnvironment,
      environment: {
        CAMPAIGNS_TABLE: data.campaigns.tableName,
        PROFILES_TABLE: data.profiles.tableName,
        CONTENT_BUCKET: data.content.bucketName,
        RUN_STATE_MACHINE_ARN: names.machineArn,
        ...timerEnvironment(names),
      },
      timeout: Duration.minutes(5),
      lostCalls,
      impact: 'Runs and imports that lost their execution stay where they are.',
    });
    data.campaigns.grantReadWriteData(rearmRuns);
    data.profiles.grantReadWriteData(rearmRuns);
    data.content.grantRead(rearmRuns, 'imports/*');
    mayStartMachine(rearmRuns, names);
    maySeeExecutions(rearmRuns, names);
    maySetTimers(rearmRuns, names);
    alarmOnLine(this, 'NotPutBack', {
      stage,
      log: rearmRuns.logGroup,
      pattern: FilterPattern.stringValue('$.message', '=', 'could not be put back'),
      threshold: 1,
      minutes: 60,
      says: 'A run, a recurring campaign or an import could not be put back where it stood. See docs/runbook.md, "Something could not be put back".',
    });
    return rearmRuns;
  }
}
