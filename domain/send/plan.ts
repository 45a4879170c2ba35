import type { Group } from '../ledger.ts';
import { CHUNK_SIZE } from '../manifest.ts';

/** Consecutive message numbers that nobody holds; `generation` counts how often they were released before. */
export type Span = { from: number; to: number; generation: number };

export const sizeOf = ({ from, to }: Span): number => to - from + 1;

/** `origin` names the group that released it: undefined for a member that was never claimed. */
type Mark = { held: boolean; generation: number; origin: string | undefined };

const markGroup = (marks: Mark[], first: number, group: Group): void => {
  const released = new Set(group.outcome?.released);
  const origin = `${group.generation}#${group.from}`;
  for (let number = group.from; number <= group.to; number += 1) {
    const mark = marks[number - first];
    if (!mark || group.generation < mark.generation) continue;
    if (released.has(number)) Object.assign(mark, { held: false, generation: group.generation + 1, origin });
    else Object.assign(mark, { held: true, generation: group.generation, origin });
  }
};

/**
 * What is left of a chunk, in one fixed order, given the groups of the ledger. An open group holds its
 * members whatever became of its worker; only members that SES released come back, one generation up.
 * A span never joins what different groups released: a worker that does not yet know of one of them would
 * begin elsewhere, and two claims with different keys could share a member. Within the members of one group
 * all workers try the same first number next, so that the ledger's key decides between them.
 */
export const spansLeft = (chunk: number, recipients: number, groups: readonly Group[]): Span[] => {
  const first = chunk * CHUNK_SIZE;
  const marks: Mark[] = Array.from({ length: recipients }, () => ({
    held: false,
    generation: 0,
    origin: undefined,
  }));
  for (const group of groups.toSorted((one, other) => one.generation - other.generation))
    markGroup(marks, first, group);
  const spans: Span[] = [];
  let origin: string | undefined;
  for (const [index, mark] of marks.entries()) {
    if (mark.held) continue;
    const last = spans.at(-1);
    const number = first + index;
    const isNext = last?.to === number - 1 && last.generation === mark.generation && origin === mark.origin;
    if (isNext) last.to = number;
    else spans.push({ from: number, to: number, generation: mark.generation });
    ({ origin } = mark);
  }
  return spans;
};

/**
 * The next group to claim: at most `size` numbers from the first span, and half of it for each time that they were
 * released. When SES refuses a whole call because of one of its members, the halves find who it was.
 * Undefined: nothing is left.
 */
export const nextSpan = (spans: readonly Span[], size: number): Span | undefined => {
  const [span] = spans;
  if (!span) return undefined;
  const most = Math.max(1, Math.floor(size / 2 ** span.generation));
  return { ...span, to: Math.min(span.to, span.from + most - 1) };
};
