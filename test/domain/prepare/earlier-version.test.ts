import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { compileContent } from '../../../domain/content/render.ts';
import { personalVariables } from '../../../domain/content/variables.ts';
import { AudienceRules } from '../../../domain/model/audience-rules.ts';
import { frozenChunk, frozenContent, frozenManifest } from '../../../domain/model/frozen.ts';
import { ChunkTally } from '../../../domain/model/ledger.ts';
import { Manifest } from '../../../domain/model/manifest.ts';
import { groupMail } from '../../../domain/send/group-mail.ts';
import { isComplete } from '../../../domain/send/tally.ts';
import { Directory } from '../../../domain/values/directory.ts';
import { SeenKeys } from '../../../domain/values/seen-keys.ts';
import { freezeAudience } from '../../../lambdas/prepare/freeze-audience.ts';
import { sha256 } from '../../../lambdas/prepare/snapshot-writer.ts';
import { peopleWith, unused } from './prepare-world.ts';

/** As they were written before there were variants, segments, a choice of tracking and counted conditions. */
const written = z
  .record(z.string(), z.record(z.string(), z.json()))
  .parse(JSON.parse(readFileSync(path.join(import.meta.dirname, 'earlier-version.json'), 'utf8')));

const chunkText = JSON.stringify(written['chunk']);
const manifestText = JSON.stringify({ ...written['manifest'], chunks: [{ recipients: 1, sha256: sha256(chunkText) }] });

test('what an earlier version froze is sent by this one: its hash, its people and its mail are as they were', () => {
  const manifest = frozenManifest(manifestText, { manifestHash: sha256(manifestText) }, sha256);
  const chunk = frozenChunk(chunkText, { manifest, chunk: 0 }, sha256);
  const content = frozenContent(manifest, chunk.variant);
  const template = {
    manifest,
    content,
    render: compileContent(content),
    unsubscribeUrl: () => 'https://f.example/u',
    viewUrl: () => '',
  };
  const { mail, failed } = groupMail(template, chunk, [0]);
  expect(failed).toEqual([]);
  expect([mail.isUntracked, mail.attachments]).toEqual([undefined, undefined]);
  expect(mail.entries).toMatchObject([
    { number: 0, address: 'ada@post.example', data: { s0: 'Ada', h0: 'dear', h1: 'https://f.example/u' } },
  ]);
  expect([manifest.conditions, manifest.variants, manifest.waves, manifest.attachments, manifest.isTracked]).toEqual([
    [],
    [],
    [],
    [],
    true,
  ]);
});

test('a tally of an earlier version balances', () => {
  expect(isComplete(1, [ChunkTally.parse(written['tally'])])).toBe(true);
});

test('a preparation that an earlier version began is finished, and says nothing of conditions that it counted in part', async () => {
  const directory = new Directory();
  directory.add('p0', 0);
  const { hashes, times } = new SeenKeys().bytes();
  const bytes: Record<string, Uint8Array> = {
    hashes,
    times,
    recipients: directory.bytes(),
    excluded: new Directory().bytes(),
  };
  const { content: mail } = Manifest.parse(JSON.parse(manifestText));
  const people = peopleWith([{ name: 'Bo' }]);
  const chunks: string[] = [];
  const audience = await freezeAudience(
    {
      profiles: {
        optedOutAddresses: async () => new Set<string>(),
        quarantined: async () => new Set<string>(),
        addressesWithout: async () => new Set<string>(),
        untrackedAddresses: async () => new Set<string>(),
        suppressionList: async () => new Set<string>(),
        suppressed: async () => new Set<string>(),
      },
      runs: { current: unused, recent: unused },
      content: {
        get: async () => JSON.stringify(written['checkpoint']),
        getBytes: async (key) => bytes[/-(\w+)\.bin$/.exec(key)?.[1] ?? ''],
        put: async (key, body) => void (key.includes('/chunks/') && chunks.push(body)),
        putBytes: async () => undefined,
      },
    },
    {
      id: 'r',
      campaignId: 'c',
      people: async function* () {
        yield { items: people, cursor: null };
      },
      rules: AudienceRules.parse({}),
      topic: undefined,
      testLists: [],
      prefix: 'runs/r/attempt/',
      checkpoint: 1,
      contact: '',
      plannedStart: '2026-10-01T09:00:00+02:00',
      mail,
      variables: personalVariables(mail),
      isTracked: true,
      spreading: { campaignId: 'c', schedule: { mode: 'onceConfirmed' }, now: '2026-10-01T07:00:00.000Z' },
    },
    () => false,
  );
  expect(audience?.counts).toMatchObject({ targeted: 2, toDeliver: 2 });
  expect(
    chunks.map((body) => z.object({ recipients: z.array(z.json()) }).parse(JSON.parse(body)).recipients.length),
  ).toEqual([2]);
  expect(audience?.conditions).toEqual([]);
});
