import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { Environment as ApiEnvironment } from '../../lambdas/confirm/api.env.ts';
import { Environment as CloseOverdueEnvironment } from '../../lambdas/confirm/close-overdue.env.ts';
import { Environment as ExpireRunEnvironment } from '../../lambdas/confirm/expire-run.env.ts';
import { Environment as OpenGateEnvironment } from '../../lambdas/confirm/open-gate.env.ts';
import { Environment as WatchGatesEnvironment } from '../../lambdas/confirm/watch-gates.env.ts';
import {
  mayAnswerGate,
  mayAskWhoActs,
  mayMailOnePerson,
  mayReadFrozen,
  maySeeApprovers,
  maySetTimers,
  timerEnvironment,
} from '../grants.ts';
import type { RoomProps } from '../room.ts';
import { StandardFunction } from '../standards/standard-function.ts';

/** The gate: who is asked, who decides, and what happens when nobody does. */
export class ConfirmRoom extends Construct {
  readonly api: StandardFunction<typeof ApiEnvironment>;
  readonly openGate: StandardFunction<typeof OpenGateEnvironment>;
  readonly expireRun: StandardFunction<typeof ExpireRunEnvironment>;
  readonly closeOverdue: StandardFunction<typeof CloseOverdueEnvironment>;
  readonly watchGates: StandardFunction<typeof WatchGatesEnvironment>;

  constructor(scope: Construct, id: string, props: RoomProps) {
    super(scope, id);
    this.api = this.makeApi(props);
    this.openGate = this.makeOpenGate(props);
    this.expireRun = this.makeExpireRun(props);
    this.closeOverdue = this.makeCloseOverdue(props);
    this.watchGates = this.makeWatchGates(props);
    new Rule(this, 'EveryMinute', {
      description: 'Repairs lost answers, closes what is overdue, reminds',
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(this.watchGates)],
    });
  }

  private makeApi({ stage, data, names }: RoomProps) {
    const api = new StandardFunction(this, 'Api', {
      stage,
      entry: 'confirm/api',
      schema: ApiEnvironment,
      environment: {
        CAMPAIGNS_TABLE: data.campaigns.tableName,
        TOKEN_KEY_ID: data.tokenKey.keyId,
        USER_POOL_ID: data.people.pool.userPoolId,
        CONSOLE_URL: stage.consoleUrl,
        APPROVAL_SENDER: stage.approvalSender,
        MESSAGES_TABLE: data.messages.tableName,
        KPIS_TABLE: data.kpis.tableName,
        CONTENT_BUCKET: data.content.bucketName,
        ...timerEnvironment(names),
      },
      timeout: Duration.seconds(29),
      memorySize: 1024,
      impact: 'Nobody can confirm or reject a delivery.',
    });
    data.campaigns.grantReadWriteData(api);
    // How many messages are claimed, for a withdrawal that comes too late.
    data.kpis.grantReadData(api);
    // Two manifests, for the difference between them.
    mayReadFrozen(api, data);
    mayMailOnePerson(api);
    mayAnswerGate(api, names, data);
    maySetTimers(api, names);
    mayAskWhoActs(api, data);
    maySeeApprovers(api, data);
    return api;
  }

  private makeOpenGate({ stage, data, names }: RoomProps) {
    const openGate = new StandardFunction(this, 'OpenGate', {
      stage,
      entry: 'confirm/open-gate',
      schema: OpenGateEnvironment,
      environment: {
        CAMPAIGNS_TABLE: data.campaigns.tableName,
        TOKEN_KEY_ID: data.tokenKey.keyId,
        USER_POOL_ID: data.people.pool.userPoolId,
        CONSOLE_URL: stage.consoleUrl,
        APPROVAL_SENDER: stage.approvalSender,
        ...timerEnvironment(names),
      },
      timeout: Duration.seconds(60),
      impact: 'Approvers are not asked to confirm.',
    });
    data.campaigns.grantReadWriteData(openGate);
    mayAnswerGate(openGate, names, data);
    maySetTimers(openGate, names);
    maySeeApprovers(openGate, data);
    mayMailOnePerson(openGate);
    return openGate;
  }

  private makeExpireRun({ stage, data }: RoomProps) {
    const expireRun = new StandardFunction(this, 'ExpireRun', {
      stage,
      entry: 'confirm/expire-run',
      schema: ExpireRunEnvironment,
      environment: { CAMPAIGNS_TABLE: data.campaigns.tableName },
      timeout: Duration.seconds(30),
      impact: 'A confirmation that nobody gave stays open.',
    });
    data.campaigns.grantReadWriteData(expireRun);
    return expireRun;
  }

  private makeCloseOverdue({ stage, data, names, lostCalls }: RoomProps) {
    const closeOverdue = new StandardFunction(this, 'CloseOverdue', {
      stage,
      entry: 'confirm/close-overdue',
      schema: CloseOverdueEnvironment,
      environment: { CAMPAIGNS_TABLE: data.campaigns.tableName, TOKEN_KEY_ID: data.tokenKey.keyId },
      timeout: Duration.seconds(30),
      functionName: names.closeOverdueName,
      lostCalls,
      impact: 'A confirmation stays open after its deadline; it can no longer be given.',
    });
    data.campaigns.grantReadWriteData(closeOverdue);
    mayAnswerGate(closeOverdue, names, data);
    return closeOverdue;
  }

  private makeWatchGates({ stage, data, names, lostCalls }: RoomProps) {
    const watchGates = new StandardFunction(this, 'WatchGates', {
      stage,
      entry: 'confirm/watch-gates',
      schema: WatchGatesEnvironment,
      environment: {
        CAMPAIGNS_TABLE: data.campaigns.tableName,
        TOKEN_KEY_ID: data.tokenKey.keyId,
        USER_POOL_ID: data.people.pool.userPoolId,
        CONSOLE_URL: stage.consoleUrl,
        APPROVAL_SENDER: stage.approvalSender,
      },
      timeout: Duration.seconds(55),
      lostCalls,
      impact: 'A decision whose call to the machine was lost is not repaired, and nobody is reminded.',
    });
    data.campaigns.grantReadWriteData(watchGates);
    mayAnswerGate(watchGates, names, data);
    maySeeApprovers(watchGates, data);
    mayMailOnePerson(watchGates);
    return watchGates;
  }
}
