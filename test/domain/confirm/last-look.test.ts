import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Campaign, Confirmed } from '../../../domain/model/campaign.ts';
import { chunkKey, manifestKey } from '../../../domain/model/manifest.ts';
import type { Actor } from '../../../domain/people/people.ts';
import { noneUnknown } from '../../../domain/model/unknown.ts';
import type { Resend } from '../../../domain/model/run.ts';
import { decideRun } from '../../../lambdas/confirm/decide-run.ts';
import { withdrawConfirmation } from '../../../lambdas/confirm/withdraw-confirmation.ts';
import { verifyManifest } from '../../../lambdas/send/verify-manifest.ts';
import { author, awaiting, manifest, now, person, preparation } from '../samples.ts';
import { GateWorld } from './fakes.ts';
import { noLives } from '../schedule/series-timers.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const chunk = JSON.stringify({ runId: 'r', chunk: 0, recipients: [] });
const text = JSON.stringify({ ...manifest, chunks: [{ recipients: 0, sha256: sha256(chunk) }] });
const manifestHash = sha256(text);
const frozen = new Map([
  [manifestKey(preparation.prefix), text],
  [chunkKey(preparation.prefix, 0), chunk],
]);
const anton: Actor = { ...person, groups: ['start-deliveries'] };
const act = { params: { id: 'r' }, query: {}, actor: anton, origin: { ip: '', userAgent: '' } };
const sandbox = {
  account: { quota: async () => ({ perSecond: 14, per24Hours: 200, sentLast24Hours: 0 }) },
  reservePercent: 0,
  mostWorkers: 20,
  destinationsPerCall: 50,
};
const campaign: Campaign = {
  id: 'c',
  version: 1,
  createdAt: now,
  createdBy: author,
  updatedAt: now,
  updatedBy: author,
  name: 'Letter',
  list: 'friends',
  sender: { name: 'Shop', address: 'news@shop.example' },
  content: { subject: 'Hi', preheader: '', html: '<p>Hi</p>', text: 'Hi' },
  schedule: { mode: 'onceConfirmed' },
  requestConfirmation: true,
};
const ledger = { tallies: async () => [] };

/** A run that Anton confirmed, and its machine about to take the last look. `different`: of the run. */
const confirmed = async (different: { resendOf?: Resend } = {}, stillUnknown = 0) => {
  const stored = new Map(frozen);
  const unknown = { ofRun: async () => ({ ...noneUnknown, numbers: Array.from({ length: stillUnknown }, Number) }) };
  const kept: Confirmed[] = [];
  const markConfirmed = async (_id: string, what: Confirmed) => void kept.push(what);
  const world = new GateWorld({ ...awaiting, ...different, preparation: { ...preparation, manifestHash } }, [person]);
  await decideRun(world.ports)({ ...act, body: { decision: 'confirm', manifestHash, acknowledged: [] } });
  const ports = {
    ...world.ports,
    content: { get: async (key: string) => stored.get(key), getBytes: async () => undefined },
    kpis: { markChanged: async () => {} },
    unknown,
    messages: { rowsOfChunk: async () => [] },
    lives: noLives,
    brake: async () => true,
    pauseRun: async () => undefined,
    campaigns: { get: async () => campaign, markConfirmed },
    ...sandbox,
  };
  const verify = async () => verifyManifest(ports)({ runId: 'r' });
  const withdraw = async () => withdrawConfirmation({ ...world.ports, ledger })({ ...act, body: {} });
  return { world, stored, kept, verify, withdraw };
};

describe('a withdrawal and the last look before the first message', () => {
  test('undisturbed, the look lets the run go', async () => {
    const { world, kept, verify } = await confirmed();
    expect(await verify()).toMatchObject({ outcome: 'send', workers: 2 });
    expect(world.run.state).toBe('Sending');
    expect(kept).toEqual([{ version: 1, runId: 'r', at: now, by: [person] }]);
  });

  test('a step that died after its write keeps what was confirmed when it is repeated', async () => {
    const { world, kept, verify } = await confirmed();
    await verify();
    kept.length = 0;
    expect(world.run.state).toBe('Sending');
    await verify();
    expect(kept).toHaveLength(1);
  });

  test('when the withdrawal writes first, even in the midst of the look, nothing is sent', async () => {
    const { world, kept, verify, withdraw } = await confirmed();
    world.beforeWrite = async () => void (await withdraw());
    expect(await verify()).toMatchObject({ outcome: 'ended' });
    expect(world.run).toMatchObject({ state: 'AwaitingConfirmation', round: 2 });
    expect(kept).toEqual([]);
  });

  test('when the look writes first, even in the midst of the withdrawal, that is refused', async () => {
    const { world, verify, withdraw } = await confirmed();
    world.beforeWrite = async () => void (await verify());
    await expect(withdraw()).rejects.toMatchObject({ code: 'wrong-state' });
    expect(world.run.state).toBe('Sending');
  });

  test('a run whose record lacks its confirmations is stopped for good', async () => {
    const { world, verify } = await confirmed();
    if (world.run.state === 'Scheduled') world.run = { ...world.run, approvals: [] };
    expect(await verify()).toMatchObject({ outcome: 'ended' });
    expect(world.run).toMatchObject({ state: 'Stopped', cause: 'manifestDiffers' });
  });

  test('a run whose content was changed is stopped as differing, one whose people are deleted says so', async () => {
    const changed = await confirmed();
    changed.stored.set(chunkKey(preparation.prefix, 0), `${chunk} `);
    expect(await changed.verify()).toMatchObject({ outcome: 'ended' });
    expect(changed.world.run).toMatchObject({ state: 'Stopped', cause: 'manifestDiffers' });
    const late = await confirmed();
    late.stored.delete(chunkKey(preparation.prefix, 0));
    expect(await late.verify()).toMatchObject({ outcome: 'ended' });
    expect(late.world.run).toMatchObject({ state: 'Stopped', cause: 'audienceGone', stoppedBy: null });
    expect(late.world.audit.at(-1)).toMatchObject({ what: 'audienceGone', by: null });
  });
});

describe('a run that sends unknown messages again', () => {
  const resendOf = { runId: 'earlier', messages: 10, round: 0 };

  test('begins while all that it targeted are unknown still', async () => {
    const { world, kept, verify } = await confirmed({ resendOf }, preparation.counts.targeted);
    expect(await verify()).toMatchObject({ outcome: 'send' });
    expect(world.run.state).toBe('Sending');
    // It says nothing of what the campaign is now.
    expect(kept).toEqual([]);
  });

  test('is stopped before its first message when SES told of one of them meanwhile', async () => {
    const { world, verify } = await confirmed({ resendOf }, preparation.counts.targeted - 1);
    expect(await verify()).toMatchObject({ outcome: 'ended' });
    expect(world.run).toMatchObject({ state: 'Stopped', cause: 'settledMeanwhile', stoppedBy: null });
    expect(world.audit.at(-1)).toMatchObject({ what: 'settledMeanwhile', by: null });
  });
});

test('a run that was paused for longer than its ledger is kept stops: who has got the mail is not known any more', async () => {
  const { world, verify } = await confirmed();
  const { run } = world;
  if (!('preparation' in run) || !run.preparation) throw new Error('nothing was frozen');
  world.run = { ...run, preparation: { ...run.preparation, rowsUntil: now } };
  expect(await verify()).toMatchObject({ outcome: 'ended' });
  expect(world.run).toMatchObject({ state: 'Stopped', cause: 'audienceGone' });
});
