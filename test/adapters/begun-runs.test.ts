import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from '@jest/globals';
import { begunRunsIn } from '../../lambdas/adapters/dynamodb/begun-runs.ts';
import { archivedCampaignsIn } from '../../lambdas/adapters/dynamodb/archived-campaigns.ts';
import { campaignsWithContentIn } from '../../lambdas/adapters/dynamodb/campaigns.ts';
import { seriesLivesIn } from '../../lambdas/adapters/dynamodb/series-lives.ts';
import { runsIn } from '../../lambdas/adapters/dynamodb/runs.ts';
import type { Run } from '../../domain/model/run.ts';
import { transition } from '../../domain/model/transition.ts';
import { armedLife, campaignWith } from '../domain/schedule/launch-world.ts';
import { now, person, preparing } from '../domain/samples.ts';
import { MemoryContents } from '../local/tables/memory-contents.ts';
import { documents, fresh, outputs } from './local-aws.ts';

const table = outputs.CampaignsTable;
const runs = runsIn(documents, table);
const begun = begunRunsIn(documents, table);
/** Nothing is left that the repair would take up. */
const end = async (run: Run): Promise<void> =>
  runs.replace(transition(run, { type: 'stopped', at: now, by: person, cause: 'stopped' }));
const campaigns = campaignsWithContentIn(documents, table, new MemoryContents());
/** A run begins only for a campaign that is there. */
const newCampaign = async () => {
  const campaign = { ...campaignWith({ mode: 'onceConfirmed' }), id: fresh('campaign') };
  await campaigns.create(campaign);
  return campaign;
};
const runOf = (campaignId: string) => ({ ...preparing, id: fresh('run'), campaignId });

test('a run is begun behind the one that was begun last, and of those who begin at once one does', async () => {
  const { id: campaignId } = await newCampaign();
  expect(await begun.last(campaignId)).toEqual({});
  const first = runOf(campaignId);
  expect(await begun.begin(first, { after: undefined })).toBe(true);
  expect(await begun.begin(first, { after: undefined })).toBe(false);
  expect(await begun.begin(runOf(campaignId), { after: undefined })).toBe(false);
  expect(await begun.last(campaignId)).toEqual({ id: first.id, run: first });
  await end(first);
  expect(await begun.last(campaignId)).toMatchObject({ id: first.id, run: { state: 'Stopped' } });
  const those = Array.from({ length: 6 }, () => runOf(campaignId));
  const made = await Promise.all(those.map(async (run) => begun.begin(run, { after: first.id })));
  expect(made.filter(Boolean)).toHaveLength(1);
  const kept = await Promise.all(those.map(async ({ id }) => runs.get(id)));
  expect(kept.filter(Boolean)).toEqual(those.filter((_, index) => made[index]));
  for (const run of kept) if (run) await end(run);
});

test('the run of a start is begun only while its series is as it was, and of two changes of a series one is written', async () => {
  const { id: campaignId } = await newCampaign();
  const lives = seriesLivesIn(documents, table);
  const first = runOf(campaignId);
  expect(await lives.replace(campaignId, armedLife)).toBe(true);
  expect(await lives.replace(campaignId, armedLife)).toBe(false);
  expect(await begun.begin(first, { after: undefined, life: 0 })).toBe(false);
  expect(await lives.replace(campaignId, { ...armedLife, revision: 2, state: 'paused' })).toBe(true);
  expect(await begun.begin(first, { after: undefined, life: 1 })).toBe(false);
  expect(await begun.last(campaignId)).toEqual({});
  expect(await begun.begin(first, { after: undefined, life: 2 })).toBe(true);
  expect(await lives.get(campaignId)).toEqual({ ...armedLife, revision: 2, state: 'paused' });
  await end(first);
});

test('an edit of the campaign keeps what is known of its runs', async () => {
  const campaign = await newCampaign();
  const run = runOf(campaign.id);
  await begun.begin(run, { after: undefined });
  await campaigns.replace({ ...campaign, version: 2 });
  expect(await begun.last(campaign.id)).toEqual({ id: run.id, run });
  await end(run);
});

test('a run that cannot be read is in the way as long as it may still be sent', async () => {
  const { id: campaignId } = await newCampaign();
  const run = runOf(campaignId);
  await begun.begin(run, { after: undefined });
  const item = { pk: `R#${run.id}`, sk: 'RUN', gsk: run.id, doc: {} };
  await documents.send(new PutCommand({ TableName: table, Item: { ...item, openRun: 'OPEN' } }));
  await expect(begun.last(campaignId)).rejects.toThrow(run.id);
  await documents.send(new PutCommand({ TableName: table, Item: item }));
  expect(await begun.last(campaignId)).toEqual({ id: run.id, run: undefined });
});

test('a campaign is deleted only while no run of it was begun, and no run begins for one that is gone', async () => {
  const archived = archivedCampaignsIn(documents, table);
  const lives = seriesLivesIn(documents, table);
  const [used, armed, unused] = [await newCampaign(), await newCampaign(), await newCampaign()];
  const run = runOf(used.id);
  await begun.begin(run, { after: undefined });
  await lives.replace(armed.id, armedLife);
  expect(await archived.remove(used.id, used.version)).toBe(false);
  expect(await archived.remove(armed.id, armed.version)).toBe(false);
  expect(await archived.remove(unused.id, unused.version + 1)).toBe(false);
  expect(await archived.remove(unused.id, unused.version)).toBe(true);
  expect(await begun.begin(runOf(unused.id), { after: undefined })).toBe(false);
  await end(run);
});
