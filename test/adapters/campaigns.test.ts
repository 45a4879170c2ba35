import { expect, test } from '@jest/globals';
import * as z from 'zod';
import type { Campaign, Confirmed } from '../../domain/model/campaign.ts';
import { S3Client } from '@aws-sdk/client-s3';
import { campaignsIn, campaignsWithContentIn } from '../../lambdas/adapters/dynamodb/campaigns.ts';
import { archivedCampaignsIn } from '../../lambdas/adapters/dynamodb/archived-campaigns.ts';
import { amongOthers } from '../../domain/http/among-others.ts';
import { enumeratedIn } from '../../lambdas/adapters/dynamodb/enumerated.ts';
import { segmentsIn } from '../../lambdas/adapters/dynamodb/segments.ts';
import type { Segment } from '../../domain/model/segment.ts';
import { author, now, person } from '../domain/samples.ts';
import { contentsIn } from '../../lambdas/adapters/s3/contents.ts';
import { aws, documents, fresh, outputs } from './local-aws.ts';

const contents = contentsIn(new S3Client({ ...aws, forcePathStyle: true }), outputs.ContentBucket);
const campaigns = {
  ...campaignsIn(documents, outputs.CampaignsTable),
  ...campaignsWithContentIn(documents, outputs.CampaignsTable, contents),
};

const created = async (): Promise<Campaign> => {
  const campaign: Campaign = {
    id: fresh('campaign'),
    version: 1,
    createdAt: now,
    createdBy: author,
    updatedAt: now,
    updatedBy: author,
    hands: [{ by: author, version: 1 }],
    name: 'Letter',
    list: 'friends',
    sender: { name: 'Shop', address: 'news@shop.example' },
    content: { subject: 'Hi', preheader: '', html: '<p>Hi</p>', text: 'Hi' },
    schedule: { mode: 'onceConfirmed' },
    requestConfirmation: true,
  };
  await campaigns.create(campaign);
  return campaign;
};

const first: Confirmed = { version: 1, runId: 'r1', at: '2026-11-24T10:00:00.000Z', by: [person] };

test('what was confirmed is kept beside the version, and a repeat or an earlier one changes nothing', async () => {
  const campaign = await created();
  const confirmed = async () => (await campaigns.get(campaign.id))?.confirmed;
  await campaigns.markConfirmed(campaign.id, first);
  expect(await campaigns.withContent(campaign.id)).toEqual({ ...campaign, confirmed: first });
  await campaigns.markConfirmed(campaign.id, { ...first, by: [author] });
  expect(await confirmed()).toEqual(first);
  const again = { ...first, runId: 'r2', at: '2026-11-24T11:00:00.000Z' };
  await campaigns.markConfirmed(campaign.id, again);
  await campaigns.markConfirmed(campaign.id, first);
  expect(await confirmed()).toEqual(again);
  const later = { ...first, version: 2, at: '2026-11-24T09:00:00.000Z' };
  await campaigns.markConfirmed(campaign.id, later);
  await campaigns.markConfirmed(campaign.id, again);
  expect(await confirmed()).toEqual(later);
  // It is no edit: the version that was read before it can still be replaced.
  await campaigns.replace({ ...campaign, version: 2 });
});

test('a no is kept beside it, the last one; one to an earlier version takes no other’s place', async () => {
  const campaign = await created();
  const refused = { version: 1, runId: 'r2', at: '2026-11-24T11:00:00.000Z' };
  await campaigns.markRefused(campaign.id, { ...refused, runId: 'r1' });
  await campaigns.markRefused(campaign.id, refused);
  await campaigns.markConfirmed(campaign.id, first);
  expect(await campaigns.withContent(campaign.id)).toEqual({ ...campaign, confirmed: first, refused });
  await campaigns.replace({ ...campaign, version: 2, refused: { ...refused, version: 2 } });
  await campaigns.markRefused(campaign.id, { ...refused, at: '2026-11-24T12:00:00.000Z' });
  expect(await campaigns.get(campaign.id)).toMatchObject({ refused: { ...refused, version: 2 } });
});

test('a campaign that is not there is not made by it', async () => {
  const id = fresh('campaign');
  await campaigns.markConfirmed(id, first);
  await campaigns.markRefused(id, { version: 1, runId: 'r1', at: first.at });
  expect(await campaigns.get(id)).toBeUndefined();
});

test('a content is written once: the same one again, at the same time too, is no error', async () => {
  const sha256 = fresh('content');
  await Promise.all([contents.keep(sha256, 'first'), contents.keep(sha256, 'first')]);
  await contents.keep(sha256, 'first');
  expect(await contents.get(sha256)).toBe('first');
  expect(await contents.get(fresh('content'))).toBeUndefined();
});

test('a segment is found, listed, replaced by who read its last version, and removed', async () => {
  const segments = segmentsIn(documents, outputs.CampaignsTable);
  const [id, other] = [fresh('segment'), fresh('segment')];
  const filter: Segment['filter'] = {
    join: 'all',
    conditions: [{ is: 'notOpened', of: { campaign: 'c', runs: 'last' } }],
  };
  const stamps = {
    createdAt: now,
    createdBy: author,
    updatedAt: now,
    updatedBy: author,
    hands: [{ by: author, at: now }],
  };
  const segment: Segment = { id, version: 1, name: 'Idle', list: '', filter, ...stamps };
  // Other tests add segments at the same moment.
  await amongOthers(segments, async (seen) => (await segments.create(segment, seen)) || undefined);
  expect(await segments.create(segment, await segments.additions())).toBe(false);
  expect(await segments.getMany([id, id, other])).toEqual([segment]);
  expect((await segments.listed()).items).toContainEqual(segment);
  const changed = { ...segment, version: 2, name: 'Still idle' };
  expect([await segments.replace(changed), await segments.replace(changed)]).toEqual([true, false]);
  expect([await segments.remove(segment), await segments.remove(changed)]).toEqual([false, true]);
  expect(await segments.getMany([id])).toEqual([]);
});

test('of two that are added, or get another name, with one number the second one is late; a change of no name is not', async () => {
  const kind = { pk: fresh('kind'), schema: z.object({ id: z.string(), version: z.int(), name: z.string() }) };
  const things = enumeratedIn(documents, outputs.CampaignsTable, kind);
  expect(await things.additions()).toBe(0);
  const [one, other] = ['one', 'other'].map((id) => ({ id, version: 1, name: id }));
  const both = await Promise.all([things.create(one!, 0), things.create(other!, 0)]);
  expect(both.toSorted()).toEqual([false, true]);
  const late = both[0] ? other! : one!;
  expect([await things.additions(), await things.create(late, 0), await things.create(late, 1)]).toEqual([
    1,
    false,
    true,
  ]);
  const renamed = { ...late, version: 2, name: 'new' };
  expect([await things.replace(renamed, 1), await things.replace(renamed, 2)]).toEqual([false, true]);
  expect([await things.replace({ ...renamed, version: 3 }), await things.additions()]).toEqual([true, 3]);
  expect((await things.listed()).items).toHaveLength(2);
});

test('labels raise no version; whoever edits, archives or labels beside them writes what was read, or nothing', async () => {
  const campaign = await created();
  const archive = archivedCampaignsIn(documents, outputs.CampaignsTable);
  const read = async () => {
    const known = await archive.summary(campaign.id);
    if (!known) throw new Error('no campaign');
    return known;
  };
  const unlabelled = await read();
  expect(await archive.label(unlabelled, ['Summer'])).toBe(true);
  expect(await archive.label(unlabelled, ['Winter'])).toBe(false);
  expect(await archive.archive(unlabelled, { at: now, by: person })).toBe(false);
  await expect(campaigns.replace({ ...campaign, version: 2 })).rejects.toMatchObject({ code: 'conflict' });
  expect(await campaigns.get(campaign.id)).toMatchObject({ version: 1, labels: ['Summer'] });
  await campaigns.replace({ ...campaign, version: 2, labels: ['Summer'] });
  const edited = await read();
  expect(await archive.archive(edited, { at: now, by: person })).toBe(true);
  expect(await archive.label(edited, [])).toBe(false);
  expect(await archive.label(await read(), [])).toBe(true);
  expect(await read()).toEqual({ ...edited, labels: [], archived: { at: now, by: person } });
});
