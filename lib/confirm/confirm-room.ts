import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { uses as apiUses } from '../../lambdas/confirm/api.uses.ts';
import { uses as closeOverdueUses } from '../../lambdas/confirm/close-overdue.uses.ts';
import { uses as expireRunUses } from '../../lambdas/confirm/expire-run.uses.ts';
import { uses as openGateUses } from '../../lambdas/confirm/open-gate.uses.ts';
import { uses as watchGatesUses } from '../../lambdas/confirm/watch-gates.uses.ts';
import type { RoomProps } from '../room.ts';
import { StandardFunction } from '../standards/standard-function.ts';

/** The gate: who is asked, who decides, and what happens when nobody does. */
export class ConfirmRoom extends Construct {
  readonly api: Function;
  readonly openGate: Function;
  readonly expireRun: Function;
  readonly closeOverdue: Function;
  readonly watchGates: Function;

  constructor(scope: Construct, id: string, room: RoomProps) {
    super(scope, id);
    const { stage, names } = room;
    const settings = { CONSOLE_URL: stage.consoleUrl, APPROVAL_SENDER: stage.approvalSender };
    this.api = new StandardFunction(this, 'Api', {
      room,
      entry: 'confirm/api',
      uses: apiUses,
      settings,
      timeout: Duration.seconds(29),
      memorySize: 1024,
      reserved: stage.reservedConcurrency?.confirm,
      impact: 'Nobody can confirm or reject a delivery.',
    });
    this.openGate = new StandardFunction(this, 'OpenGate', {
      room,
      entry: 'confirm/open-gate',
      uses: openGateUses,
      settings,
      timeout: Duration.seconds(60),
      impact: 'Approvers are not asked to confirm.',
    });
    this.expireRun = new StandardFunction(this, 'ExpireRun', {
      room,
      entry: 'confirm/expire-run',
      uses: expireRunUses,
      timeout: Duration.seconds(30),
      impact: 'A confirmation that nobody gave stays open.',
    });
    this.closeOverdue = new StandardFunction(this, 'CloseOverdue', {
      room,
      entry: 'confirm/close-overdue',
      uses: closeOverdueUses,
      timeout: Duration.seconds(30),
      functionName: names.closeOverdueName,
      unattended: true,
      impact: 'A confirmation stays open after its deadline; it can no longer be given.',
    });
    this.watchGates = this.makeWatchGates(room, settings);
  }

  private makeWatchGates(room: RoomProps, settings: { CONSOLE_URL: string; APPROVAL_SENDER: string }): Function {
    const watchGates = new StandardFunction(this, 'WatchGates', {
      room,
      entry: 'confirm/watch-gates',
      uses: watchGatesUses,
      settings,
      timeout: Duration.seconds(55),
      unattended: true,
      impact:
        'A decision whose call to the machine was lost is not repaired, nobody is reminded, and nobody is told by mail.',
    });
    new Rule(this, 'EveryMinute', {
      description: 'Repairs lost answers, closes what is overdue, reminds, tells people',
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(watchGates)],
    });
    return watchGates;
  }
}
