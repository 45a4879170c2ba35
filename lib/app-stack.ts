import { CfnElement, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { confirmRoutes } from '../domain/confirm/routes.ts';
import { kpiRoutes } from '../domain/kpi/routes.ts';
import { prepareRoutes } from '../domain/prepare/routes.ts';
import { sendRoutes } from '../domain/send/routes.ts';
import { trackRoutes } from '../domain/track/routes.ts';
import { AlarmMail } from './alarm-mail.ts';
import { ConfirmRoom } from './confirm/confirm-room.ts';
import type { DataStack } from './data-stack.ts';
import { namesOf } from './names.ts';
import { Api } from './http-api.ts';
import { KpiRoom } from './kpi/kpi-room.ts';
import { acceptAppFindings } from './nag-findings.ts';
import { PrepareRoom } from './prepare/prepare-room.ts';
import { RunMachine } from './run-machine.ts';
import { SendRoom } from './send/send-room.ts';
import { SendingAlarms } from './send/sending-alarms.ts';
import type { StageSettings } from './stage.ts';
import { LostCalls } from './lost-calls.ts';
import { Timers } from './timers.ts';
import { TrackRoom } from './track/track-room.ts';

/** The functions that the machine invokes. */
const stepsOf = (prepare: PrepareRoom, confirm: ConfirmRoom, send: SendRoom): CfnElement[] =>
  [
    prepare.locateRun,
    prepare.prepareRun,
    confirm.openGate,
    confirm.expireRun,
    send.verifyManifest,
    send.sendChunk,
    send.settleRun,
    send.awaitResume,
  ]
    .map(({ node }) => node.defaultChild)
    .filter((child) => child instanceof CfnElement);

/** The five rooms, the machine that leads through them, and the API in front. */
export class AppStack extends Stack {
  readonly api: Api;

  constructor(scope: Construct, id: string, props: StackProps & { stage: StageSettings; data: DataStack }) {
    super(scope, id, props);
    const { stage, data } = props;
    const names = namesOf(this, stage);
    const room = { stage, data, names, lostCalls: new LostCalls(this, 'LostCalls').queue };

    const prepare = new PrepareRoom(this, 'Prepare', room);
    const confirm = new ConfirmRoom(this, 'Confirm', room);
    const track = new TrackRoom(this, 'Track', room);
    const configurationSetName = track.sesEvents.configurationSet.configurationSetName;
    const arn = this.formatArn({ service: 'ses', resource: 'configuration-set', resourceName: configurationSetName });
    const send = new SendRoom(this, 'Send', { ...room, configurationSet: { name: configurationSetName, arn } });
    const kpi = new KpiRoom(this, 'Kpi', room);
    new SendingAlarms(this, 'Sending', {
      stage,
      sendLog: send.sendChunk.logGroup,
      publishLog: kpi.publishKpis.logGroup,
    });

    const machine = new RunMachine(this, 'Run', {
      stage,
      name: names.machineName,
      content: data.content,
      prepare,
      confirm,
      send,
    });
    new Timers(this, 'Timers', { stage, names });
    this.api = new Api(this, 'Api', {
      people: data.people,
      rooms: [
        { name: 'prepare', routes: prepareRoutes, handler: prepare.api },
        { name: 'confirm', routes: confirmRoutes, handler: confirm.api },
        { name: 'send', routes: sendRoutes, handler: send.api },
        { name: 'track', routes: trackRoutes, handler: track.api },
        { name: 'kpi', routes: kpiRoutes, handler: kpi.api },
      ],
    });
    acceptAppFindings(this, stage, { data: data.stackName, steps: stepsOf(prepare, confirm, send) });

    if (stage.alarmEmail !== undefined) new AlarmMail(this, 'AlarmMail', { email: stage.alarmEmail });

    const outputs = {
      ApiId: this.api.api.apiId,
      ConfigurationSetName: configurationSetName,
      SesEventsTopicArn: track.sesEvents.topic.topicArn,
      SesEventsQueueUrl: track.sesEvents.queue.queueUrl,
      SesEventsDeadLetterQueueUrl: track.sesEvents.deadLetters.queueUrl,
      RunStateMachineArn: machine.machine.stateMachineArn,
      SendFunctionName: send.sendChunk.functionName,
      PublishKpisFunctionName: kpi.publishKpis.functionName,
      RecordEventsFunctionName: track.recordEvents.functionName,
      RearmFunctionName: prepare.rearmRuns.functionName,
      CloseOverdueFunctionName: confirm.closeOverdue.functionName,
      HourlyKpisRuleName: kpi.hourly.ruleName,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
