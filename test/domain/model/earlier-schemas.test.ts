import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { campaignEntryOf, CampaignEntry } from '../../../domain/model/campaign-entry.ts';
import { entryOf, RunEntry } from '../../../domain/model/run-entry.ts';
import { Run, runStates } from '../../../domain/model/run.ts';
import { RunView } from '../../../domain/model/run-view.ts';
import { showRun } from '../../../domain/model/show-run.ts';
import { ListedCampaign, StoredCampaign } from '../../../lambdas/adapters/dynamodb/campaign-item.ts';
import { readable } from '../../../lambdas/adapters/dynamodb/readable.ts';
import { person } from '../samples.ts';

/**
 * As the schemas of 24 November (`first`) and of 29 November 2026 (`later`) stored them, made by the code of those days:
 * runs through their transitions, campaigns by what the API took. Nothing here is changed when a schema changes.
 */
const Docs = z.array(z.looseObject({ id: z.string() }));
const { runs, unreadableRuns, campaigns } = z
  .object({ runs: Docs, unreadableRuns: Docs, campaigns: Docs })
  .parse(JSON.parse(readFileSync(path.join(import.meta.dirname, 'earlier-schemas.json'), 'utf8')));

const actor = { ...person, groups: ['start-deliveries'] };

test.each(runs)('the run $id is read, shown, and stands in lists', (doc) => {
  const run = Run.parse(doc);
  expect(RunView.parse(showRun(run, actor))).toMatchObject({ id: doc.id, campaignName: 'Letter' });
  expect(RunEntry.parse(entryOf(run))).toMatchObject({ id: doc.id, state: doc['state'] });
});

test('there is a run in every state', () => {
  expect(new Set(runs.map((doc) => doc['state']))).toEqual(new Set(runStates));
});

test('a run that paused when causes were what SES said is told as unreadable, and is in no other way', () => {
  const items = [...unreadableRuns, ...runs].map((doc) => ({ gsk: doc.id, doc }));
  const read = readable(items, z.object({ doc: Run }));
  expect(read.unreadable).toEqual(['first-Paused']);
  expect(read.items).toHaveLength(runs.length);
});

test.each(campaigns)('the campaign $id is read with its content, and stands in lists', (doc) => {
  expect(StoredCampaign.parse({ doc }).doc).toMatchObject({ id: doc.id, content: { subject: 'Hi {{ name }}' } });
  expect(CampaignEntry.parse(campaignEntryOf(ListedCampaign.parse({ doc }).doc))).toMatchObject({ name: 'Letter' });
});
