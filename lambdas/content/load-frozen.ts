import { createHash } from 'node:crypto';
import { frozenChunk, frozenContent, frozenManifest } from '../../domain/model/frozen.ts';
import { chunkKey, manifestKey, type Chunk, type Manifest } from '../../domain/model/manifest.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import { compileContent, type CompiledMail } from '../../domain/content/render.ts';
import type { AttachedFile } from '../../domain/model/attachment.ts';
import type { Preparation } from '../../domain/model/preparation.ts';
import { loadAttachments } from './load-attachments.ts';

/** A manifest whose hash was checked, and its contents by variant; each is parsed once. */
export type Frozen = { manifest: Manifest; mailOf: (variant: string | undefined) => CompiledMail };

/** The same, with the files that go with each message. */
export type FrozenWithFiles = Frozen & { attachments: AttachedFile[] };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** @throws ManifestDiffers */
export const loadManifest = async (content: Pick<ContentStore, 'get'>, preparation: Preparation): Promise<Manifest> =>
  frozenManifest(await content.get(manifestKey(preparation.prefix)), preparation, sha256);

/** @throws ManifestDiffers for a variant that the manifest does not have */
export const mailsOf = (manifest: Pick<Manifest, 'content' | 'variants'>): Frozen['mailOf'] => {
  const known = new Map<string | undefined, CompiledMail>();
  return (variant) => {
    const before = known.get(variant);
    if (before) return before;
    const content = frozenContent(manifest, variant);
    const mail = { content, render: compileContent(content) };
    known.set(variant, mail);
    return mail;
  };
};

/** The last manifest of this container is kept: its chunks come one after the other. */
const keepingLast = <Loaded>(load: (preparation: Preparation) => Promise<Loaded>) => {
  let kept: { hash: string; loaded: Promise<Loaded> } | undefined;
  return async (preparation: Preparation): Promise<Loaded> => {
    if (kept?.hash === preparation.manifestHash) return kept.loaded;
    const loaded = load(preparation);
    kept = { hash: preparation.manifestHash, loaded };
    try {
      return await loaded;
    } catch (error) {
      kept = undefined;
      throw error;
    }
  };
};

const frozenIn =
  (content: Pick<ContentStore, 'get'>) =>
  async (preparation: Preparation): Promise<Frozen> => {
    const manifest = await loadManifest(content, preparation);
    return { manifest, mailOf: mailsOf(manifest) };
  };

export const frozenLoader = (content: Pick<ContentStore, 'get'>): ((preparation: Preparation) => Promise<Frozen>) =>
  keepingLast(frozenIn(content));

/** For whoever sends: files are loaded once a run, and are those that were confirmed. */
export const frozenLoaderWithFiles = (
  content: Pick<ContentStore, 'get' | 'getBytes'>,
): ((preparation: Preparation) => Promise<FrozenWithFiles>) =>
  keepingLast(async (preparation) => {
    const frozen = await frozenIn(content)(preparation);
    return { ...frozen, attachments: await loadAttachments(content, frozen.manifest.attachments) };
  });

/** @throws ManifestDiffers */
export const loadChunk = async (
  content: Pick<ContentStore, 'get'>,
  prefix: string,
  manifest: Pick<Manifest, 'chunks'>,
  chunk: number,
): Promise<Chunk> => frozenChunk(await content.get(chunkKey(prefix, chunk)), { manifest, chunk }, sha256);
