import type { Group } from '../model/ledger.ts';
import { CHUNK_SIZE } from '../model/manifest.ts';

/** Consecutive message numbers that nobody holds; `generation` counts how often they were released before. */
export type Span = { from: number; to: number; generation: number };

export const sizeOf = ({ from, to }: Span): number => to - from + 1;

export const sizeOfAll = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + sizeOf(span), 0);

/** Its message numbers, in their order. */
export const membersOf = ({ from, to }: Pick<Span, 'from' | 'to'>): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/**
 * What is left of a chunk, in one fixed order, given the groups of the ledger. An open group holds its
 * members whatever became of its worker; only members that SES released come back, one generation up.
 * A span never joins what different groups released: a worker that does not yet know of one of them would
 * begin elsewhere, and two claims with different keys could share a member. Within the members of one group
 * all workers try the same first number next, so that the ledger's key decides between them.
 */
export const spansLeft = (chunk: number, recipients: number, groups: readonly Group[]): Span[] => {
  const first = chunk * CHUNK_SIZE;
  const claimedBy = Array.from<Group | undefined>({ length: recipients });
  for (const group of groups.toSorted((one, other) => one.generation - other.generation))
    claimedBy.fill(group, group.from - first, group.to - first + 1);
  const spans: Span[] = [];
  let releasedBy: Group | undefined;
  for (const [index, group] of claimedBy.entries()) {
    const number = first + index;
    if (group && !group.outcome?.released.includes(number)) continue;
    const last = spans.at(-1);
    if (last?.to === number - 1 && group === releasedBy) last.to = number;
    else spans.push({ from: number, to: number, generation: group ? group.generation + 1 : 0 });
    releasedBy = group;
  }
  return spans;
};

/** The same after a claim that begins where the first of them does: what `spansLeft` says with one more open group. */
export const spansWithout = ([first, ...others]: readonly Span[], { to }: Pick<Span, 'to'>): Span[] =>
  first && to < first.to ? [{ ...first, from: to + 1 }, ...others] : others;

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
