import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  LambdaClient,
  paginateListFunctions,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import canonicalize from 'canonicalize';
import { stringify } from 'csv-stringify/sync';
import { Campaign } from '../../domain/model/campaign.ts';
import { Chunk, chunkKey, Manifest, manifestKey, peoplePrefix } from '../../domain/model/manifest.ts';
import { RunView } from '../../domain/model/run-view.ts';
import { contentStoreIn } from '../../lambdas/adapters/s3/content-store.ts';
import { sha256 } from '../../lambdas/prepare/snapshot-writer.ts';
import { waitForState } from '../../local/demo/wait.ts';
import { clientSettings } from '../../local/settings.ts';
import { testSettings } from '../instance.ts';
import { enter, startRun, type World } from './world.ts';

const PEOPLE = 1100;
/** A page of the table's scan is a megabyte: these people take three, and a checkpoint is between two. */
const NOTE = 'x'.repeat(2500);
/** The time limit of lib/prepare/prepare-room.ts, and one that is below what a step keeps for its checkpoint. */
const [LIMIT, TOO_SHORT] = [900, 60];

const lambdas = new LambdaClient(clientSettings(testSettings));
const s3 = new S3Client({ ...clientSettings(testSettings), forcePathStyle: true });

const giveTime = async (seconds: number): Promise<void> => {
  for await (const { Functions = [] } of paginateListFunctions({ client: lambdas }, {})) {
    const name = Functions.find(({ FunctionName = '' }) => FunctionName.includes('PreparePrepareRun'))?.FunctionName;
    if (name === undefined) continue;
    await lambdas.send(new UpdateFunctionConfigurationCommand({ FunctionName: name, Timeout: seconds }));
    await waitUntilFunctionUpdatedV2({ client: lambdas, maxWaitTime: 30 }, { FunctionName: name });
    return;
  }
  throw new Error('there is no Lambda that prepares');
};

let world: World;
beforeAll(async () => {
  world = await enter();
});
afterAll(async () => giveTime(LIMIT));

const keysOf = async (run: RunView, under: string): Promise<string[]> => {
  const query = { Bucket: world.outputs.ContentBucket, Prefix: `${under}${run.id}/` };
  return ((await s3.send(new ListObjectsV2Command(query))).Contents ?? []).map(({ Key = '' }) => Key);
};

/** What a run froze, and how often its preparation was handed over. */
const frozenBy = async (run: RunView) => {
  const content = contentStoreIn(s3, world.outputs.ContentBucket);
  const manifestAt = (await keysOf(run, 'runs/')).find((key) => key.endsWith('/manifest.json')) ?? '';
  const prefix = manifestAt.slice(0, -manifestKey('').length);
  // To the letter: what it leaves out stays out.
  const written = JSON.parse((await content.get(manifestAt)) ?? '') as object;
  const manifest = Manifest.parse(written);
  const texts = await Promise.all(manifest.chunks.map(async (_, chunk) => content.get(chunkKey(prefix, chunk))));
  const checkpoints = await keysOf(run, peoplePrefix('runs/'));
  return {
    manifest,
    written,
    texts,
    invocations: 1 + checkpoints.filter((key) => /hand-over\/\d+\.json$/.test(key)).length,
  };
};

const prepare = async (campaign: Campaign): Promise<RunView> => {
  const { id } = await startRun(world, campaign);
  return waitForState(world.preparer, id, ['AwaitingConfirmation']);
};

test('a preparation whose Lambdas have little time goes on from one to the next, and freezes what one alone would have', async () => {
  const rows = Array.from({ length: PEOPLE }, (_, index) => ({
    id: `long-${index}`,
    // Some share an address, some have none: what was seen before a checkpoint counts after it.
    email: index % 10 === 0 ? '' : `long.${index % 9 === 0 ? index - 1 : index}@reader.example`,
    first_name: `Reader ${index % 7}`,
    note: NOTE,
  }));
  await world.story.importProfiles('long', stringify(rows, { header: true }));
  const campaign = await world.preparer.post(
    '/campaigns',
    {
      name: 'long',
      list: 'long',
      sender: { name: 'Shop', address: 'news@freigabe.example' },
      content: {
        subject: 'Hello {{ first_name }}',
        html: '<p>{{ first_name }} <a href="{{ unsubscribe_url }}">Unsubscribe</a></p>',
        text: '{{ first_name }} {{ unsubscribe_url }}',
      },
      schedule: { mode: 'onceConfirmed' },
    },
    Campaign,
  );
  const alone = await prepare(campaign);
  await world.preparer.post(`/runs/${alone.id}/stop`, {}, RunView.partial());
  await giveTime(TOO_SHORT);
  const inLegs = await prepare(campaign);

  const [one, many] = [await frozenBy(alone), await frozenBy(inLegs)];
  expect(one.invocations).toBe(1);
  expect(many.invocations).toBeGreaterThanOrEqual(3);
  expect(inLegs.counts).toEqual(alone.counts);
  expect(inLegs.counts?.targeted).toBe(PEOPLE);
  // A chunk names its run; else it is the same to the byte, and so is its digest.
  const chunks = one.texts.map((text) => {
    const chunk = { ...Chunk.parse(JSON.parse(text ?? '')), runId: inLegs.id };
    return { recipients: chunk.recipients.length, sha256: sha256(JSON.stringify(chunk)) };
  });
  expect(many.manifest.chunks).toEqual(chunks);
  const { preparedAt } = many.manifest;
  const manifest = canonicalize({ ...one.written, runId: inLegs.id, preparedAt, chunks }) ?? '';
  expect(sha256(manifest)).toBe(inLegs.manifestHash);
  await world.preparer.post(`/runs/${inLegs.id}/stop`, {}, RunView.partial());
});
