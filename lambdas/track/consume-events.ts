import type { Clock } from '../../domain/ports/clock.ts';
import type { DeadLetters } from '../../domain/track/ports/dead-letters.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { UnmatchedEvent, UnmatchedEvents } from '../../domain/track/ports/unmatched-events.ts';
import { aboutOf, type About } from '../../domain/model/own-mail.ts';
import { isTracking } from '../../domain/track/line-of.ts';
import {
  happenedAt,
  isUntracked,
  taggedMessageOf,
  parseSesEvent,
  type NewEvent,
  type SesEvent,
} from '../../domain/track/ses-event.ts';
import type { UnreachedMails } from '../../domain/track/ports/unreached.ts';
import { unreachedOf } from '../../domain/track/unreached.ts';
import type { UnknownPart, UnknownParts } from '../../domain/track/ports/unknown-parts.ts';
import { isOver } from '../../domain/model/row-life.ts';
import { isUnreadable } from '../../domain/values/unreadable.ts';
import { countUnknown } from './count-unknown.ts';
import { applyLate, recordEvents, type Arrived, type RecordPorts } from './record-events.ts';
import type { RunSizes } from './run-sizes.ts';

export type ConsumePorts = RecordPorts & {
  profiles: Profiles;
  clock: Clock;
  unmatched: UnmatchedEvents;
  unknownParts: UnknownParts;
  unreached: Pick<UnreachedMails, 'keep'>;
  deadLetters: DeadLetters;
  /** How many messages a run has. */
  sizeOf: RunSizes;
  /** Reports what could not be recorded: a sentence and figures, never a body. */
  report: (what: string, facts: Record<string, string | number>) => void;
};

type QueueMessage = { id: string; body: string };
type Entry = { id: string; arrived: Arrived };
type Unmatched = { id: string; event: UnmatchedEvent };
type Dead = QueueMessage & { cause: string };
type Own = { id: string; about: About; event: SesEvent };
type Sorted = { byRun: Map<string, Entry[]>; own: Own[]; unmatched: Unmatched[]; dead: Dead[]; unknown: UnknownPart[] };

/** An event may come months after its mail, or lie in the dead letters: its own time says nothing of how long to keep it. */
const now = ({ clock }: ConsumePorts): string => new Date(clock()).toISOString();

const causeOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

const unmatchedOf = (event: SesEvent | NewEvent, cause: UnmatchedEvent['cause']): UnmatchedEvent => {
  const message = taggedMessageOf(event);
  return {
    at: happenedAt(event),
    eventType: event.eventType,
    cause,
    runId: message?.runId ?? null,
    number: message?.number ?? null,
    sesMessageId: event.mail.messageId,
  };
};

const sortOurs = ({ byRun, own, unmatched }: Sorted, id: string, event: SesEvent): void => {
  const about = aboutOf(event.mail.tags);
  if (about) {
    own.push({ id, about, event });
    return;
  }
  const message = taggedMessageOf(event);
  if (!message) {
    unmatched.push({ id, event: unmatchedOf(event, 'noTags') });
    return;
  }
  const entries = byRun.get(message.runId) ?? [];
  entries.push({ id, arrived: { message, event } });
  byRun.set(message.runId, entries);
};

const sort = (messages: readonly QueueMessage[]): Sorted => {
  const sorted: Sorted = { byRun: new Map(), own: [], unmatched: [], dead: [], unknown: [] };
  for (const { id, body } of messages) {
    const parsed = parseSesEvent(body);
    if (parsed.kind === 'topicValidation') continue;
    if (parsed.kind === 'noEvent') {
      sorted.dead.push({ id, body, cause: parsed.cause });
      continue;
    }
    const { event, unknown } = parsed;
    sorted.unknown.push(...unknown);
    if (parsed.kind === 'new') sorted.unmatched.push({ id, event: unmatchedOf(event, 'newType') });
    else sortOurs(sorted, id, parsed.event);
  }
  return sorted;
};

/**
 * Events of a run or a number that does not exist are no message's. Of a message whose row has ended nobody knows what was
 * counted: `late` moves no figure any more, but what it says of an address holds.
 */
const matched = async (ports: ConsumePorts, runId: string, entries: readonly Entry[]) => {
  const known = await ports.sizeOf(runId);
  const isLate = isOver(known?.rowsUntil, ports.clock());
  const isOurs = ({ arrived }: Entry): boolean => arrived.message.number < (known?.size ?? 0);
  const arrived = entries.filter(isOurs).map((entry) => entry.arrived);
  const others = entries.filter((entry) => !isOurs(entry));
  const cause = known === undefined ? 'noSuchRun' : 'noSuchMessage';
  return {
    rowsUntil: known?.rowsUntil,
    ours: isLate ? [] : arrived,
    late: isLate ? arrived : [],
    unmatched: [
      ...others.map(({ arrived: other }) => unmatchedOf(other.event, cause)),
      ...(isLate ? arrived.map(({ event }) => unmatchedOf(event, 'rowsEnded')) : []),
    ],
  };
};

/** SES tracks what it was told not to; the events are dropped. */
const reportUntracked = ({ report }: ConsumePorts, runId: string, ours: readonly Arrived[]): void => {
  const tracked = ours.filter(({ event }) => isUntracked(event) && isTracking(event)).length;
  if (tracked > 0) report('opens and clicks of messages that are not tracked', { runId, tracked });
};

const keepRun = async (ports: ConsumePorts, runId: string, entries: readonly Entry[]): Promise<void> => {
  const { ours, late, unmatched, rowsUntil } = await matched(ports, runId, entries);
  // First what has consequences: a complaint that comes after a year is one.
  if (late.length > 0) await applyLate(ports, late);
  if (unmatched.length > 0) {
    await ports.unmatched.keep(unmatched, now(ports));
    ports.report('events of no message of ours', { runId, unmatched: unmatched.length });
  }
  if (late.length > 0 && ours.length === 0) return;
  reportUntracked(ports, runId, ours);
  await recordEvents(ports, { runId, rowsUntil }, ours);
};

/** Of a mail of ours about a run: only that it did not arrive. */
const keepOwn = async (ports: ConsumePorts, { about, event }: Own): Promise<void> => {
  const unreached = unreachedOf(about, event);
  if (unreached) await ports.unreached.keep(about.runId, unreached, now(ports));
};

/** Runs some work; its messages come again when it fails. */
const failing = async (
  ports: ConsumePorts,
  ids: readonly string[],
  work: () => Promise<void>,
): Promise<readonly string[]> => {
  try {
    await work();
    return [];
  } catch (error) {
    ports.report('events not recorded', { events: ids.length, cause: causeOf(error) });
    return ids;
  }
};

/**
 * Events of one run; answers those that come again. What is stored of one address or message and cannot be read stays so:
 * it must not keep the events of all others in the batch away until they are dead letters, so each is kept by itself then.
 */
const keepEntries = async (ports: ConsumePorts, runId: string, entries: readonly Entry[]): Promise<string[]> => {
  try {
    await keepRun(ports, runId, entries);
    return [];
  } catch (error) {
    if (isUnreadable(error) && entries.length > 1) {
      const failed: string[] = [];
      for (const entry of entries) failed.push(...(await keepEntries(ports, runId, [entry])));
      return failed;
    }
    ports.report('events not recorded', { events: entries.length, cause: causeOf(error) });
    return entries.map(({ id }) => id);
  }
};

/**
 * A batch from the events queue, run by run. What failed comes again; recording it twice changes nothing. What is
 * no event never succeeds: it goes to the dead letters at once, with its cause.
 */
export const consumeEvents =
  (ports: ConsumePorts) =>
  async (messages: readonly QueueMessage[]): Promise<{ failed: string[] }> => {
    const { byRun, own, unmatched, dead, unknown } = sort(messages);
    const failed: string[] = [];
    const fail = async (ids: readonly string[], work: () => Promise<void>): Promise<void> => {
      failed.push(...(await failing(ports, ids, work)));
    };
    for (const { id, body, cause } of dead) await fail([id], async () => ports.deadLetters.put(body, cause));
    if (dead.length > 0) ports.report('bodies that are no SES events', { dead: dead.length });
    if (unmatched.length > 0) {
      ports.report('events of no message of ours', { unmatched: unmatched.length });
      const ids = unmatched.map(({ id }) => id);
      await fail(ids, async () =>
        ports.unmatched.keep(
          unmatched.map(({ event }) => event),
          now(ports),
        ),
      );
    }
    for (const one of own) await fail([one.id], async () => keepOwn(ports, one));
    for (const [runId, entries] of byRun) failed.push(...(await keepEntries(ports, runId, entries)));
    await countUnknown(ports, unknown, now(ports));
    return { failed };
  };
