import { beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { Campaign } from '../../domain/model/campaign.ts';
import { SuppressionAnswer, SuppressionReport } from '../../domain/audience/api.ts';
import { EraseReport } from '../../domain/track/api.ts';
import { ProfileDetail } from '../../domain/model/profile-detail.ts';
import { ProofReport } from '../../domain/prepare/api.ts';
import { RunView } from '../../domain/model/run-view.ts';
import { Api } from '../../local/demo/api.ts';
import { waitForState } from '../../local/demo/wait.ts';
import { testSettings } from '../instance.ts';
import { awaiting, campaignTo, content, confirm, enter, startRun, mailsOf, refusalOf, type World } from './world.ts';

let world: World;
let admin: Api;
beforeAll(async () => {
  world = await enter();
  admin = await Api.as('admin@freigabe.example', testSettings, world.outputs);
});

const LIST = 'opt-outs';

/** Prepares the campaign again. */
const prepared = async (campaignId: string): Promise<RunView> => {
  const { id } = await world.preparer.post(`/campaigns/${campaignId}/runs`, {}, RunView);
  await waitForState(world.preparer, id, ['AwaitingConfirmation']);
  return world.preparer.get(`/runs/${id}`, RunView);
};

const optedOut = ({ counts }: RunView): number | undefined =>
  counts?.excluded.find(({ cause }) => cause === 'optedOut')?.count;

const stop = async ({ id }: RunView): Promise<unknown> => world.approver.post(`/runs/${id}/stop`, {}, z.object({}));

test('an opt-out holds for the address under another id, in proofs and after an erasure, until a new consent', async () => {
  const first = await awaiting(world, LIST, 3);
  await confirm(world.approver, first);
  await waitForState(world.preparer, first.id, ['Finished']);
  const mails = (await mailsOf(world, first.id)).toSorted((one, other) => one.to.localeCompare(other.to));
  const link = /Unsubscribe: (\S+)/.exec(mails[0]?.text ?? '')?.[1] ?? '';
  const follow = async (form: Record<string, string>): Promise<string> =>
    (await fetch(link, { method: 'POST', body: new URLSearchParams(form) })).text();
  expect(await follow({ 'List-Unsubscribe': 'One-Click' })).toContain('You are unsubscribed');
  const erased = `${LIST}-1`;
  await admin.post(`/profiles/${erased}/erase`, {}, EraseReport);
  const twins = [
    'id,email',
    `${LIST}-twin-0, ${LIST.toUpperCase()}.0@Reader.example`,
    `${LIST}-twin-1,${LIST}.1@reader.example`,
  ];
  await world.story.importProfiles(LIST, twins.join('\n'));

  const second = await prepared(first.campaignId);
  expect([optedOut(second), second.counts?.toDeliver]).toEqual([3, 1]);
  const left = 'left@freigabe.example';
  await world.story.importProfiles(`${LIST}-proofs`, `id,email,opted_out\n${LIST}-left,${left},yes`);
  const addresses = ['preparer@freigabe.example', left.toUpperCase()];
  const refusal = await refusalOf(world.preparer.post(`/runs/${second.id}/proofs`, { addresses }, ProofReport));
  expect(refusal).toMatchObject({ status: 400, text: expect.stringContaining('no. 2') });
  expect(refusal.text).not.toContain('@');
  const twin = await world.preparer.get(`/profiles/${LIST}-twin-0`, ProfileDetail);
  expect(twin).toMatchObject({ addressOptOut: { source: 'oneClick' }, changes: [{ kind: 'optedOut' }] });
  await stop(second);

  expect(await follow({ action: 'resubscribe', again: 'yes' })).toContain('You are subscribed again');
  await admin.post(`/profiles/${LIST}-twin-1/consent`, { reason: 'signed up at the fair' }, ProfileDetail);
  const third = await prepared(first.campaignId);
  expect([optedOut(third), third.counts?.toDeliver]).toEqual([0, 3]);
  await stop(third);
});

const causesOf = ({ counts }: RunView): Record<string, number> =>
  Object.fromEntries(
    (counts?.excluded ?? []).filter(({ count }) => count > 0).map(({ cause, count }) => [cause, count]),
  );

test('a link leaves one topic, and the suppression list holds for whoever is on it', async () => {
  const name = 'topics';
  const viewed = { ...content, text: `${content.text}\nView: {{ view_in_browser_url }}` };
  const campaign = await campaignTo(world, name, 3, { topic: 'offers', content: viewed });
  const { id } = await startRun(world, campaign);
  await waitForState(world.preparer, id, ['AwaitingConfirmation']);
  const first = await world.preparer.get(`/runs/${id}`, RunView);
  await confirm(world.approver, first);
  await waitForState(world.preparer, id, ['Finished']);
  const [mail] = (await mailsOf(world, id)).toSorted((one, other) => one.to.localeCompare(other.to));
  const link = /Unsubscribe: (\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  const view = /View: (\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  const shown = await fetch(view);
  expect([shown.status, shown.headers.get('content-security-policy')]).toEqual([
    200,
    expect.stringContaining('sandbox'),
  ]);
  expect(await shown.text()).toContain(link);
  expect((await fetch(view.replace('/view-in-browser/', '/unsubscribe/'))).status).toBe(404);
  expect((await fetch(`${link}).`, { method: 'HEAD' })).status).toBe(200);
  expect((await fetch(link.slice(0, -9))).status).toBe(404);
  const parts = new FormData();
  parts.set('List-Unsubscribe', 'One-Click');
  expect(await (await fetch(link, { method: 'POST', body: parts })).text()).toContain('unsubscribed from “Offers”');

  const list = `${name}.1@reader.example\nrival-of-${name}.example\n`;
  expect(await world.preparer.postCsv('/suppressions/imports', list, SuppressionReport)).toMatchObject({ added: 2 });
  const question = { entry: `anna@mail.rival-of-${name}.example` };
  expect(await admin.post('/suppressions/test', question, SuppressionAnswer)).toEqual({ by: 'domain' });
  expect((await refusalOf(world.preparer.post('/suppressions/test', question, SuppressionAnswer))).status).toBe(403);

  const second = await prepared(campaign.id);
  expect([causesOf(second), second.counts?.toDeliver]).toEqual([{ topicLeft: 1, suppressionList: 1 }, 1]);
  await stop(second);
  await admin.post(`/profiles/${name}-0/erase`, {}, EraseReport);
  expect((await fetch(view)).status).toBe(410);
  const unknown = await refusalOf(world.preparer.post('/campaigns', { ...campaign, topic: 'none-such' }, Campaign));
  expect(unknown.status).toBe(400);
});
