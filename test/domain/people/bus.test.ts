import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import type { StageEvent } from '../../../domain/model/stage-event.ts';
import { busOf } from '../../../lambdas/adapters/eventbridge/bus.ts';
import { signedPostTo } from '../../../lambdas/adapters/sdk/signed-post.ts';
import { now } from '../samples.ts';
import { wire, type Said } from '../wire.ts';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
const event: StageEvent = {
  version: 1,
  id: 'r.2',
  type: 'run.expired',
  at: now,
  campaignId: 'c',
  runId: 'r',
  url: 'https://console.example/runs/r',
  data: {},
};

const busThat = (...answers: Said[]) => {
  const { requests, requestHandler } = wire(...answers);
  const client = new DynamoDBClient({ region: 'eu-central-1', credentials, requestHandler });
  const post = signedPostTo(client, 'events', 'https://events.eu-central-1.amazonaws.com');
  return { requests, bus: busOf(post, 'freigabe-example') };
};

const taken = { statusCode: 200, body: JSON.stringify({ FailedEntryCount: 0, Entries: [{ EventId: 'x' }] }) };

test('an event is put on the bus of the stage, signed for EventBridge', async () => {
  const { requests, bus } = busThat(taken);
  await bus.publish(event);
  expect(requests[0]).toMatchObject({
    hostname: 'events.eu-central-1.amazonaws.com',
    method: 'POST',
    headers: { 'x-amz-target': 'AWSEvents.PutEvents', 'content-type': 'application/x-amz-json-1.1' },
  });
  expect(requests[0]?.headers['authorization']).toMatch(/\/eu-central-1\/events\/aws4_request/);
  const { Entries } = JSON.parse(String(requests[0]?.body)) as { Entries: { Detail: string }[] };
  expect(Entries).toEqual([
    {
      EventBusName: 'freigabe-example',
      Source: 'freigabe',
      DetailType: 'run.expired',
      Time: Date.parse(now) / 1000,
      Detail: JSON.stringify(event),
    },
  ]);
});

test.each<[string, Said, object]>([
  [
    'an entry that is refused',
    { statusCode: 200, body: JSON.stringify({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'InternalFailure' }] }) },
    { name: 'InternalFailure', message: 'the event bus did not take the event' },
  ],
  [
    'a call that is refused',
    { statusCode: 400, body: JSON.stringify({ __type: 'ThrottlingException' }) },
    { name: 'ThrottlingException', message: 'the event bus did not take the event' },
  ],
  ['an answer that leaves it open', { statusCode: 503, body: '' }, { message: 'EventBridge answered 503' }],
])('%s', async (_what, said, error) => {
  await expect(busThat(said).bus.publish(event)).rejects.toMatchObject(error);
});
