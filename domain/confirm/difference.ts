import { diffLines } from 'diff';
import type { Manifest } from '../model/manifest.ts';
import type { ComparedPart, RunDifference } from './api.ts';

/** Lines around a change that are shown with it. */
const CONTEXT = 1;

const linesOf = (text: string): string[] => text.replace(/\n$/, '').split('\n');

type Line = ComparedPart[number];

/** Unchanged lines that are near no change are left out; a gap marks them. */
const nearChanges = (lines: Line[]): Line[] => {
  const isNear = (index: number): boolean =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ kind }) => kind !== 'same');
  return lines.flatMap((line, index) => {
    if (line.kind !== 'same' || isNear(index)) return [line];
    return index > 0 && !isNear(index - 1) && lines[index - 1]?.kind === 'same'
      ? []
      : [{ kind: 'gap' as const, text: '' }];
  });
};

/**
 * Lines that may differ. Comparing takes the square of these; of texts that have less in common, all lines are shown as
 * another text's.
 */
const MOST_CHANGES = 2000;

const changesOf = (before: string, after: string) =>
  diffLines(before, after, { maxEditLength: MOST_CHANGES }) ?? [
    { value: before, added: false, removed: true },
    { value: after, added: true, removed: false },
  ];

/** Line by line; empty when nothing differs. */
export const compareText = (before: string, after: string): ComparedPart => {
  const lines = changesOf(before, after).flatMap(({ value, added, removed }) =>
    linesOf(value).map((text): Line => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text })),
  );
  return lines.some(({ kind }) => kind !== 'same') ? nearChanges(lines) : [];
};

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What of a manifest is neither text nor audience, by name. */
const comparedFields = ['sender', 'replyTo', 'list', 'filter', 'rules', 'schedule', 'policy'] as const;

/** Names of what differs besides text and audience. */
export const changedFields = (before: Manifest, after: Manifest): RunDifference['changed'] =>
  comparedFields.filter((field) => !isEqual(before[field], after[field]));

/** How many of the one are not in the other. */
export const compareAudience = (
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): { added: number; removed: number } => ({
  added: [...after].filter((id) => !before.has(id)).length,
  removed: [...before].filter((id) => !after.has(id)).length,
});
