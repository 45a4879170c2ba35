import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Campaign } from '../../domain/model/campaign.ts';
import { ConfirmationView } from '../../domain/confirm/api.ts';
import { RunView } from '../../domain/model/run-view.ts';
import { waitFor, waitForState } from '../../local/demo/wait.ts';
import { clientSettings } from '../../local/settings.ts';
import { testSettings } from '../instance.ts';
import { awaiting, confirm, confirmation, enter, mailsOf, refusalOf, type World } from './world.ts';

type Asked = { run: RunView; mine: string; theirs: string };

let world: World;
/** What the first tests refuse changes nothing: they ask of the same run. */
let untouched: Asked;
beforeAll(async () => {
  world = await enter();
  untouched = await asked('refused');
});

const linkTo = async (address: string, since: string): Promise<string> =>
  waitFor('the approval mail', async () => world.story.inbox.confirmationLink(address, since));

/** A run of its own with the links that were mailed for it. */
const asked = async (name: string): Promise<Asked> => {
  const since = new Date().toISOString();
  const run = await awaiting(world, name, 3);
  const mine = await linkTo('approver@freigabe.example', since);
  return { run, mine, theirs: await linkTo('approver2@freigabe.example', since) };
};

const stateOf = async (run: RunView) => (await world.preparer.get(`/runs/${run.id}`, RunView)).state;

test('a preparer cannot confirm and is told who can', async () => {
  const { run } = untouched;
  const refusal = await refusalOf(confirm(world.preparer, run));
  expect(refusal).toMatchObject({ status: 403, code: 'not-permitted' });
  expect(refusal.text).toContain('Your permissions do not allow you to confirm a delivery.');
  expect(refusal.text).toContain('start-deliveries');
  expect(await stateOf(run)).toBe('AwaitingConfirmation');
});

test("somebody else's link neither shows the run nor decides", async () => {
  const { run, theirs } = untouched;
  const view = await world.approver.get(`/confirmations/${theirs}`, ConfirmationView);
  expect(view).toMatchObject({ fate: 'notYours', run: null });
  const body = confirmation(run);
  const refusal = await refusalOf(world.approver.post(`/confirmations/${theirs}`, body, z.unknown()));
  expect(refusal).toMatchObject({ status: 403, code: 'not-permitted' });
  expect(await stateOf(run)).toBe('AwaitingConfirmation');
});

test('ten looks at the link, by GET and HEAD, change nothing', async () => {
  const { run, mine } = untouched;
  const { url, token } = world.approver;
  for (let round = 0; round < 10; round += 1) {
    for (const method of ['GET', 'HEAD']) {
      await fetch(`${url}/confirmations/${mine}`, { method });
      await fetch(`${url}/confirmations/${mine}`, { method, headers: { authorization: `Bearer ${token}` } });
    }
  }
  expect(await stateOf(run)).toBe('AwaitingConfirmation');
  expect(await world.approver.get(`/confirmations/${mine}`, ConfirmationView)).toMatchObject({ fate: 'open' });
  expect(await mailsOf(world, run.id)).toEqual([]);
});

test('nobody decides without signing in, and a forged link is unknown', async () => {
  const { run, mine } = untouched;
  const body = JSON.stringify(confirmation(run));
  const anonymous = await fetch(`${world.approver.url}/confirmations/${mine}`, { method: 'POST', body });
  expect(anonymous.status).toBe(401);
  const forged = `${mine.slice(0, -2)}xx`;
  expect(await refusalOf(world.approver.post(`/confirmations/${forged}`, JSON.parse(body), z.unknown()))).toMatchObject(
    { status: 404 },
  );
  expect(await stateOf(run)).toBe('AwaitingConfirmation');
});

test('an edit voids what was prepared: the old fingerprint and the old link are refused', async () => {
  const { run, mine } = await asked('refused-stale');
  const wrong = '0'.repeat(64);
  expect(await refusalOf(confirm(world.approver, { ...run, manifestHash: wrong }))).toMatchObject({
    status: 409,
    code: 'stale-manifest',
  });
  const campaign = await world.preparer.get(`/campaigns/${run.campaignId}`, z.object({ campaign: Campaign }));
  const edited = { ...campaign.campaign, content: { ...campaign.campaign.content, subject: 'Another subject' } };
  await world.preparer.put(`/campaigns/${run.campaignId}`, edited, Campaign);
  expect(await stateOf(run)).toBe('Stopped');
  expect(await refusalOf(confirm(world.approver, run))).toMatchObject({ status: 409 });
  const again = await world.preparer.post(`/campaigns/${run.campaignId}/runs`, {}, RunView);
  const renewed = await waitForState(world.preparer, again.id, ['AwaitingConfirmation']);
  expect(renewed.manifestHash).not.toBe(run.manifestHash);
  const body = confirmation(renewed);
  expect(await refusalOf(world.approver.post(`/confirmations/${mine}`, body, z.unknown()))).toMatchObject({
    status: 409,
  });
  expect(await stateOf(again)).toBe('AwaitingConfirmation');
});

test('the second decision is refused and says who decided', async () => {
  const { run, mine, theirs } = await asked('refused-second');
  const body = confirmation(run);
  const both = await Promise.allSettled([
    world.approver.post(`/confirmations/${mine}`, body, RunView),
    world.approver2.post(`/confirmations/${theirs}`, body, RunView),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const third = await refusalOf(confirm(world.approver, run));
  expect(third).toMatchObject({ status: 409, code: 'already-decided' });
  await waitForState(world.preparer, run.id, ['Finished']);
  expect(await mailsOf(world, run.id)).toHaveLength(3);
});

test('a rejection needs a reason, keeps it, and nothing is sent', async () => {
  const { run } = await asked('refused-rejected');
  const body = { decision: 'reject', manifestHash: run.manifestHash };
  expect(await refusalOf(world.approver.post(`/runs/${run.id}/decision`, body, RunView))).toMatchObject({
    status: 400,
  });
  await world.approver.post(`/runs/${run.id}/decision`, { ...body, reason: 'The price is wrong.' }, RunView);
  const rejected = await waitForState(world.preparer, run.id, ['Rejected']);
  expect(rejected.decision).toMatchObject({ decision: 'reject', reason: 'The price is wrong.' });
  expect(await mailsOf(world, run.id)).toEqual([]);
});

test('an expired link decides nothing', async () => {
  const { run, mine } = await asked('refused-expired');
  const tables = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings(testSettings)));
  const past = new Date(Date.now() - 1000).toISOString();
  await tables.send(
    new UpdateCommand({
      TableName: world.outputs.CampaignsTable,
      Key: { pk: `R#${run.id}`, sk: 'RUN' },
      UpdateExpression: 'SET doc.deadline = :past',
      ExpressionAttributeValues: { ':past': past },
    }),
  );
  await tables.send(
    new UpdateCommand({
      TableName: world.outputs.CampaignsTable,
      Key: { pk: `LINK#${createHash('sha256').update(mine).digest('hex')}`, sk: 'LINK' },
      UpdateExpression: 'SET expiresAt = :past',
      ExpressionAttributeValues: { ':past': past },
    }),
  );
  expect(await world.approver.get(`/confirmations/${mine}`, ConfirmationView)).toMatchObject({ fate: 'expired' });
  const body = confirmation(run);
  expect(await refusalOf(world.approver.post(`/confirmations/${mine}`, body, RunView))).toMatchObject({
    status: 410,
    code: 'expired',
  });
  expect(await mailsOf(world, run.id)).toEqual([]);
});
