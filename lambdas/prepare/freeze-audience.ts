import { createHash } from 'node:crypto';
import { sesAddress } from '../../domain/address.ts';
import type { AudienceRules } from '../../domain/audience-rules.ts';
import { Directory } from '../../domain/directory.ts';
import {
  CHUNK_SIZE,
  chunkKey,
  directoryKey,
  exclusionsKey,
  type Excluded,
  type Recipient,
} from '../../domain/manifest.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { Counts } from '../../domain/preparation.ts';
import { Excluder } from '../../domain/prepare/exclude.ts';
import type { Candidate } from '../../domain/prepare/typology.ts';
import type { Profile } from '../../domain/profile.ts';

/** Somebody who is targeted: judged by the rules, and frozen with what the template needs of the attributes. */
export type Targeted = Candidate & Pick<Profile, 'attributes'>;

export type FrozenAudience = {
  counts: Counts;
  chunks: { recipients: number; sha256: string }[];
  /** Names of all attributes that somebody in the audience has. */
  attributes: Set<string>;
  /** Of the variables that the template uses, those that are empty for somebody who gets it: for how many. */
  empty: Map<string, number>;
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
const recipientOf = ({ id, address, attributes }: Targeted, variables: readonly string[]): Recipient => {
  const written = sesAddress(address);
  const data: Record<string, string> = {};
  for (const name of variables) data[name] = name === 'email' ? address.trim() : (attributes[name] ?? '');
  return { profileId: id, address: written, data };
};

const countEmpty = (empty: Map<string, number>, { data }: Recipient): void => {
  for (const name in data) if (data[name] === '') empty.set(name, (empty.get(name) ?? 0) + 1);
};

/** Takes people in the order in which they are frozen: full pages as they fill, and the directory at the end. */
class Register<T extends { profileId: string }> {
  private readonly directory = new Directory();
  private readonly pages: Pages<T>;

  constructor(write: (page: T[], index: number) => Promise<void>) {
    this.pages = new Pages(write);
  }

  async add(person: T): Promise<void> {
    this.directory.add(person.profileId);
    await this.pages.add(person);
  }

  /** Answers the directory of all who were added. */
  async close(): Promise<Uint8Array> {
    await this.pages.flush();
    return this.directory.bytes();
  }
}

export type AudienceToFreeze = {
  id: string;
  campaignId: string;
  people: AsyncIterable<Targeted[]>;
  rules: AudienceRules;
  prefix: string;
};

/**
 * Streams the audience through the rules into frozen chunks and the exclusion log, each with its directory.
 * Chunk objects hold `{ runId, chunk, recipients }`; each is written once under the attempt's own prefix.
 */
export const freezeAudience = async (
  {
    profiles,
    content,
  }: { profiles: Pick<Profiles, 'quarantined' | 'suppressed'>; content: Pick<ContentStore, 'put' | 'putBytes'> },
  run: AudienceToFreeze,
  variables: readonly string[],
): Promise<FrozenAudience> => {
  const [quarantined, suppressed] = await Promise.all([profiles.quarantined(), profiles.suppressed()]);
  const excluder = new Excluder({ ...run, quarantined, suppressed });
  const chunks: FrozenAudience['chunks'] = [];
  const attributes = new Set<string>();
  const empty = new Map<string, number>();
  const recipients = new Register<Recipient>(async (page, chunk) => {
    const body = JSON.stringify({ runId: run.id, chunk, recipients: page });
    await content.put(chunkKey(run.prefix, chunk), body);
    chunks.push({ recipients: page.length, sha256: sha256(body) });
  });
  const excluded = new Register<Excluded>((page, index) =>
    content.put(exclusionsKey(run.prefix, index), JSON.stringify(page)),
  );
  for await (const batch of run.people) {
    for (const profile of batch) {
      for (const name of Object.keys(profile.attributes)) attributes.add(name);
      const cause = excluder.judge(profile);
      if (cause === undefined) {
        const recipient = recipientOf(profile, variables);
        countEmpty(empty, recipient);
        await recipients.add(recipient);
      } else await excluded.add({ profileId: profile.id, address: profile.address, cause });
    }
  }
  await content.putBytes(directoryKey(run.prefix, 'recipients'), await recipients.close());
  await content.putBytes(directoryKey(run.prefix, 'exclusions'), await excluded.close());
  return { counts: excluder.counts(), chunks, attributes, empty };
};
