import type { Sha256 } from './audit-chain.ts';
import { Chunk, Manifest, type SplitContent } from './manifest.ts';
import type { Preparation } from './preparation.ts';

/** The stored bytes, or what this version makes of them, are not what was confirmed: nothing of them may be sent (invariant 1). */
export class ManifestDiffers extends Error {
  readonly what: string;

  constructor(what: string) {
    super(`${what} is not what was confirmed`);
    this.name = 'ManifestDiffers';
    this.what = what;
  }
}

/** The people of a run are deleted some months after its preparation; who was confirmed is then not known any more. */
export class AudienceGone extends ManifestDiffers {
  constructor(what: string) {
    super(what);
    this.name = 'AudienceGone';
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

/** @throws AudienceGone when the chunk is gone, ManifestDiffers when its bytes do not have the digest that the manifest froze */
export const frozenChunk = (
  text: string | undefined,
  { manifest, chunk }: { manifest: Pick<Manifest, 'chunks'>; chunk: number },
  sha256: Sha256,
): Chunk => {
  const what = `chunk ${chunk}`;
  if (text === undefined) throw new AudienceGone(what);
  return Chunk.parse(checked({ text, digest: manifest.chunks[chunk]?.sha256, what }, sha256));
};

/** @throws ManifestDiffers when nobody confirmed such a content: no other one may stand in for it */
export const frozenContent = (
  { content, variants }: Pick<Manifest, 'content' | 'variants'>,
  variant: string | undefined,
): SplitContent => {
  if (variant === undefined) return content;
  const found = variants.find(({ id }) => id === variant);
  if (!found) throw new ManifestDiffers(`the variant ${variant}`);
  return found.content;
};
