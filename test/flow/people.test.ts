import path from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { EraseReport, HistoryPage, PersonExport, UnmatchedEventPage, WhyAnswers } from '../../domain/track/api.ts';
import { ProfileDetail } from '../../domain/model/profile-detail.ts';
import { ProfileMatches } from '../../domain/audience/api.ts';
import { Api } from '../../local/demo/api.ts';
import { waitFor, waitForState } from '../../local/demo/wait.ts';
import { environmentOf } from '../../local/environment.ts';
import { run as execute } from '../../local/processes.ts';
import { clientSettings, localAwsEnvironment, root } from '../../local/settings.ts';
import { testSettings } from '../instance.ts';
import { awaiting, confirm, enter, figuresWhen, mailsOf, refusalOf, type World } from './world.ts';

let world: World;
let admin: Api;
beforeAll(async () => {
  world = await enter();
  admin = await Api.as('admin@freigabe.example', testSettings, world.outputs);
});

const happens = async (messageId: string, kind: string): Promise<void> => {
  const url = `${testSettings.sesUrl}/messages/${messageId}/events`;
  expect((await fetch(url, { method: 'POST', body: JSON.stringify({ kind }) })).status).toBe(200);
};

test('one search by address says why; an administrator releases an address and erases a person, and the figures stay', async () => {
  const run = await awaiting(world, 'people', 3);
  await confirm(world.approver, run);
  await waitForState(world.preparer, run.id, ['Finished']);
  const mails = (await mailsOf(world, run.id)).toSorted((one, other) => one.to.localeCompare(other.to));
  // Before the first event but from the ledger alone, or after it: the message is there.
  expect((await world.preparer.get('/profiles/people-1/history', HistoryPage)).items).toMatchObject([
    { runId: run.id, number: expect.any(Number) },
  ]);
  await happens(mails[0]?.messageId ?? '', 'bounce');
  await happens(mails[1]?.messageId ?? '', 'click');
  const figures = await figuresWhen(world, run.id, ({ failed, clicked }) => failed.count === 1 && clicked.count === 1);

  const why = async (address: string) =>
    (await world.preparer.get(`/profiles/why?address=${encodeURIComponent(address)}&run=${run.id}`, WhyAnswers)).items;
  expect(await why('PEOPLE.0@reader.example')).toMatchObject([
    {
      got: 'no',
      cause: 'failed',
      detail: 'userUnknown',
      evidence: { happenings: [{ kind: 'delivery' }, { kind: 'bounce' }] },
    },
  ]);
  expect(await why('people.1@reader.example')).toMatchObject([{ got: 'yes', cause: 'delivered' }]);
  const again = await awaiting(world, 'people', 3);
  expect((await world.preparer.get('/profiles/people-0/history', HistoryPage)).items[0]).toMatchObject({
    runId: again.id,
    state: 'excluded',
    excluded: 'quarantined',
  });

  const reason = { reason: 'the provider had an outage' };
  expect(await refusalOf(world.preparer.post('/profiles/people-0/release', reason, ProfileDetail))).toMatchObject({
    status: 403,
  });
  const released = await admin.post('/profiles/people-0/release', reason, ProfileDetail);
  expect(released.standing).toMatchObject({ softErrors: 0, released: { reason: 'the provider had an outage' } });
  expect(released.standing?.quarantine).toBeUndefined();

  const known = await admin.get('/profiles/people-1/export', PersonExport);
  // A page looks into a few runs, whoever they are of: whether there is another depends on what ran before this test.
  expect(known).toMatchObject({ profile: { address: 'people.1@reader.example' } });
  expect(known.history.map(({ runId }) => runId)).toContain(run.id);
  const erased = await admin.post('/profiles/people-1/erase', {}, EraseReport);
  expect(erased.frozen.map(({ runId }) => runId)).toContain(run.id);
  const { profile } = await admin.get('/profiles/people-1', ProfileDetail);
  expect(profile).toMatchObject({ address: '', attributes: {}, optedOut: { source: 'erasure' } });
  expect((await world.preparer.get('/profiles?address=people.1@reader.example', ProfileMatches)).items).toEqual([]);
  const after = await figuresWhen(world, run.id, ({ clicked }) => clicked.count === 1);
  expect({ ...after, asOf: '' }).toEqual({ ...figures, asOf: '' });
});

/** The command as an operator runs it, against any queues. */
const redrive = async (from: string, to: string): Promise<string> =>
  execute(
    process.execPath,
    [path.join(root, 'node_modules/tsx/dist/cli.mjs'), 'local/redrive.ts', '--from', from, '--to', to],
    { ...process.env, ...localAwsEnvironment(testSettings), NODE_OPTIONS: '' },
  );

test('a body that is no event lies in the dead-letter queue with its cause, and what lies there is brought back', async () => {
  const { queues } = environmentOf(testSettings, world.outputs);
  const client = new SQSClient(clientSettings(testSettings));
  const depth = async (): Promise<number> => {
    const asked = { QueueUrl: queues.sesEventsDead, AttributeNames: ['ApproximateNumberOfMessages' as const] };
    const { Attributes } = await client.send(new GetQueueAttributesCommand(asked));
    return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
  };
  const before = await depth();
  await client.send(new SendMessageCommand({ QueueUrl: queues.sesEvents, MessageBody: '{"eventType":"Delivery"}' }));
  await waitFor('the dead letter', async () => ((await depth()) > before ? true : undefined), 30_000);

  const runId = `redriven-${Date.now()}`;
  const timestamp = new Date().toISOString();
  const mail = { messageId: runId, timestamp, destination: [], tags: { run: [runId], n: ['7'], p: ['p7'] } };
  const event = JSON.stringify({ eventType: 'Delivery', mail, delivery: { timestamp } });
  await client.send(new SendMessageCommand({ QueueUrl: queues.sesEventsDead, MessageBody: event }));
  const told = await redrive(queues.sesEventsDead, queues.sesEvents);
  expect(told).toMatch(/^\d+ events brought back\.$/m);
  expect(told).toContain('1 × failed five times');
  expect(told).toContain('× mail: Invalid input');
  await waitFor('the event', async () => {
    const { items } = await world.preparer.get('/events/unmatched?limit=200', UnmatchedEventPage);
    return items.find((item) => item.runId === runId && item.cause === 'noSuchRun');
  });
  // What still is no event lies where it lay.
  await waitFor('the dead letter again', async () => ((await depth()) > before ? true : undefined), 30_000);
});
