import { contentGot, type AbResult } from '../../domain/model/ab-test.ts';
import { found } from '../../domain/http/find.ts';
import { frozenChunk, frozenManifest, ManifestDiffers } from '../../domain/model/frozen.ts';
import {
  chunkKey,
  manifestKey,
  recipientAt,
  type Chunk,
  type Manifest,
  type Recipient,
} from '../../domain/model/manifest.ts';
import { chunkOf } from '../../domain/model/message.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { PersonIds } from '../../domain/ports/person-ids.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { UnknownMessages } from '../../domain/ports/unknown-messages.ts';
import type { Check } from '../../domain/model/preparation.ts';
import { templateBroken } from '../../domain/prepare/checks.ts';
import type { Chooser } from '../../domain/prepare/variant-choice.ts';
import { personalVariables } from '../../domain/content/variables.ts';
import type { Run } from '../../domain/model/run.ts';
import type { Draft } from './draft-run.ts';
import type { People } from './freeze-audience.ts';
import type { Targeted } from './frozen-audience.ts';
import { sha256 } from './snapshot-writer.ts';

export type ResendDraftPorts = {
  runs: Pick<Runs, 'get'>;
  profiles: Pick<Profiles, 'getMany'>;
  personIds: PersonIds;
  content: Pick<ContentStore, 'get'>;
  unknown: UnknownMessages;
};

type Frozen = { prefix: string; manifest: Manifest; abTest: AbResult | undefined };

/** Undefined: what is stored is not what was confirmed. */
const frozenOf = async (ports: ResendDraftPorts, run: Run): Promise<Frozen | undefined> => {
  if (!('preparation' in run) || !run.preparation) return undefined;
  const { prefix } = run.preparation;
  try {
    const manifest = frozenManifest(await ports.content.get(manifestKey(prefix)), run.preparation, sha256);
    return { prefix, manifest, abTest: 'abTest' in run ? run.abTest : undefined };
  } catch (error) {
    if (error instanceof ManifestDiffers) return undefined;
    throw error;
  }
};

/**
 * With what was frozen of them, and judged by what is known of them now, as the person who they are since a merge: somebody
 * who is gone has no address.
 */
const targetedOf = async (
  ports: ResendDraftPorts,
  recipients: Recipient[],
  variant: Chunk['variant'],
): Promise<Targeted[]> => {
  const persons = await ports.personIds.ofMany(recipients.map(({ profileId }) => profileId));
  const currentId = (id: string): string => persons.get(id)?.[0] ?? id;
  const ids = new Set(recipients.map(({ profileId }) => currentId(profileId)));
  const profiles = await ports.profiles.getMany([...ids]);
  const known = new Map(profiles.map((profile) => [profile.id, profile]));
  return recipients.map(({ profileId: id, address, data }) => {
    const profile = known.get(currentId(id));
    const isGone = !profile || profile.erasedAt !== undefined;
    const optedOut = profile?.optedOut;
    const tracking = profile?.tracking;
    const trackingByTopic = profile?.trackingByTopic;
    // Of an international address the chunk holds what SES takes; a template may show what was written.
    const written = data['email'] ?? address;
    return {
      id,
      address: isGone ? '' : written,
      // What they left, or refused of tracking, at the address that they have by now.
      ...(profile && { movedFrom: [profile.address] }),
      attributes: data,
      ...(optedOut && { optedOut }),
      ...(tracking && { tracking }),
      ...(trackingByTopic && { trackingByTopic }),
      ...(variant !== undefined && { variant }),
    };
  });
};

/** A batch for each chunk that has some of them; its cursor is the next chunk. */
const peopleOf = (
  ports: ResendDraftPorts,
  { prefix, manifest, abTest }: Frozen,
  numbers: readonly number[],
): People => {
  const chunks = [...Map.groupBy(numbers, chunkOf)].toSorted(([one], [other]) => one - other);
  return async function* batches(from = '0') {
    for (const [place, [index, those]] of chunks.entries()) {
      if (index < Number(from)) continue;
      const text = await ports.content.get(chunkKey(prefix, index));
      const chunk = frozenChunk(text, { manifest, chunk: index }, sha256);
      const recipients = those.map((number) => recipientAt(chunk, number)).filter((one) => one !== undefined);
      const next = chunks[place + 1]?.[0];
      yield {
        items: await targetedOf(ports, recipients, contentGot(chunk.variant, abTest)),
        cursor: next === undefined ? null : String(next),
      };
    }
  };
};

/** What is frozen of somebody is what that content needs, whatever language they have by now. */
const asFrozen: Chooser = ({ variant }) => (variant === undefined ? {} : { variant });

/** What an earlier run froze, for those of its messages that are still unknown. */
export const draftOfResend = async (
  ports: ResendDraftPorts,
  { runId }: NonNullable<Run['resendOf']>,
): Promise<Draft | Check> => {
  const frozen = await frozenOf(ports, found(await ports.runs.get(runId), 'run'));
  if (!frozen) return templateBroken('what the earlier run froze is gone, or is not what was confirmed');
  const { numbers } = await ports.unknown.ofRun(runId);
  const first = await ports.content.get(chunkKey(frozen.prefix, chunkOf(numbers[0] ?? 0)));
  if (first === undefined) return templateBroken('who was in the audience of the earlier run is deleted');
  // Fatigue was judged when the message was frozen; it would count that one against its own repetition.
  const { fatigue: _judged, ...rules } = frozen.manifest.rules;
  const people = peopleOf(ports, frozen, numbers);
  const variables = personalVariables(frozen.manifest.content);
  return { ...frozen.manifest, rules, schedule: { mode: 'onceConfirmed' }, people, variables, chooser: asFrozen };
};
