import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { prices } from '../domain/send/prices.ts';
import { kpisIn } from '../lambdas/adapters/dynamodb/kpis.ts';
import { foretell } from '../local/demo/foretell.ts';
import { demoSeed } from '../local/demo/seed.ts';
import { Story } from '../local/demo/story.ts';
import { waitFor } from '../local/demo/wait.ts';
import { Failure } from '../local/failure.ts';
import { invoke, startInstance, type Instance } from '../local/instance.ts';
import { clientSettings, portOffset, settingsFor, type Settings } from '../local/settings.ts';
import { printedStep } from '../local/steps.ts';
import { printCosts, type Line } from './cost-table.ts';
import { CountingProxy, type Counted } from './counting-proxy.ts';
import { lambdaUse, type LambdaUse } from './lambda-reports.ts';
import { importDemo } from './import-demo.ts';
import { historiesOf } from './story.ts';

/** Messages per second of the local SES, so that the senders are paid for waiting as they are on AWS. */
const RATE = 200;
/** Parts of a run's figures are read anew when its counters moved by half a per cent: mostly in its first two days. */
const PUBLICATIONS = 30;
/** A child of the Map passes "Send a chunk", "Anything left?" and "Chunk done"; the emulator's history of it names none. */
const STATES_PER_CHUNK = 3;
/** A run has its own transitions once, however many it goes to. */
const MILLION = 1_000_000;
/** SQS hands out ten messages at most: each ten are received and deleted. */
const PER_REQUEST = 10;

type Observed = {
  messages: number;
  events: number;
  prepared: Counted;
  sent: Counted;
  published: Counted;
  /** Of the run's own execution. */
  transitions: number;
  used: Map<string, LambdaUse>;
};

const units = ({ unitsOf }: Counted, operations: readonly string[]): number =>
  operations.reduce((sum, operation) => sum + (unitsOf.get(operation) ?? 0), 0);

const requests = ({ requests: asked }: Counted, name: string): number => asked.get(name) ?? 0;

/** The consumer's own operations: nothing else commits transactions or reads in batches while a run is sent. */
const byEvents = { writes: ['TransactWriteItems'], reads: ['BatchGetItem'] } as const;

const lambdaLines = (part: string, names: readonly string[], { used, messages }: Observed): Line[] => {
  const uses = names.map((name) => used.get(name) ?? { calls: 0, gigabyteSeconds: 0 });
  const calls = uses.reduce((sum, use) => sum + use.calls, 0) / messages;
  const gigabyteSeconds = uses.reduce((sum, use) => sum + use.gigabyteSeconds, 0) / messages;
  return [
    { part, what: 'Lambda, GB-seconds', perMessage: gigabyteSeconds, price: prices.lambdaGigabyteSecond },
    { part, what: 'Lambda, calls', perMessage: calls, price: prices.lambdaCall },
  ];
};

const storeLines = (part: string, counted: Counted, share: { messages: number; times?: number }): Line[] => {
  const per = (count: number): number => (count / share.messages) * (share.times ?? 1);
  return [
    { part, what: 'DynamoDB, write units', perMessage: per(counted.writeUnits), price: prices.dynamoDbWriteUnit },
    { part, what: 'DynamoDB, read units', perMessage: per(counted.readUnits), price: prices.dynamoDbReadUnit },
    { part, what: 'S3, objects written', perMessage: per(requests(counted, 'PUT s3')), price: prices.s3Put },
    { part, what: 'S3, objects read', perMessage: per(requests(counted, 'GET s3')), price: prices.s3Get },
  ];
};

const trackLines = (observed: Observed): Line[] => {
  const { messages, events, sent } = observed;
  const part = 'Track';
  const per = (count: number): number => count / messages;
  return [
    {
      part,
      what: 'DynamoDB, write units',
      perMessage: per(units(sent, byEvents.writes)),
      price: prices.dynamoDbWriteUnit,
    },
    {
      part,
      what: 'DynamoDB, read units',
      perMessage: per(units(sent, byEvents.reads)),
      price: prices.dynamoDbReadUnit,
    },
    { part, what: 'SNS, events published', perMessage: per(events), price: prices.snsPublish },
    { part, what: 'SQS, requests', perMessage: per((2 * events) / PER_REQUEST), price: prices.sqsRequest },
    ...lambdaLines(part, ['TrackRecordEvents'], observed),
  ];
};

/** What is left of sending when the consumer's operations are taken out. */
const withoutEvents = (sent: Counted): Counted => ({
  ...sent,
  writeUnits: sent.writeUnits - units(sent, byEvents.writes),
  readUnits: sent.readUnits - units(sent, byEvents.reads),
});

const linesOf = (observed: Observed): Line[] => {
  const { messages, transitions, used } = observed;
  const ofChunks = STATES_PER_CHUNK * (used.get('SendSendChunk')?.calls ?? 0);
  return [
    ...storeLines('Prepare', observed.prepared, { messages }),
    ...lambdaLines('Prepare', ['PreparePrepareRun'], observed),
    ...storeLines('Send', withoutEvents(observed.sent), { messages }),
    ...lambdaLines('Send', ['SendVerifyManifest', 'SendSendChunk', 'SendSettleRun'], observed),
    {
      part: 'Send',
      what: 'Step Functions, transitions',
      perMessage: ofChunks / messages + transitions / MILLION,
      price: prices.stepFunctionsTransition,
    },
    ...trackLines(observed),
    ...storeLines('KPI', observed.published, { messages, times: PUBLICATIONS }),
    ...lambdaLines('KPI', ['KpiPublishKpis'], observed).map((line) => ({
      ...line,
      perMessage: line.perMessage * PUBLICATIONS,
    })),
  ];
};

/** Without asking the API, whose answers to a waiting bench nobody pays for on AWS. */
const untilSent = async (client: SFNClient, stateMachineArn: string): Promise<void> => {
  await waitFor(
    'The end of sending',
    async () => {
      const running = new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING' });
      return ((await client.send(running)).executions ?? []).length === 0 ? true : undefined;
    },
    900_000,
  );
};

const untilRecorded = async (
  settings: Settings,
  table: string,
  runId: string,
  expected: ReturnType<typeof foretell>,
) => {
  const kpis = kpisIn(DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings(settings))), table);
  await waitFor(
    'The arrival of all events',
    async () => {
      const { delivered, opened } = await kpis.counters(runId);
      return delivered === expected.delivered && opened === expected.opened ? true : undefined;
    },
    300_000,
  );
};

const take = (proxy: CountingProxy): Counted => {
  const { counted } = proxy;
  proxy.forget();
  return counted;
};

const observe = async (settings: Settings, instance: Instance, proxy: CountingProxy, profiles: number) => {
  const { outputs } = instance;
  const story = await Story.begin(settings, outputs);
  await story.inbox.behave('demo', demoSeed);
  const list = `cost-${Date.now()}`;
  await importDemo(story, list, profiles);
  const begun = Date.now();
  take(proxy);
  const run = await story.prepare(list);
  const prepared = take(proxy);
  await story.confirmByMail(new Date(begun).toISOString());
  const client = new SFNClient(clientSettings(settings));
  await untilSent(client, outputs.RunStateMachineArn);
  const mails = await story.inbox.find({ tag: `run:${run.id}` });
  const addresses = mails.map(({ to }) => to);
  await untilRecorded(settings, outputs.KpisTable, run.id, foretell(demoSeed, addresses));
  const sent = take(proxy);
  await invoke(settings, outputs.PublishKpisFunctionName, {});
  const published = take(proxy);
  const { transitions } = await historiesOf(client, outputs.RunStateMachineArn, run.id);
  const { publishedEvents: events } = await story.inbox.health();
  const used = await lambdaUse(settings, begun);
  const messages = run.counts.toDeliver;
  return { messages, events, prepared, sent, published, transitions, used };
};

/** What a million messages cost, from the counted calls of one campaign on a local AWS of its own. */
export const benchCost = async (profiles: number): Promise<void> => {
  if (!Number.isInteger(profiles) || profiles < 1000)
    throw new Failure('Say how many profiles, at least 1000: npm run bench -- cost 10000');
  const plain = settingsFor('.local/bench', portOffset() + 600);
  const settings = { ...plain, lambdaAwsUrl: `http://127.0.0.1:${plain.ports.emulator + 1}` };
  const proxy = new CountingProxy(settings.emulatorUrl);
  await proxy.listen(plain.ports.emulator + 1);
  const instance = await startInstance(settings, printedStep, { perSecond: RATE, per24Hours: 2 * profiles });
  try {
    const observed = await observe(settings, instance, proxy, profiles);
    const { messages, events } = observed;
    process.stdout.write(`\n${messages} messages at ${RATE} a second, ${(events / messages).toFixed(2)} events each\n`);
    printCosts(linesOf(observed), prices.sesMessage);
  } finally {
    await instance.stop();
    proxy.close();
  }
};
