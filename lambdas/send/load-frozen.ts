import { createHash } from 'node:crypto';
import { chunkKey, Chunk, Manifest, manifestKey } from '../../domain/manifest.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import { compileContent, type CompiledContent } from '../../domain/render.ts';
import type { Preparation } from '../../domain/preparation.ts';

/** The stored bytes are not those that were confirmed: nothing of them may be sent (invariant 1). */
export class ManifestDiffers extends Error {
  constructor(what: string) {
    super(`${what} is not what was confirmed`);
    this.name = 'ManifestDiffers';
  }
}

/** A manifest whose hash was checked, with its fragments parsed once. */
export type Frozen = { manifest: Manifest; render: CompiledContent };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const checked = (text: string | undefined, digest: string | undefined, what: string): unknown => {
  if (text === undefined || sha256(text) !== digest) throw new ManifestDiffers(what);
  return JSON.parse(text);
};

/** @throws ManifestDiffers when the stored manifest does not have the confirmed hash */
export const loadManifest = async (content: Pick<ContentStore, 'get'>, preparation: Preparation): Promise<Manifest> =>
  Manifest.parse(checked(await content.get(manifestKey(preparation.prefix)), preparation.manifestHash, 'the manifest'));

/** The last manifest of this container is kept: its chunks come one after the other. */
export const frozenLoader = (content: ContentStore): ((preparation: Preparation) => Promise<Frozen>) => {
  let kept: { hash: string; frozen: Promise<Frozen> } | undefined;
  const load = async (preparation: Preparation): Promise<Frozen> => {
    const manifest = await loadManifest(content, preparation);
    return { manifest, render: compileContent(manifest.content) };
  };
  return async (preparation) => {
    if (kept?.hash === preparation.manifestHash) return kept.frozen;
    const frozen = load(preparation);
    kept = { hash: preparation.manifestHash, frozen };
    try {
      return await frozen;
    } catch (error) {
      kept = undefined;
      throw error;
    }
  };
};

/** @throws ManifestDiffers when the chunk's bytes do not have the digest that the manifest froze */
export const loadChunk = async (
  content: ContentStore,
  prefix: string,
  manifest: Manifest,
  chunk: number,
): Promise<Chunk> =>
  Chunk.parse(checked(await content.get(chunkKey(prefix, chunk)), manifest.chunks[chunk]?.sha256, `chunk ${chunk}`));
