import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { verifyChain } from '../../domain/model/audit-chain.ts';
import { ConfirmationView, RunDifference } from '../../domain/confirm/api.ts';
import { RunView } from '../../domain/model/run-view.ts';
import { waitFor, waitForState } from '../../local/demo/wait.ts';
import { campaignTo, confirm, enter, mailsOf, refusalOf, startRun, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await enter();
});

const in30Days = (): string => new Date(Date.now() + 30 * 24 * 3600_000).toISOString().slice(0, 16);
const stateOf = async (run: RunView) => (await world.preparer.get(`/runs/${run.id}`, RunView)).state;
const linkTo = async (address: string, since: string): Promise<string> =>
  waitFor('the approval mail', async () => world.story.inbox.confirmationLink(address, since));

test('two confirmations are needed when the policy says so, and the run goes out with the second', async () => {
  const run = await startRun(world, await campaignTo(world, 'gate-two', 3, { policy: { approvals: 2 } }));
  const ready = await waitForState(world.preparer, run.id, ['AwaitingConfirmation']);
  expect(ready).toMatchObject({ approvalsNeeded: 2, policy: { approvals: 2, fourEyes: true } });
  expect(await confirm(world.approver, ready)).toMatchObject({ state: 'AwaitingConfirmation', you: { bar: 'given' } });
  await confirm(world.approver2, ready);
  await waitForState(world.preparer, run.id, ['Finished']);
  expect(await mailsOf(world, run.id)).toHaveLength(3);
});

test('a policy that nobody can satisfy blocks the preparation and says so', async () => {
  const run = await startRun(world, await campaignTo(world, 'gate-impossible', 2, { policy: { approvals: 3 } }));
  const failed = await waitForState(world.preparer, run.id, ['PreparationFailed']);
  expect(failed.checks).toContainEqual({
    code: 'approvers',
    verdict: 'blocking',
    facts: { needed: 3, available: 2, asked: 2 },
  });
});

test('who prepared does not count, though they may confirm others', async () => {
  const campaign = await campaignTo(world, 'gate-four-eyes', 2);
  const run = await world.approver.post(`/campaigns/${campaign.id}/runs`, {}, RunView);
  const ready = await waitForState(world.approver, run.id, ['AwaitingConfirmation']);
  expect(ready.you).toMatchObject({ mayConfirm: false, bar: 'fourEyes' });
  expect(await refusalOf(confirm(world.approver, ready))).toMatchObject({ status: 403, code: 'not-permitted' });
  await confirm(world.approver2, ready);
  await waitForState(world.approver, run.id, ['Finished']);
});

test('a withdrawn confirmation stops the send, opens the question anew and can be given again', async () => {
  const schedule = { mode: 'onDate' as const, startSendingFrom: in30Days(), zone: 'UTC' };
  const since = new Date().toISOString();
  const run = await startRun(world, await campaignTo(world, 'gate-withdrawn', 2, { schedule }));
  const ready = await waitForState(world.preparer, run.id, ['AwaitingConfirmation']);
  const old = await linkTo('approver@freigabe.example', since);
  expect((await confirm(world.approver, ready)).state).toBe('Scheduled');
  expect(await refusalOf(world.approver2.post(`/runs/${run.id}/withdraw`, {}, RunView))).toMatchObject({ status: 403 });
  const again = new Date().toISOString();
  const withdrawn = await world.approver.post(`/runs/${run.id}/withdraw`, { reason: 'Wrong price.' }, RunView);
  expect(withdrawn).toMatchObject({ state: 'AwaitingConfirmation', approvals: [], decision: null });
  expect(await world.approver.get(`/confirmations/${old}`, ConfirmationView)).toMatchObject({ fate: 'withdrawn' });
  const fresh = await linkTo('approver@freigabe.example', again);
  expect(await world.approver.get(`/confirmations/${fresh}`, ConfirmationView)).toMatchObject({ fate: 'open' });
  expect(await mailsOf(world, run.id)).toEqual([]);
  expect((await confirm(world.approver2, withdrawn)).state).toBe('Scheduled');
  await world.approver.post(`/runs/${run.id}/stop`, {}, RunView.partial());
  expect(await stateOf(run)).toBe('Stopped');
  expect(await world.approver.get(`/confirmations/${fresh}`, ConfirmationView)).toMatchObject({ fate: 'stopped' });
});

test('once sending has begun a withdrawal is refused and says how many are claimed', async () => {
  const run = await startRun(world, await campaignTo(world, 'gate-late', 2));
  await confirm(world.approver, await waitForState(world.preparer, run.id, ['AwaitingConfirmation']));
  await waitForState(world.preparer, run.id, ['Finished']);
  const refusal = await refusalOf(world.approver.post(`/runs/${run.id}/withdraw`, {}, RunView));
  expect(refusal).toMatchObject({ status: 409, code: 'wrong-state' });
  expect(refusal.text).toContain('2 messages are claimed already');
});

test('the history of a run is a chain that holds, with who, from where and which fingerprint', async () => {
  const campaign = await campaignTo(world, 'gate-audit', 2);
  const run = await startRun(world, campaign);
  const ready = await waitForState(world.preparer, run.id, ['AwaitingConfirmation']);
  const body = { decision: 'requestChanges', manifestHash: ready.manifestHash, reason: 'The price is last year’s.' };
  await world.approver.post(`/runs/${run.id}/decision`, body, RunView);
  const { url, token } = world.approver;
  const response = await fetch(`${url}/runs/${run.id}/audit`, { headers: { authorization: `Bearer ${token}` } });
  expect(response.headers.get('content-type')).toContain('application/jsonl');
  const text = await response.text();
  expect(verifyChain(text, (written) => createHash('sha256').update(written).digest('hex'))).toMatchObject({
    holds: true,
  });
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.at(-1)).toMatchObject({
    what: 'changesRequested',
    by: { email: 'approver@freigabe.example' },
    origin: { userAgent: expect.any(String) },
    facts: { manifestHash: ready.manifestHash, reason: 'The price is last year’s.' },
  });
  // The next version of the same campaign is shown against this one.
  const next = await startRun(world, campaign);
  await waitForState(world.preparer, next.id, ['AwaitingConfirmation']);
  expect(await world.approver.get(`/runs/${next.id}/difference`, RunDifference)).toMatchObject({
    to: { runId: run.id, wasConfirmed: false },
    subject: [],
    audience: { added: 0, removed: 0 },
  });
});
