import type { AudienceRules } from '../../domain/model/audience-rules.ts';
import type { FrozenVariant, SplitContent } from '../../domain/model/manifest.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Page } from '../../domain/http/page.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import { localTimeOf } from '../../domain/calendar/recipient-time.ts';
import type { Spreading } from '../../domain/prepare/spread.ts';
import type { TrackingRules } from '../../domain/prepare/tracked.ts';
import type { Choice, Chooser } from '../../domain/prepare/variant-choice.ts';
import type { Known } from '../../domain/prepare/typology.ts';
import { countContacts, type ContactPorts } from './count-contacts.ts';
import type { FrozenAudience, Targeted } from './frozen-audience.ts';
import { SnapshotWriter } from './snapshot-writer.ts';
import { writeCheckpoint, readCheckpoint } from './checkpoint.ts';

/**
 * Batches of those who are targeted, from a cursor on; the cursor of a batch is null at the end. `unreadable`: ids of
 * those of whom nobody knows; `unread`: an attribute for each value that the filter could not read, and that left
 * somebody out; `unseen`: how many it left out because nobody can say what they did with messages.
 */
export type People = (
  from: string | undefined,
) => AsyncIterable<Page<Targeted> & { unreadable?: readonly string[]; unread?: readonly string[]; unseen?: number }>;

export type AudienceToFreeze = {
  id: string;
  campaignId: string;
  people: People;
  rules: AudienceRules;
  topic: string | undefined;
  /** Lists of test profiles that it does not name. */
  testLists: readonly string[];
  prefix: string;
  /** Number of the checkpoint to go on from; 0: none. */
  checkpoint: number;
  /** When it goes out, or would if it went at once. */
  contact: string;
  /** What "now" is in the template: ISO 8601 with its offset. */
  plannedStart: string;
  /** What is put together for everybody before it is frozen. */
  mail: SplitContent;
  variables: readonly string[];
  /** Contents that some get instead of that mail; absent: everybody gets it. */
  variants?: readonly FrozenVariant[];
  /** Which of them somebody gets; absent: none. */
  chooser?: Chooser;
  /** Of the campaign; false: nobody is. */
  isTracked: boolean;
  spreading: Spreading;
};

export type FreezeAudiencePorts = ContactPorts & {
  profiles: Pick<
    Profiles,
    'quarantined' | 'suppressed' | 'optedOutAddresses' | 'addressesWithout' | 'untrackedAddresses' | 'suppressionList'
  >;
  /** Are opens and clicks of those tracked who never said whether they may be? Absent: yes. */
  trackUnknown?: boolean;
  content: ContentStore;
};

const own: Choice = {};
const ownContent: Chooser = () => own;

const knownOf = async (
  ports: FreezeAudiencePorts,
  run: AudienceToFreeze,
): Promise<{ known: Known; tracking: TrackingRules; unreadable: string[] }> => {
  const { fatigue } = run.rules;
  const { profiles } = ports;
  const counted = fatigue && (await countContacts(ports, fatigue, { runId: run.id, contact: run.contact }));
  const [optedOut, topicLeft, refused, suppressionList, quarantined, suppressed] = await Promise.all([
    profiles.optedOutAddresses(),
    run.topic === undefined ? undefined : profiles.addressesWithout(run.topic),
    profiles.untrackedAddresses(run.topic),
    profiles.suppressionList(),
    profiles.quarantined(),
    profiles.suppressed(),
  ]);
  const leavesOutPassed = localTimeOf(run.spreading)?.recipientZone.passed === 'leaveOut';
  const contacts = (profileId: string): number => counted?.times.timesOf(profileId) ?? 0;
  return {
    known: { ...run, optedOut, topicLeft, suppressionList, quarantined, suppressed, contacts, leavesOutPassed },
    tracking: { about: run.topic, refused, unknown: ports.trackUnknown ?? true, nobody: !run.isTracked },
    unreadable: counted?.unreadable ?? [],
  };
};

/**
 * Streams the audience into a snapshot. Undefined: the time was up between two batches of profiles, and what the
 * next one needs is written under the prefix as checkpoint `checkpoint + 1`.
 */
export const freezeAudience = async (
  ports: FreezeAudiencePorts,
  run: AudienceToFreeze,
  isTimeUp: () => boolean,
): Promise<FrozenAudience | undefined> => {
  const { content } = ports;
  const { id: runId, prefix, mail, variables, checkpoint, plannedStart, spreading } = run;
  const { variants = [], chooser = ownContent } = run;
  const before = checkpoint > 0 ? await readCheckpoint(content, { prefix, number: checkpoint }) : undefined;
  const { known, tracking, unreadable: unreadableRuns } = await knownOf(ports, run);
  const writer = new SnapshotWriter(
    content,
    { runId, prefix, mail, variables, variants, chooser, plannedStart, known, spreading, tracking, unreadableRuns },
    before,
  );
  for await (const { items, unreadable = [], unread = [], unseen = 0, cursor } of run.people(before?.cursor)) {
    writer.leaveOut(unreadable);
    writer.countUnread(unread, unseen);
    for (const person of items) {
      writer.add(person);
      if (writer.isFull) await writer.flush();
    }
    if (cursor !== null && isTimeUp()) {
      await writeCheckpoint(content, { prefix, number: checkpoint + 1 }, writer.checkpoint(cursor));
      return undefined;
    }
  }
  return writer.close();
};
