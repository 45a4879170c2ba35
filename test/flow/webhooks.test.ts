import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { WebhookList, WebhookView, WebhookWithSecret } from '../../domain/people/webhook-api.ts';
import { RunView } from '../../domain/model/run-view.ts';
import { Api } from '../../local/demo/api.ts';
import { waitFor } from '../../local/demo/wait.ts';
import { clientSettings } from '../../local/settings.ts';
import { testSettings } from '../instance.ts';
import { awaiting, enter, type World } from './world.ts';

type Received = { body: string; headers: Record<string, string> };

let world: World;
let admin: Api;
let server: Server;
const received: Received[] = [];
const receive = async (request: IncomingMessage, reply: ServerResponse): Promise<void> => {
  received.push({ body: await text(request), headers: request.headers as Record<string, string> });
  reply.writeHead(204).end();
};
beforeAll(async () => {
  world = await enter();
  admin = await Api.as('admin@freigabe.example', testSettings, world.outputs);
  server = createServer((request, reply) => void receive(request, reply));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
});
afterAll(() => {
  server.close();
});

const addressOf = (): string => {
  const at = server.address();
  return `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/in`;
};

/** What its rule does each minute. */
const watch = async (): Promise<void> => {
  const lambdas = new LambdaClient(clientSettings(testSettings));
  const command = new InvokeCommand({ FunctionName: world.outputs.WatchGatesFunctionName, Payload: '{}' });
  expect((await lambdas.send(command)).FunctionError).toBeUndefined();
};

test('what happens to a run reaches a webhook by the bus, signed; the page knows what became of it', async () => {
  const asked = { name: 'Shop', kind: 'webhook', address: addressOf(), events: [], language: 'en', reason: 'a story' };
  const { webhook, secret } = await admin.post('/webhooks', asked, WebhookWithSecret);
  const run = await awaiting(world, 'webhooks', 2);
  await world.approver.post(
    `/runs/${run.id}/decision`,
    { decision: 'reject', reason: 'wrong list', manifestHash: run.manifestHash },
    RunView,
  );
  await watch();
  const own = await waitFor('both events', async () => {
    const ours = received.filter(({ body }) => body.includes(run.id));
    return ours.length < 2 ? undefined : ours;
  });
  for (const { body, headers } of own) expect(() => new Webhook(secret ?? '').verify(body, headers)).not.toThrow();
  const types = own.map(({ body }) => (JSON.parse(body) as { type: string }).type);
  expect(types.toSorted()).toEqual(['run.asked', 'run.decided']);
  expect(own.map(({ body }) => body).join(' ')).not.toMatch(/@|wrong list/);
  await watch();
  const { items } = await admin.get('/webhooks', WebhookList);
  expect(items.find(({ id }) => id === webhook.id)?.last).toMatchObject({ isDelivered: true, status: 204 });
  expect(received.filter(({ body }) => body.includes(run.id))).toHaveLength(2);
  await admin.post(`/webhooks/${webhook.id}/remove`, { reason: 'the story is over' }, WebhookView);
});
