import { CfnElement, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { audienceRoutes } from '../domain/audience/routes.ts';
import { segmentRoutes } from '../domain/audience/segment-routes.ts';
import { signUpRoutes } from '../domain/audience/sign-up-routes.ts';
import { unsubscribeRoutes } from '../domain/audience/unsubscribe-routes.ts';
import { viewRoutes } from '../domain/audience/view-routes.ts';
import { confirmRoutes } from '../domain/confirm/routes.ts';
import { kpiRoutes } from '../domain/kpi/routes.ts';
import { managePeopleRoutes } from '../domain/people/manage-routes.ts';
import { peopleRoutes } from '../domain/people/routes.ts';
import { machineRoutes } from '../domain/people/machine-routes.ts';
import { webhookRoutes } from '../domain/people/webhook-routes.ts';
import { prepareRoutes } from '../domain/prepare/routes.ts';
import { scheduleRoutes } from '../domain/schedule/routes.ts';
import { sendRoutes } from '../domain/send/routes.ts';
import { trackRoutes } from '../domain/track/routes.ts';
import { feedRoutes, ownFeedRoutes } from '../domain/schedule/feed-routes.ts';
import { calendarRoutes } from '../domain/schedule/calendar-routes.ts';
import { holidayRoutes } from '../domain/schedule/holiday-routes.ts';
import { previewRoutes } from '../domain/write/preview-routes.ts';
import { writeRoutes } from '../domain/write/routes.ts';
import { AudienceRoom } from './audience/audience-room.ts';
import { AlarmMail } from './alarm-mail.ts';
import { ConfirmRoom } from './confirm/confirm-room.ts';
import type { DataStack } from './data-stack.ts';
import { namesOf } from './names.ts';
import { Api, type RoomApi, type Throttle } from './http-api.ts';
import { KpiRoom } from './kpi/kpi-room.ts';
import { acceptAppFindings } from './nag-findings.ts';
import { PeopleRoom } from './people/people-room.ts';
import { StageEvents } from './people/stage-events.ts';
import { PrepareRoom } from './prepare/prepare-room.ts';
import { RunMachine } from './run-machine.ts';
import { ScheduleRoom } from './schedule/schedule-room.ts';
import { SendRoom } from './send/send-room.ts';
import { SendingAlarms } from './send/sending-alarms.ts';
import type { StageSettings } from './stage.ts';
import { LostCalls } from './lost-calls.ts';
import { Timers } from './timers.ts';
import { TrackRoom } from './track/track-room.ts';
import { WriteRoom } from './write/write-room.ts';

type Stepping = { audience: AudienceRoom; prepare: PrepareRoom; confirm: ConfirmRoom; send: SendRoom };

/** The functions that the machines invoke. */
const stepsOf = ({ audience, prepare, confirm, send }: Stepping): CfnElement[] =>
  [
    ...audience.steps,
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

const roomNames = ['write', 'audience', 'schedule', 'people', 'prepare', 'confirm', 'send', 'track', 'kpi'] as const;
type RoomName = (typeof roomNames)[number];

const routes: Record<RoomName, RoomApi['routes']> = {
  write: writeRoutes,
  audience: audienceRoutes,
  schedule: { ...scheduleRoutes, ...ownFeedRoutes },
  people: peopleRoutes,
  prepare: prepareRoutes,
  confirm: confirmRoutes,
  send: sendRoutes,
  track: trackRoutes,
  kpi: kpiRoutes,
};

/**
 * Scanners follow each link of a fast mailing: looking at the page takes nothing from unsubscribing by one click
 * (RFC 8058), and neither takes anything from people who are signed in.
 */
const ofMails: Throttle = { perSecond: 500, atOnce: 1000 };
/** Whoever floods the form takes nothing from the links of mails, nor from anybody else. */
const ofSigningUp: Throttle = { perSecond: 20, atOnce: 40 };
/**
 * A calendar asks some times an hour. The bucket is that of everybody, so it has to hold whoever guesses at addresses as
 * well: a guess costs one read of a key, and a calendar is written once a minute however many ask for it.
 */
const ofCalendars: Throttle = { perSecond: 500, atOnce: 1000 };
/** Nor does whoever imports, prepares or looks at figures take anything from whoever confirms. */
const ofConfirming: Throttle = { perSecond: 50, atOnce: 100 };

/** The operations of each room, with the function that answers them. */
const apisOf = (rooms: Record<RoomName, { api: IFunction }>): RoomApi[] =>
  roomNames.map((name) => ({
    name,
    routes: routes[name],
    handler: rooms[name].api,
    ...(name === 'confirm' && { throttle: ofConfirming }),
  }));

const signUpApi = ({ signUp }: AudienceRoom): RoomApi[] =>
  signUp ? [{ name: 'sign-up', routes: signUpRoutes, handler: signUp, throttle: ofSigningUp }] : [];
type Further = { write: WriteRoom; audience: AudienceRoom; schedule: ScheduleRoom; people: PeopleRoom };

/** Operations that have a function of their own. */
const furtherApis = ({ write, audience, schedule, people }: Further): RoomApi[] => [
  { name: 'preview', routes: previewRoutes, handler: write.preview },
  { name: 'unsubscribe', routes: unsubscribeRoutes, handler: audience.unsubscribe, throttle: ofMails },
  { name: 'view', routes: viewRoutes, handler: audience.viewMail, throttle: ofMails },
  { name: 'segments', routes: segmentRoutes, handler: audience.segments },
  ...signUpApi(audience),
  { name: 'manage-people', routes: managePeopleRoutes, handler: people.manage },
  { name: 'webhooks', routes: webhookRoutes, handler: people.webhooks },
  { name: 'machines', routes: machineRoutes, handler: people.machines },
  { name: 'holidays', routes: holidayRoutes, handler: schedule.holidays },
  { name: 'calendar', routes: calendarRoutes, handler: schedule.calendar },
  { name: 'calendar-feed', routes: feedRoutes, handler: schedule.calendar, throttle: ofCalendars },
];

/** The rooms, the machine that leads through them, and the API in front. */
export class AppStack extends Stack {
  readonly api: Api;
  /** For whoever adds rules of their own. */
  readonly events: StageEvents;

  constructor(scope: Construct, id: string, props: StackProps & { stage: StageSettings; data: DataStack }) {
    super(scope, id, props);
    const { stage, data } = props;
    const names = namesOf(this, stage);
    const room = { stage, data, names, lostCalls: new LostCalls(this, 'LostCalls').queue };

    this.events = new StageEvents(this, 'Events', { stage, names });
    const write = new WriteRoom(this, 'Write', room);
    const audience = new AudienceRoom(this, 'Audience', room);
    const schedule = new ScheduleRoom(this, 'Schedule', room);
    const people = new PeopleRoom(this, 'People', { ...room, bus: this.events.bus });
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
      authorise: people.authorise,
      rooms: [
        ...apisOf({ write, audience, schedule, people, prepare, confirm, send, track, kpi }),
        ...furtherApis({ write, audience, schedule, people }),
      ],
    });
    acceptAppFindings(this, stage, { data: data.stackName, steps: stepsOf({ audience, prepare, confirm, send }) });

    if (stage.alarmEmail !== undefined) new AlarmMail(this, 'AlarmMail', { email: stage.alarmEmail });

    const outputs = {
      ApiId: this.api.api.apiId,
      ConfigurationSetName: configurationSetName,
      OwnMailSetName: names.ownMailSet,
      SesEventsTopicArn: track.sesEvents.topic.topicArn,
      SesEventsQueueUrl: track.sesEvents.queue.queueUrl,
      SesEventsDeadLetterQueueUrl: track.sesEvents.deadLetters.queueUrl,
      RunStateMachineArn: machine.machine.stateMachineArn,
      ImportStateMachineArn: audience.imports.stateMachineArn,
      SendFunctionName: send.sendChunk.functionName,
      PublishKpisFunctionName: kpi.publishKpis.functionName,
      RecordEventsFunctionName: track.recordEvents.functionName,
      RearmFunctionName: schedule.rearmRuns.functionName,
      CloseOverdueFunctionName: confirm.closeOverdue.functionName,
      WatchGatesFunctionName: confirm.watchGates.functionName,
      HourlyKpisRuleName: kpi.hourly.ruleName,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
