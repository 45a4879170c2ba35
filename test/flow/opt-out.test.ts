import { beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { EraseReport } from '../../domain/track/api.ts';
import { ProfileDetail } from '../../domain/model/profile-detail.ts';
import { ProofReport } from '../../domain/prepare/api.ts';
import { RunView } from '../../domain/model/run-view.ts';
import { Api } from '../../local/demo/api.ts';
import { waitForState } from '../../local/demo/wait.ts';
import { testSettings } from '../instance.ts';
import { awaiting, confirm, enter, mailsOf, refusalOf, type World } from './world.ts';

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
