import {
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListMapRunsCommand,
  SFNClient,
  type HistoryEvent,
} from '@aws-sdk/client-sfn';
import { foretell } from '../local/demo/foretell.ts';
import { demoSeed } from '../local/demo/seed.ts';
import { Story, type Prepared } from '../local/demo/story.ts';
import { startInstance } from '../local/instance.ts';
import { clientSettings, portOffset, settingsFor } from '../local/settings.ts';
import { printedStep } from '../local/steps.ts';
import { CountingProxy } from './counting-proxy.ts';
import { importDemo } from './import-demo.ts';

const historyOf = async (client: SFNClient, executionArn: string): Promise<HistoryEvent[]> => {
  const events: HistoryEvent[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000, nextToken }));
    events.push(...(page.events ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return events;
};

const entered = (events: readonly HistoryEvent[]): number =>
  events.filter(({ type = '' }) => type.endsWith('StateEntered')).length;

type Histories = { transitions: number; events: number; largest: number; addresses: number };

const nothingYet = (): Histories => ({ transitions: 0, events: 0, largest: 0, addresses: 0 });

/** Adds one history; an address in it would stay there for 90 days. */
const withHistory = (sum: Histories, events: readonly HistoryEvent[]): Histories => ({
  transitions: sum.transitions + entered(events),
  events: sum.events + events.length,
  largest: Math.max(sum.largest, ...events.map((event) => JSON.stringify(event).length)),
  addresses: sum.addresses + events.filter((event) => JSON.stringify(event).includes('@')).length,
});

const childrenOf = async (client: SFNClient, mapRunArn: string | undefined): Promise<string[]> => {
  const arns: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client.send(new ListExecutionsCommand({ mapRunArn, maxResults: 1000, nextToken }));
    arns.push(...(page.executions ?? []).map(({ executionArn = '' }) => executionArn));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return arns;
};

/** Everything that Step Functions keeps of a run: the histories of its execution and of every child of its Map. */
export const historiesOf = async (client: SFNClient, machine: string, runId: string): Promise<Histories> => {
  const { executions = [] } = await client.send(new ListExecutionsCommand({ stateMachineArn: machine }));
  let sum = nothingYet();
  for (const { executionArn = '', name = '' } of executions) {
    if (!name.includes(runId)) continue;
    sum = withHistory(sum, await historyOf(client, executionArn));
    const { mapRuns = [] } = await client.send(new ListMapRunsCommand({ executionArn }));
    for (const { mapRunArn } of mapRuns)
      for (const child of await childrenOf(client, mapRunArn)) sum = withHistory(sum, await historyOf(client, child));
  }
  return sum;
};

const row = (what: string, figure: number, unit: string): void => {
  process.stdout.write(`${what.padEnd(44)} ${figure.toFixed(figure < 10 ? 3 : 1).padStart(10)} ${unit}\n`);
};

/** Counts what `work` makes the Lambdas ask of AWS. */
const counted = async (
  proxy: CountingProxy,
  messages: number,
  title: string,
  work: () => Promise<unknown>,
): Promise<void> => {
  proxy.forget();
  const since = performance.now();
  await work();
  const { requests, writeUnits, readUnits, bytes } = proxy.counted;
  const total = [...requests.values()].reduce((sum, count) => sum + count, 0);
  process.stdout.write(`\n${title}\n`);
  row('  seconds', (performance.now() - since) / 1000, 's');
  row('  DynamoDB write units per message', writeUnits / messages, '');
  row('  DynamoDB read units per message', readUnits / messages, '');
  row('  requests to AWS per message (without SES)', total / messages, '');
  row('  bytes sent to AWS per message (without SES)', bytes / messages, 'B');
  const top = [...requests].toSorted(([, one], [, other]) => other - one).slice(0, 6);
  process.stdout.write(`  ${top.map(([name, count]) => `${name} ${count}`).join(', ')}\n`);
};

/** One campaign from its import to its figures, counted act by act. */
const measured = async (story: Story, proxy: CountingProxy, profiles: number): Promise<Prepared> => {
  await story.inbox.behave('demo', demoSeed);
  const since = new Date().toISOString();
  const list = `bench-${Date.now()}`;
  await importDemo(story, list, profiles);
  const run = await story.prepare(list);
  const messages = run.counts.toDeliver;
  await counted(proxy, messages, `Send ${messages} messages`, async () => {
    await story.confirmByMail(since);
    const begun = performance.now();
    await story.watchSending(run.id);
    row('  messages per second', messages / ((performance.now() - begun) / 1000), '/s');
  });
  const addresses = (await story.messages(run.id)).map(({ address }) => address);
  const expected = foretell(demoSeed, addresses);
  await counted(proxy, messages, 'The rest of tracking and the figures', async () =>
    story.measure(
      run.id,
      ({ delivered, opened }) => delivered.count === expected.delivered && opened.count === expected.opened,
    ),
  );
  return run;
};

/** One campaign through a local AWS of its own at a rate that is never the limit. */
export const benchStory = async (profiles: number): Promise<void> => {
  const plain = settingsFor('.local/bench', portOffset() + 600);
  const settings = { ...plain, lambdaAwsUrl: `http://127.0.0.1:${plain.ports.emulator + 1}` };
  const proxy = new CountingProxy(settings.emulatorUrl);
  await proxy.listen(plain.ports.emulator + 1);
  const instance = await startInstance(settings, printedStep, { perSecond: 5000, per24Hours: 2 * profiles });
  try {
    const run = await measured(await Story.begin(settings, instance.outputs), proxy, profiles);
    const machine = instance.outputs.RunStateMachineArn;
    const kept = await historiesOf(new SFNClient(clientSettings(settings)), machine, run.id);
    process.stdout.write('\nWorkflow\n');
    row('  Step Functions transitions', kept.transitions, '');
    row('  transitions per message', kept.transitions / run.counts.toDeliver, '');
    row('  history events', kept.events, '');
    row('  largest history event', kept.largest, 'B');
    row('  history events with an address', kept.addresses, '');
  } finally {
    await instance.stop();
    proxy.close();
  }
};
