import { createHash } from 'node:crypto';
import { CHUNK_SIZE, chunkKey, exclusionsKey, type Excluded, type Recipient } from '../../domain/manifest.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { Counts } from '../../domain/preparation.ts';
import { Excluder } from '../../domain/prepare/exclude.ts';
import type { Profile } from '../../domain/profile.ts';

export type FrozenAudience = {
  counts: Counts;
  chunks: { recipients: number; sha256: string }[];
  /** Names of all attributes that somebody in the audience has. */
  attributes: Set<string>;
};

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Writes full pages of `CHUNK_SIZE` as they fill, so that memory does not grow with the audience. */
class Pages<T> {
  private page: T[] = [];
  private count = 0;
  private readonly write: (page: T[], index: number) => Promise<void>;

  constructor(write: (page: T[], index: number) => Promise<void>) {
    this.write = write;
  }

  async add(item: T): Promise<void> {
    this.page.push(item);
    if (this.page.length >= CHUNK_SIZE) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.page.length === 0) return;
    await this.write(this.page, this.count);
    this.count += 1;
    this.page = [];
  }
}

/** Only what the template uses is frozen; what somebody lacks is the empty text. */
const recipientOf = (profile: Profile, variables: readonly string[]): Recipient => ({
  profileId: profile.id,
  address: profile.address.trim(),
  data: Object.fromEntries(
    variables.map((name) => [name, name === 'email' ? profile.address.trim() : (profile.attributes[name] ?? '')]),
  ),
});

/**
 * Streams the audience through the rules into frozen chunks and the exclusion log. Chunk objects hold
 * `{ runId, chunk, recipients }`; each is written once under the attempt's own prefix.
 */
export const freezeAudience = async (
  ports: { profiles: Profiles; content: ContentStore },
  run: { id: string; list: string; prefix: string },
  variables: readonly string[],
): Promise<FrozenAudience> => {
  const excluder = new Excluder(await ports.profiles.quarantined());
  const chunks: FrozenAudience['chunks'] = [];
  const attributes = new Set<string>();
  const recipients = new Pages<Recipient>(async (page, chunk) => {
    const body = JSON.stringify({ runId: run.id, chunk, recipients: page });
    await ports.content.put(chunkKey(run.prefix, chunk), body);
    chunks.push({ recipients: page.length, sha256: sha256(body) });
  });
  const excluded = new Pages<Excluded>((page, index) =>
    ports.content.put(exclusionsKey(run.prefix, index), JSON.stringify(page)),
  );
  for await (const batch of ports.profiles.ofList(run.list)) {
    for (const profile of batch) {
      for (const name of Object.keys(profile.attributes)) attributes.add(name);
      const cause = excluder.judge(profile);
      if (cause === undefined) await recipients.add(recipientOf(profile, variables));
      else await excluded.add({ profileId: profile.id, address: profile.address, cause });
    }
  }
  await recipients.flush();
  await excluded.flush();
  return { counts: excluder.counts(), chunks, attributes };
};
