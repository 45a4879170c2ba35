import type { Sha256 } from './audit-chain.ts';
import { Chunk, Manifest } from './manifest.ts';
import type { Preparation } from './preparation.ts';

/** The stored bytes are not those that were confirmed: nothing of them may be sent (invariant 1). */
export class ManifestDiffers extends Error {
  constructor(what: string) {
    super(`${what} is not what was confirmed`);
    this.name = 'ManifestDiffers';
  }
}

type Frozen = { text: string | undefined; digest: string | undefined; what: string };

const checked = ({ text, digest, what }: Frozen, sha256: Sha256): unknown => {
  if (text === undefined || sha256(text) !== digest) throw new ManifestDiffers(what);
  return JSON.parse(text);
};

/** @throws ManifestDiffers when the stored manifest is gone or does not have the confirmed hash */
export const frozenManifest = (
  text: string | undefined,
  { manifestHash }: Pick<Preparation, 'manifestHash'>,
  sha256: Sha256,
): Manifest => Manifest.parse(checked({ text, digest: manifestHash, what: 'the manifest' }, sha256));

/** @throws ManifestDiffers when the chunk's bytes are gone or do not have the digest that the manifest froze */
export const frozenChunk = (
  text: string | undefined,
  { manifest, chunk }: { manifest: Pick<Manifest, 'chunks'>; chunk: number },
  sha256: Sha256,
): Chunk => Chunk.parse(checked({ text, digest: manifest.chunks[chunk]?.sha256, what: `chunk ${chunk}` }, sha256));
