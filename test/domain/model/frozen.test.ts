import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AudienceGone, frozenChunk, frozenManifest, ManifestDiffers } from '../../../domain/model/frozen.ts';
import type { Chunk } from '../../../domain/model/manifest.ts';
import { manifest } from '../samples.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const chunk: Chunk = {
  runId: manifest.runId,
  chunk: 0,
  recipients: [{ profileId: 'p1', address: 'ada@freigabe.example', data: { name: 'Ada' } }],
};
const texts = { manifest: JSON.stringify(manifest), chunk: JSON.stringify(chunk) };
const manifestHash = sha256(texts.manifest);
const confirmed = { manifest: { chunks: [{ recipients: 1, sha256: sha256(texts.chunk) }] }, chunk: 0 };

test('what was confirmed is read as it was frozen', () => {
  expect(frozenManifest(texts.manifest, { manifestHash }, sha256)).toEqual(manifest);
  expect(frozenChunk(texts.chunk, confirmed, sha256)).toEqual(chunk);
});

const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 3 }), insert: fc.string({ maxLength: 3 }) });
type Edit = { at: number; remove: number; insert: string };

const edited = (text: string, { at, remove, insert }: Edit): string => {
  const from = at % text.length;
  return text.slice(0, from) + insert + text.slice(from + remove);
};

test('whatever was changed in it, nothing of it is read', () => {
  fc.assert(
    fc.property(edit, (change) => {
      const other = { manifest: edited(texts.manifest, change), chunk: edited(texts.chunk, change) };
      fc.pre(other.manifest !== texts.manifest && other.chunk !== texts.chunk);
      expect(() => frozenManifest(other.manifest, { manifestHash }, sha256)).toThrow(ManifestDiffers);
      expect(() => frozenChunk(other.chunk, confirmed, sha256)).toThrow(ManifestDiffers);
    }),
  );
});

test('what is gone, and a chunk that the manifest does not name, are refused by their names', () => {
  expect(() => frozenManifest(undefined, { manifestHash }, sha256)).toThrow('the manifest is not what was confirmed');
  expect(() => frozenChunk(undefined, confirmed, sha256)).toThrow(AudienceGone);
  expect(() => frozenChunk(undefined, confirmed, sha256)).toThrow('chunk 0 is not what was confirmed');
  expect(() => frozenChunk(texts.chunk, { ...confirmed, chunk: 1 }, sha256)).toThrow('chunk 1 is not');
});
