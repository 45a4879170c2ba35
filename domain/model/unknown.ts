import { isRetryable, openMembers, type Group } from './ledger.ts';
import type { MessageRow } from './message.ts';

/** Messages of a run, or a part of it, that may be sent again. */
export type Unknown = {
  /** Message numbers in their order. */
  numbers: readonly number[];
  /** Before this instant a worker may still be at one of them; empty when there are none. ISO 8601, UTC. */
  deadline: string;
};

export const noneUnknown: Unknown = { numbers: [], deadline: '' };

/** Both together; chunks come in their order. */
export const withUnknown = (one: Unknown, other: Unknown): Unknown => ({
  numbers: [...one.numbers, ...other.numbers],
  deadline: one.deadline > other.deadline ? one.deadline : other.deadline,
});

/**
 * Messages of a chunk of which nobody knows whether they went out: a group has no outcome for them, and
 * SES reported nothing of them. Any event about one proves that SES took it.
 */
export const unknownIn = (groups: readonly Group[], rows: readonly MessageRow[]): Unknown => {
  const reported = new Set(rows.map(({ number }) => number));
  const parts = groups
    .toSorted((one, other) => one.from - other.from)
    .map((group): Unknown => {
      const numbers = openMembers(group).filter((number) => !reported.has(number));
      return numbers.length > 0 ? { numbers, deadline: group.outcome?.closedAt ?? group.deadline } : noneUnknown;
    });
  return parts.reduce(withUnknown, noneUnknown);
};

/** What of a chunk may be sent again: what is unknown, and what failed because SES refused it without a reason. */
export const sendableIn = (groups: readonly Group[], rows: readonly MessageRow[]): Unknown => {
  const { numbers, deadline } = unknownIn(groups, rows);
  const reported = new Set(rows.map(({ number }) => number));
  const retryable = groups
    .flatMap(({ outcome }) => outcome?.refused.filter(isRetryable) ?? [])
    .map(({ number }) => number)
    .filter((number) => !reported.has(number));
  return { numbers: [...numbers, ...retryable].toSorted((one, other) => one - other), deadline };
};
