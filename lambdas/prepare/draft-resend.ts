import { found } from '../../domain/find.ts';
import { Chunk, chunkKey, Manifest, manifestKey, recipientAt, type Recipient } from '../../domain/manifest.ts';
import { chunkOf } from '../../domain/message.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { UnknownMessages } from '../../domain/ports/unknown-messages.ts';
import type { Check } from '../../domain/preparation.ts';
import { templateBroken } from '../../domain/prepare/checks.ts';
import type { Run } from '../../domain/run.ts';
import type { Draft } from './draft-run.ts';
import type { People } from './freeze-audience.ts';
import { sha256, type Targeted } from './freezer.ts';

export type ResendDraftPorts = {
  runs: Pick<Runs, 'get'>;
  profiles: Pick<Profiles, 'getMany'>;
  content: Pick<ContentStore, 'get'>;
  unknown: UnknownMessages;
};

type Frozen = { prefix: string; manifest: Manifest };

/** Undefined: the objects of an old run are gone after a year, or are not what was confirmed. */
const frozenOf = async (ports: ResendDraftPorts, run: Run): Promise<Frozen | undefined> => {
  const preparation = 'preparation' in run ? run.preparation : undefined;
  const text = preparation && (await ports.content.get(manifestKey(preparation.prefix)));
  if (!preparation || text === undefined || sha256(text) !== preparation.manifestHash) return undefined;
  return { prefix: preparation.prefix, manifest: Manifest.parse(JSON.parse(text)) };
};

/** @throws Error when the chunk does not have the digest that its manifest froze */
const chunkIn = async (ports: ResendDraftPorts, { prefix, manifest }: Frozen, chunk: number): Promise<Chunk> => {
  const text = (await ports.content.get(chunkKey(prefix, chunk))) ?? '';
  if (sha256(text) !== manifest.chunks[chunk]?.sha256) throw new Error(`chunk ${chunk} is not what was confirmed`);
  return Chunk.parse(JSON.parse(text));
};

/** With what was frozen of them, and judged by what is known of them now: somebody who is gone has no address. */
const targetedOf = async (ports: ResendDraftPorts, recipients: Recipient[]): Promise<Targeted[]> => {
  const profiles = await ports.profiles.getMany(recipients.map(({ profileId }) => profileId));
  const known = new Map(profiles.map((profile) => [profile.id, profile]));
  return recipients.map(({ profileId: id, address, data }) => {
    const profile = known.get(id);
    const isGone = !profile || profile.erasedAt !== undefined;
    const optedOut = profile?.optedOut;
    // Of an international address the chunk holds what SES takes; a template may show what was written.
    const written = data['email'] ?? address;
    return { id, address: isGone ? '' : written, attributes: data, ...(optedOut && { optedOut }) };
  });
};

/** A batch for each chunk that has some of them; its cursor is the next chunk. */
const peopleOf = (ports: ResendDraftPorts, frozen: Frozen, numbers: readonly number[]): People => {
  const chunks = [...Map.groupBy(numbers, chunkOf)].toSorted(([one], [other]) => one - other);
  return async function* batches(from = '0') {
    for (const [place, [index, those]] of chunks.entries()) {
      if (index < Number(from)) continue;
      const chunk = await chunkIn(ports, frozen, index);
      const recipients = those.map((number) => recipientAt(chunk, number)).filter((one) => one !== undefined);
      const next = chunks[place + 1]?.[0];
      yield { items: await targetedOf(ports, recipients), cursor: next === undefined ? null : String(next) };
    }
  };
};

/** What an earlier run froze, for those of its messages that are still unknown. */
export const draftOfResend = async (
  ports: ResendDraftPorts,
  { runId }: NonNullable<Run['resendOf']>,
): Promise<Draft | Check> => {
  const frozen = await frozenOf(ports, found(await ports.runs.get(runId), 'run'));
  if (!frozen) return templateBroken('what the earlier run froze is gone, or is not what was confirmed');
  const { numbers } = await ports.unknown.ofRun(runId);
  // Fatigue was judged when the message was frozen; it would count that one against its own repetition.
  const { fatigue: _judged, ...rules } = frozen.manifest.rules;
  const people = peopleOf(ports, frozen, numbers);
  return { ...frozen.manifest, rules, schedule: { mode: 'onceConfirmed' }, people };
};
