import { contribution } from '../model/facts.ts';
import { addCounters, zeroCounters, type Counters } from '../model/figures.ts';
import type { MessageRow, MessageItem, TrackingLine } from '../model/message.ts';

export type Addition = { number: number; line: TrackingLine };

/**
 * A machine may fetch a mail for years: of each kind the earliest so many lines of a message are kept, whatever came
 * when, so that no number of opens hides a click, a late bounce, a complaint or an opt-out.
 */
const MAX_OF_KIND = 60;

const fields = ['kind', 'at', 'agent', 'bot', 'link', 'label', 'status', 'type', 'subType', 'diagnosis'] as const;

/** Earliest first, and among those of one instant always in the same order. */
const compare = (one: TrackingLine, other: TrackingLine): number => {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  const difference = fields.find((field) => one[field] !== other[field]);
  if (difference === undefined) return 0;
  return (one[difference] ?? '') < (other[difference] ?? '') ? -1 : 1;
};

/** The union of a set with one more: the same set again when it is known, or too late to be kept. */
const withLine = (lines: readonly TrackingLine[], line: TrackingLine): readonly TrackingLine[] => {
  const place = lines.findIndex((known) => compare(known, line) >= 0);
  const known = lines[place];
  if (known && compare(known, line) === 0) return lines;
  const more = lines.toSpliced(place === -1 ? lines.length : place, 0, line);
  if (more.filter(({ kind }) => kind === line.kind).length <= MAX_OF_KIND) return more;
  const last = more.findLastIndex(({ kind }) => kind === line.kind);
  return more[last] === line ? lines : more.toSpliced(last, 1);
};

const has = (lines: readonly TrackingLine[], line: TrackingLine): boolean =>
  lines.some((known) => compare(known, line) === 0);

/** Those that no item has: they were never written, or are too late to be kept. */
export const newAdditions = <One extends Addition>(
  items: readonly MessageItem[],
  additions: ReadonlyMap<number, readonly One[]>,
): One[] =>
  items.flatMap(({ index, rows }) => {
    const lines = new Map(rows.map((row) => [row.number, row.lines]));
    return (additions.get(index) ?? []).filter(({ number, line }) => !has(lines.get(number) ?? [], line));
  });

/** What a batch of events does to the items of a run: those that changed, and how the counters move with them. */
export type Change = { items: MessageItem[]; delta: Counters };

const changedItem = (item: MessageItem, additions: readonly Addition[]): Change => {
  const before = new Map<number, MessageRow>(item.rows.map((row) => [row.number, row]));
  const after = new Map(before);
  for (const { number, line } of additions) {
    const lines = after.get(number)?.lines ?? [];
    const more = withLine(lines, line);
    if (more !== lines) after.set(number, { runId: item.runId, number, lines: more });
  }
  let delta = zeroCounters();
  let isChanged = false;
  for (const [number, row] of after) {
    const known = before.get(number);
    if (known === row) continue;
    isChanged = true;
    delta = addCounters(delta, contribution(row.lines));
    delta = addCounters(delta, contribution(known?.lines ?? []), -1);
  }
  return { items: isChanged ? [{ ...item, rows: [...after.values()] }] : [], delta };
};

/**
 * Adds lines to the items that hold their messages. A set of lines grows the same way in any order and by any
 * repeats, and counters move by the difference of what its messages contribute (invariant 5).
 */
export const addLines = (
  items: readonly MessageItem[],
  additions: ReadonlyMap<number, readonly Addition[]>,
): Change => {
  const changes = items.map((item) => changedItem(item, additions.get(item.index) ?? []));
  return {
    items: changes.flatMap((change) => change.items),
    delta: changes.reduce((sum, { delta }) => addCounters(sum, delta), zeroCounters()),
  };
};
