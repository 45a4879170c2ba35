import { addressKey } from '../../domain/model/address.ts';
import { itemIndexOf, type MessageRow } from '../../domain/model/message.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Kpis } from '../../domain/ports/kpis.ts';
import { ITEMS_PER_COMMIT, type Messages } from '../../domain/ports/messages.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import { addLines, newAdditions, type Addition } from '../../domain/track/add-lines.ts';
import { lineOf } from '../../domain/track/line-of.ts';
import type { TaggedMessage, SesEvent } from '../../domain/track/ses-event.ts';
import { applyToAddresses, type AddressedLine } from './apply-to-addresses.ts';

export type Arrived = { message: TaggedMessage; event: SesEvent };

export type RecordPorts = { messages: Messages; kpis: Kpis };

/** Two consumers change the same items: whoever fails the condition reads again. */
const ATTEMPTS = 20;

type ByItem<One extends Addition> = ReadonlyMap<number, readonly One[]>;

/** Gets the lines that no item has yet, before they are written; `rows`: of the messages that they change, with all their lines. */
type Settle<One extends Addition> = (fresh: readonly One[], rows: readonly MessageRow[]) => Promise<void>;

/** A run, and until when its message rows are kept; undefined: without an end. */
export type RowsOfRun = { runId: string; rowsUntil: string | undefined };

type Writing<One extends Addition> = RowsOfRun & { additions: ByItem<One>; settle: Settle<One> };

/** Known lines cost a read and nothing else. */
const recordSlice = async <One extends Addition>(
  ports: RecordPorts,
  { runId, rowsUntil, additions, settle }: Writing<One>,
): Promise<void> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const items = await ports.messages.items(runId, [...additions.keys()]);
    // Once is enough, and who lost to another consumer writes sooner without it.
    const fresh = attempt === 0 ? newAdditions(items, additions) : [];
    const change = addLines(items, additions);
    const rows = change.items.flatMap((item) => item.rows);
    if (fresh.length > 0) await settle(fresh, rows);
    if (change.items.length === 0 || (await ports.messages.commit({ runId, rowsUntil, ...change }))) return;
  }
  throw new Error(`the message items of run ${runId} changed ${ATTEMPTS} times while they were being written`);
};

/** Adds lines to the messages of a run, and moves the counters with them, so that a repeat changes nothing. */
export const recordLines = async <One extends Addition>(
  ports: RecordPorts,
  { runId, rowsUntil }: RowsOfRun,
  lines: readonly One[],
  settle: Settle<One> = async () => {},
): Promise<void> => {
  const items = [...Map.groupBy(lines, ({ number }) => itemIndexOf(number))];
  for (let start = 0; start < items.length; start += ITEMS_PER_COMMIT) {
    const additions = new Map(items.slice(start, start + ITEMS_PER_COMMIT));
    await recordSlice(ports, { runId, rowsUntil, additions, settle });
  }
  // After the write, so that no publication takes the mark and misses it; and for known lines too, because who
  // wrote them may have died before this, and then they come again.
  await ports.kpis.markChanged(runId);
};

const addressedOf = (arrived: readonly Arrived[]): (Addition & AddressedLine)[] =>
  arrived.flatMap(({ message, event }) => {
    const line = lineOf(event);
    const key = addressKey(event.mail.destination[0] ?? '');
    return line ? [{ number: message.number, profileId: message.profileId, key, line }] : [];
  });

type AddressPorts = { profiles: Profiles; clock: Clock };

const heardNow = ({ clock }: AddressPorts): string => new Date(clock()).toISOString();

/** Writes what the events of one run say, of their messages and of the status of their addresses. */
export const recordEvents = async (
  ports: RecordPorts & AddressPorts,
  run: RowsOfRun,
  arrived: readonly Arrived[],
): Promise<void> => {
  // Addresses before lines: a line that is known has had its consequences, and what a crash leaves undone comes again.
  await recordLines(ports, run, addressedOf(arrived), async (fresh, rows) => {
    const linesOf = new Map(rows.map((row) => [row.number, row.lines]));
    const all = fresh.map((one) => ({ ...one, lines: linesOf.get(one.number) ?? [] }));
    await applyToAddresses(ports.profiles, all, heardNow(ports));
  });
};

/** Of messages whose rows have ended: only what their events say of addresses, which holds for good. */
export const applyLate = async (ports: AddressPorts, arrived: readonly Arrived[]): Promise<void> =>
  applyToAddresses(ports.profiles, addressedOf(arrived), heardNow(ports));
