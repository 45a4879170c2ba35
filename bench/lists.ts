import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { RunQuery } from '../domain/prepare/api.ts';
import { prepareRoutes } from '../domain/prepare/routes.ts';
import { CampaignQuery } from '../domain/write/api.ts';
import { writeRoutes } from '../domain/write/routes.ts';
import { campaignListIn } from '../lambdas/adapters/dynamodb/campaign-list.ts';
import { runListsIn } from '../lambdas/adapters/dynamodb/run-lists.ts';
import { documentClient } from '../lambdas/adapters/sdk/clients.ts';
import { answerOf } from '../lambdas/entry/http-answer.ts';
import { getHome, listRuns } from '../lambdas/prepare/list-runs.ts';
import { listCampaigns } from '../lambdas/write/list-campaigns.ts';
import { Failure } from '../local/failure.ts';
import { now, person } from './lists/scene.ts';

const TIMES = 9;
const Counted = z.object({ units: z.number(), requests: z.number() });

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

const clock = (): number => now;

const bodyOf = (route: Parameters<typeof answerOf>[0], body: unknown): string =>
  answerOf(route, body, { headers: {} }).body ?? '';

/** What each list asks of DynamoDB, and how long its handler takes from the request to the bytes of the answer. */
const asks = (url: string): [string, () => Promise<string>][] => {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'a',
    AWS_SECRET_ACCESS_KEY: 'b',
  });
  const documents = documentClient();
  const campaigns = {
    campaignList: campaignListIn(documents, 'campaigns'),
    clock,
  };
  const runs = { runLists: runListsIn(documents, 'campaigns'), clock };
  const asked = {
    params: {},
    body: undefined,
    actor: { ...person, sub: 'approver', groups: ['start-deliveries'] },
    origin: { ip: '', userAgent: '' },
  };
  // Each as in a container of its own, which keeps its handler: what the first request of one works out, it knows afterwards.
  const campaignsBy = (query: object): (() => Promise<string>) => {
    const handler = listCampaigns(campaigns);
    return async () =>
      bodyOf(writeRoutes.listCampaigns, await handler({ ...asked, query: CampaignQuery.parse(query) }));
  };
  const home = getHome(runs);
  const runsBy = (query: object) => async (): Promise<string> =>
    bodyOf(prepareRoutes.listRuns, await listRuns(runs)({ ...asked, query: RunQuery.parse(query) }));
  return [
    ['front page', async () => bodyOf(prepareRoutes.getHome, await home({ ...asked, query: {} }))],
    ['campaigns', campaignsBy({})],
    ['campaigns, searched by name', campaignsBy({ search: 'letter 4711', sort: 'name' })],
    ['campaigns that are armed', campaignsBy({ state: 'armed', sort: 'changed' })],
    ['runs under way and of a month', runsBy({})],
    ['runs of a month, searched', runsBy({ month: '2026-03', search: 'letter 47', sort: 'name' })],
  ];
};

const unitsSince = async (url: string): Promise<z.output<typeof Counted>> =>
  Counted.parse(await (await fetch(url, { method: 'POST', body: '{}' })).json());

const measure = async (url: string, what: string, ask: () => Promise<string>): Promise<void> => {
  const began = process.cpuUsage();
  await ask();
  const first = process.cpuUsage(began);
  await ask();
  await unitsSince(url);
  const times: number[] = [];
  const cpu: number[] = [];
  let bytes = 0;
  for (let time = 0; time < TIMES; time += 1) {
    const [since, before] = [performance.now(), process.cpuUsage()];
    bytes = Buffer.byteLength(await ask());
    times.push(performance.now() - since);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
  }
  const { units, requests } = await unitsSince(url);
  const figures = [
    ((first.user + first.system) / 1000).toFixed(0),
    median(times).toFixed(0),
    median(cpu).toFixed(0),
    (bytes / 1000).toFixed(1),
    (units / TIMES).toFixed(0),
    (requests / TIMES).toFixed(0),
  ];
  process.stdout.write(`  ${what.padEnd(32)}${figures.map((figure) => figure.padStart(14)).join('')}\n`);
};

/** Lists over a stage of this size, in memory behind DynamoDB's protocol: its pages of 1 MB and its units are as it has them. */
export const benchLists = async (campaigns: number, runs: number): Promise<void> => {
  if (![campaigns, runs].every((count) => Number.isInteger(count) && count >= 100))
    throw new Failure('Say how many campaigns and runs: npm run bench -- lists 10000 100000');
  const sink = fork(fileURLToPath(new URL('lists/sink.ts', import.meta.url)), [String(campaigns), String(runs)]);
  const [port] = z
    .tuple([z.int()])
    .rest(z.unknown())
    .parse(await once(sink, 'message'));
  const url = `http://127.0.0.1:${port}`;
  process.stdout.write(`Lists over ${campaigns} campaigns and ${runs} runs\n`);
  const heads = ['first CPU ms', 'ms (median)', 'CPU ms', 'KB', 'read units', 'requests']
    .map((head) => head.padStart(14))
    .join('');
  process.stdout.write(`  ${''.padEnd(32)}${heads}\n`);
  for (const [what, ask] of asks(url)) await measure(url, what, ask);
  sink.kill();
};
