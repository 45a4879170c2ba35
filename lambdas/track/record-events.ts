import { contribution } from '../../domain/facts.ts';
import { addCounters, zeroCounters } from '../../domain/figures.ts';
import type { MessageRow } from '../../domain/message.ts';
import type { Kpis } from '../../domain/ports/kpis.ts';
import type { FactsCommit, Messages, TrackedEvent } from '../../domain/ports/messages.ts';
import { applyEvent } from '../../domain/track/apply-event.ts';
import type { Origin, SesEvent } from '../../domain/track/ses-event.ts';

export type Arrived = { origin: Origin; event: SesEvent };

export type RecordPorts = { messages: Messages; kpis: Kpis; hash: (text: string) => string };

/** A transaction takes 100 items: rows, tracking lines and one counter. */
const EVENTS_PER_COMMIT = 45;
/** Two consumers at the same rows: who loses reads again. */
const ATTEMPTS = 8;

const keyOf = ({ number, id }: Pick<TrackedEvent, 'number' | 'id'>): string => `${number}#${id}`;

type Change = { before: MessageRow | undefined; after: MessageRow };

/** A delivery needs no line in the tracking log: the row says when. */
const isLogged = (event: TrackedEvent): boolean => event.kind !== 'delivery';

const isMoved = ({ before, after }: Change): boolean => JSON.stringify(before?.facts) !== JSON.stringify(after.facts);

const applyAll = (ports: RecordPorts, rows: readonly MessageRow[], arrived: readonly Arrived[]) => {
  const changes = new Map<number, Change>(rows.map((row) => [row.number, { before: row, after: row }]));
  const lines = new Map<string, TrackedEvent>();
  for (const { origin, event } of arrived) {
    const change = changes.get(origin.number);
    const applied = applyEvent(change?.after, origin, event, ports.hash);
    if (!applied) continue;
    changes.set(origin.number, { before: change?.before, after: applied.row });
    if (isLogged(applied.tracked)) lines.set(keyOf(applied.tracked), applied.tracked);
  }
  return { changes: [...changes.values()].filter(isMoved), lines: [...lines.values()] };
};

const commitOf = (runId: string, changes: readonly Change[], events: TrackedEvent[]): FactsCommit => ({
  runId,
  rows: changes.map(({ before, after }) => ({ row: after, expectedVersion: before?.version ?? 0 })),
  events,
  delta: changes.reduce((sum, { before, after }) => {
    const gained = addCounters(sum, contribution(after.facts));
    return before ? addCounters(gained, contribution(before.facts), -1) : gained;
  }, zeroCounters()),
});

const tryOnce = async (ports: RecordPorts, runId: string, arrived: readonly Arrived[]): Promise<boolean> => {
  const numbers = [...new Set(arrived.map(({ origin }) => origin.number))];
  const rows = await ports.messages.rows(numbers.map((number) => ({ runId, number })));
  const { changes, lines } = applyAll(ports, rows, arrived);
  const known = lines.length > 0 ? await ports.messages.knownEvents(lines) : new Set<string>();
  return ports.messages.commit(
    commitOf(
      runId,
      changes,
      lines.filter((line) => !known.has(keyOf(line))),
    ),
  );
};

const recordSlice = async (ports: RecordPorts, runId: string, arrived: readonly Arrived[]): Promise<void> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await tryOnce(ports, runId, arrived)) return;
  }
  throw new Error(`the rows of run ${runId} moved ${ATTEMPTS} times while they were being written`);
};

/** Writes the facts of one run's events, and the counters that they move, so that a repeat changes nothing. */
export const recordEvents = async (ports: RecordPorts, runId: string, arrived: readonly Arrived[]): Promise<void> => {
  // Before the first write: a crash after it costs one needless publication, the other way round a missing one.
  await ports.kpis.markChanged(runId);
  for (let start = 0; start < arrived.length; start += EVENTS_PER_COMMIT) {
    await recordSlice(ports, runId, arrived.slice(start, start + EVENTS_PER_COMMIT));
  }
};
