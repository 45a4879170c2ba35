import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { AudienceGone, ManifestDiffers } from '../../domain/model/frozen.ts';
import type { Manifest, Sample } from '../../domain/model/manifest.ts';
import { chunkOf } from '../../domain/model/message.ts';
import type { Preparation } from '../../domain/model/preparation.ts';
import { WINNER } from '../../domain/model/test-names.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import { sampleMail, type SampleMail } from '../../domain/send/sample-mail.ts';
import { loadChunk, loadManifest, mailsOf, type Frozen } from './load-frozen.ts';

type Content = Pick<ContentStore, 'get'>;
/** What the mails of samples are put together from, also of a manifest that is only being written. */
type Sampled = Pick<Manifest, 'runId' | 'sender' | 'replyTo' | 'content' | 'chunks' | 'schedule' | 'samples'> &
  Partial<Pick<Manifest, 'variants'>>;

const hashOf = (mail: SampleMail): string =>
  createHash('sha256')
    .update(canonicalize(mail) ?? '')
    .digest('hex');

/** Nobody knows what the rest of a test gets until it is decided; those in it have samples of each content. */
const hasContent = ({ schedule }: Pick<Manifest, 'schedule'>, { variant }: Sample): boolean =>
  !(variant === WINNER && schedule.abTest);

/** By the number of the message; one that cannot be put together has none. Each chunk is loaded once. */
const hashesOf = async (
  content: Content,
  { prefix, manifest, mailOf }: { prefix: string; manifest: Omit<Sampled, 'samples'>; mailOf: Frozen['mailOf'] },
  samples: readonly Sample[],
): Promise<Map<number, string>> => {
  const hashes = new Map<number, string>();
  for (const [place, some] of Map.groupBy(samples, ({ number }) => chunkOf(number))) {
    const chunk = await loadChunk(content, prefix, manifest, place);
    for (const { number } of some) {
      const mail = sampleMail({ ...mailOf(chunk.variant), manifest }, chunk, number);
      if (mail) hashes.set(number, hashOf(mail));
    }
  }
  return hashes;
};

/** The samples, each with the hash of its mail as this version puts it together. */
export const hashedSamples = async (content: Content, prefix: string, manifest: Sampled): Promise<Sample[]> => {
  const { samples, variants = [] } = manifest;
  const mailOf = mailsOf({ content: manifest.content, variants });
  const shown = samples.filter((sample) => hasContent(manifest, sample));
  const hashes = await hashesOf(content, { prefix, manifest, mailOf }, shown);
  return samples.map((sample) => {
    const mailHash = hashes.get(sample.number);
    return mailHash === undefined ? sample : { ...sample, mailHash };
  });
};

/**
 * Does this version put the mails together as the one did that froze them? A run that was frozen before samples had
 * hashes is taken as it is.
 * @param variant the samples that get this content only; null: all
 * @throws ManifestDiffers, AudienceGone
 */
export const checkSamples = async (
  content: Content,
  { prefix }: Pick<Preparation, 'prefix'>,
  { manifest, mailOf }: Frozen,
  variant: string | null | undefined,
): Promise<void> => {
  const hashed = manifest.samples.filter(
    (sample) => sample.mailHash !== undefined && (variant === null || sample.variant === variant),
  );
  const hashes = await hashesOf(content, { prefix, manifest, mailOf }, hashed);
  if (hashed.some(({ number, mailHash }) => hashes.get(number) !== mailHash))
    throw new ManifestDiffers('a mail as this version of Freigabe puts it together');
};

/** Of a run whose people are deleted nobody can tell any more: then it counts as the same. */
export const isPutTogetherAlike = async (content: Content, preparation: Preparation): Promise<boolean> => {
  try {
    const manifest = await loadManifest(content, preparation);
    await checkSamples(content, preparation, { manifest, mailOf: mailsOf(manifest) }, null);
    return true;
  } catch (error) {
    if (error instanceof AudienceGone) return true;
    if (error instanceof ManifestDiffers) return false;
    throw error;
  }
};
