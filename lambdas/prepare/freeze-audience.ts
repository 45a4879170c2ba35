import { createHash } from 'node:crypto';
import { sesAddress } from '../../domain/address.ts';
import type { AudienceFilter } from '../../domain/audience-filter.ts';
import type { AudienceRules } from '../../domain/audience-rules.ts';
import {
  chunkKey,
  directoryKey,
  exclusionsKey,
  type Excluded,
  type Recipient,
  type Sample,
} from '../../domain/manifest.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { Counts } from '../../domain/preparation.ts';
import { Excluder } from '../../domain/prepare/exclude.ts';
import { FieldFindings } from '../../domain/prepare/field-findings.ts';
import { matcherOf } from '../../domain/prepare/matches.ts';
import type { Known } from '../../domain/prepare/typology.ts';
import type { Profile } from '../../domain/profile.ts';
import { countContacts, type ContactPorts } from './count-contacts.ts';
import { Register } from './register.ts';

export type FrozenAudience = {
  counts: Counts;
  chunks: { recipients: number; sha256: string }[];
  /** Names of all attributes that somebody in the audience has. */
  attributes: Set<string>;
  /** Of the variables that the template uses, those that are empty for somebody who gets it: for how many. */
  empty: Map<string, number>;
  samples: Sample[];
};

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Only what the template uses is frozen; what somebody lacks is the empty text. */
const recipientOf = ({ id, address, attributes }: Profile, variables: readonly string[]): Recipient => {
  const written = sesAddress(address);
  const data: Record<string, string> = {};
  for (const name of variables) data[name] = name === 'email' ? address.trim() : (attributes[name] ?? '');
  return { profileId: id, address: written, data };
};

export type AudienceToFreeze = {
  id: string;
  campaignId: string;
  /** Empty: all stored profiles. */
  list: string;
  filter: AudienceFilter | undefined;
  rules: AudienceRules;
  prefix: string;
  /** When it goes out, or would if it went at once. */
  contact: string;
};

export type FreezeAudiencePorts = ContactPorts & { profiles: Profiles; content: ContentStore };

const knownOf = async (ports: FreezeAudiencePorts, run: AudienceToFreeze): Promise<Known> => {
  const { fatigue } = run.rules;
  const { profiles } = ports;
  const counted = fatigue && (await countContacts(ports, fatigue, { runId: run.id, contact: run.contact }));
  const [quarantined, suppressed] = await Promise.all([profiles.quarantined(), profiles.suppressed()]);
  return { ...run, quarantined, suppressed, contacts: (profileId) => counted?.timesOf(profileId) ?? 0 };
};

/**
 * Streams the audience through the rules into frozen chunks and the exclusion log, each with its directory.
 * Chunk objects hold `{ runId, chunk, recipients }`; each is written once under the attempt's own prefix.
 */
export const freezeAudience = async (
  ports: FreezeAudiencePorts,
  run: AudienceToFreeze,
  variables: readonly string[],
): Promise<FrozenAudience> => {
  const { content, profiles } = ports;
  const excluder = new Excluder(await knownOf(ports, run));
  const chunks: FrozenAudience['chunks'] = [];
  const attributes = new Set<string>();
  const fields = new FieldFindings();
  const recipients = new Register<Recipient>(async (page, chunk) => {
    const body = JSON.stringify({ runId: run.id, chunk, recipients: page });
    await content.put(chunkKey(run.prefix, chunk), body);
    chunks.push({ recipients: page.length, sha256: sha256(body) });
  });
  const excluded = new Register<Excluded>((page, index) =>
    content.put(exclusionsKey(run.prefix, index), JSON.stringify(page)),
  );
  const isMeant = matcherOf(run.filter);
  for await (const batch of profiles.inList(run.list || undefined)) {
    for (const profile of batch.filter(isMeant)) {
      for (const name of Object.keys(profile.attributes)) attributes.add(name);
      const cause = excluder.judge(profile);
      if (cause === undefined) {
        const recipient = recipientOf(profile, variables);
        fields.add(recipient, recipients.size);
        await recipients.add(recipient);
      } else await excluded.add({ profileId: profile.id, address: profile.address, cause });
    }
  }
  await content.putBytes(directoryKey(run.prefix, 'recipients'), await recipients.close());
  await content.putBytes(directoryKey(run.prefix, 'exclusions'), await excluded.close());
  return { counts: excluder.counts(), chunks, attributes, empty: fields.empty, samples: fields.samples() };
};
