import { createHash } from 'node:crypto';
import { frozenChunk, frozenContent, frozenManifest } from '../../domain/model/frozen.ts';
import { chunkKey, manifestKey, type Chunk, type Manifest } from '../../domain/model/manifest.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { AttachedFile } from '../../domain/model/attachment.ts';
import { compileContent } from '../../domain/content/render.ts';
import type { Preparation } from '../../domain/model/preparation.ts';
import type { CompiledMail } from '../../domain/send/group-mail.ts';
import { loadAttachments } from '../content/load-attachments.ts';

/** A manifest whose hash was checked, its contents by variant, each parsed once, and what goes with them. */
export type Frozen = {
  manifest: Manifest;
  mailOf: (variant: string | undefined) => CompiledMail;
  attachments: AttachedFile[];
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** @throws ManifestDiffers */
export const loadManifest = async (content: Pick<ContentStore, 'get'>, preparation: Preparation): Promise<Manifest> =>
  frozenManifest(await content.get(manifestKey(preparation.prefix)), preparation, sha256);

/** @throws ManifestDiffers for a variant that the manifest does not have */
const mailsOf = (manifest: Manifest): Frozen['mailOf'] => {
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
export const frozenLoader = (content: ContentStore): ((preparation: Preparation) => Promise<Frozen>) => {
  let kept: { hash: string; frozen: Promise<Frozen> } | undefined;
  const load = async (preparation: Preparation): Promise<Frozen> => {
    const manifest = await loadManifest(content, preparation);
    return { manifest, mailOf: mailsOf(manifest), attachments: await loadAttachments(content, manifest.attachments) };
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

/** @throws ManifestDiffers */
export const loadChunk = async (
  content: Pick<ContentStore, 'get'>,
  prefix: string,
  manifest: Manifest,
  chunk: number,
): Promise<Chunk> => frozenChunk(await content.get(chunkKey(prefix, chunk)), { manifest, chunk }, sha256);
