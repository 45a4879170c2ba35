import type { Group } from '../ledger.ts';
import { CHUNK_SIZE } from '../manifest.ts';

/** Consecutive message numbers that nobody holds; `generation` counts how often they were released before. */
export type Span = { from: number; to: number; generation: number };

type Mark = { held: boolean; generation: number };

const markGroup = (marks: Mark[], first: number, group: Group): void => {
  const released = new Set(group.outcome?.released);
  for (let number = group.from; number <= group.to; number += 1) {
    const mark = marks[number - first];
    if (!mark || group.generation < mark.generation) continue;
    if (released.has(number)) Object.assign(mark, { held: false, generation: group.generation + 1 });
    else Object.assign(mark, { held: true, generation: group.generation });
  }
};

/**
 * What is left of a chunk, in one fixed order, given the groups of the ledger. An open group holds its
 * members whatever became of its worker; only members that SES released come back, one generation up.
 * Two workers with the same or an older view always try the same first number next, so that the
 * ledger's key decides between them and no two groups overlap.
 */
export const spansLeft = (chunk: number, recipients: number, groups: readonly Group[]): Span[] => {
  const first = chunk * CHUNK_SIZE;
  const marks: Mark[] = Array.from({ length: recipients }, () => ({ held: false, generation: 0 }));
  for (const group of groups.toSorted((one, other) => one.generation - other.generation))
    markGroup(marks, first, group);
  const spans: Span[] = [];
  for (const [index, mark] of marks.entries()) {
    if (mark.held) continue;
    const last = spans.at(-1);
    const number = first + index;
    if (last && last.to === number - 1 && last.generation === mark.generation) last.to = number;
    else spans.push({ from: number, to: number, generation: mark.generation });
  }
  return spans;
};

/** The next group to claim: at most `size` numbers from the first span. Undefined: nothing is left. */
export const nextSpan = (spans: readonly Span[], size: number): Span | undefined => {
  const [span] = spans;
  return span && { ...span, to: Math.min(span.to, span.from + size - 1) };
};
