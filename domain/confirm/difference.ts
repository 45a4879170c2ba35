import { diffLines } from 'diff';
import { templateOf } from '../content/skeleton.ts';
import type { Attachment } from '../model/attachment.ts';
import { spokenBy } from '../model/variants.ts';
import type { FrozenVariant, Manifest, SplitContent, SplitPart } from '../model/manifest.ts';
import type { PersonIds } from '../ports/person-ids.ts';
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

/** Comparing takes the square of the lines that changed; with more of them there is little in common to be shown. */
const MOST_CHANGES = 1000;
/** An answer holds 6 MB, and nobody reads more. */
const MOST_SHOWN = 1000;

const cutTo = (lines: readonly Line[], most: number): Line[] =>
  lines.length > most ? [...lines.slice(0, most), { kind: 'cut', text: '' }] : [...lines];

const allOf = (text: string, kind: 'added' | 'removed'): Line[] =>
  cutTo(
    linesOf(text).map((line): Line => ({ kind, text: line })),
    MOST_SHOWN / 2,
  );

/** Line by line; empty when nothing differs. */
export const compareText = (before: string, after: string): ComparedPart => {
  const compared = diffLines(before, after, {
    maxEditLength: MOST_CHANGES,
    stripTrailingCr: true,
    ignoreNewlineAtEof: true,
  });
  if (!compared) return [...allOf(before, 'removed'), ...allOf(after, 'added')];
  const lines = compared.flatMap(({ value, added, removed }) =>
    linesOf(value).map((text): Line => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text })),
  );
  return lines.some(({ kind }) => kind !== 'same') ? cutTo(nearChanges(lines), MOST_SHOWN) : [];
};

type Compared = Pick<RunDifference, 'subject' | 'text' | 'htmlChanged'>;

const nothing: SplitPart = { skeleton: '', fragments: [] };
const noContent: SplitContent = { subject: nothing, html: nothing, text: nothing };

/** Two contents as they were written. */
export const compareContent = (before: SplitContent, after: SplitContent): Compared => ({
  subject: compareText(templateOf(before.subject), templateOf(after.subject)),
  text: compareText(templateOf(before.text), templateOf(after.text)),
  htmlChanged: templateOf(before.html) !== templateOf(after.html),
});

/** Each variant that either has, beside the one of the same id. */
export const compareVariants = (
  before: readonly FrozenVariant[],
  after: readonly FrozenVariant[],
): RunDifference['variants'] => {
  const ids = new Set([...after, ...before].map(({ id }) => id));
  return [...ids].map((id) => {
    const [old, fresh] = [before, after].map((variants) => variants.find((variant) => variant.id === id));
    const is = old && fresh ? 'kept' : fresh ? 'new' : 'gone';
    const rule = (fresh ?? old)?.for;
    const language = (rule && spokenBy(rule)) ?? id;
    return { id, language, is, ...compareContent(old?.content ?? noContent, fresh?.content ?? noContent) };
  });
};

/** Each file that only one of the two has, or that has other bytes by now. */
export const compareAttachments = (
  before: readonly Attachment[],
  after: readonly Attachment[],
): RunDifference['attachments'] => {
  const [old, fresh] = [before, after].map((files) => new Map(files.map(({ name, sha256 }) => [name, sha256])));
  const names = [...new Set([...after, ...before].map(({ name }) => name))];
  return names
    .filter((name) => old?.get(name) !== fresh?.get(name))
    .map((name) => ({ name, is: !old?.has(name) ? 'new' : fresh?.has(name) ? 'changed' : 'gone' }));
};

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What of a manifest is neither text nor audience, by name. */
const comparedFields = ['sender', 'replyTo', 'list', 'filter', 'rules', 'schedule', 'policy', 'language'] as const;

/** What a filter means follows from its segments too, whose rules may change without it. */
const partOf = (manifest: Manifest, field: (typeof comparedFields)[number]): unknown =>
  field === 'filter' ? [manifest.filter, manifest.segments] : manifest[field];

/** Names of what differs besides text and audience. */
export const changedFields = (before: Manifest, after: Manifest): RunDifference['changed'] =>
  comparedFields.filter((field) => !isEqual(partOf(before, field), partOf(after, field)));

type Ids = ReadonlySet<string>;

const without = (ids: Ids, others: Ids): string[] => [...ids].filter((id) => !others.has(id));

/** How many people of the one are not in the other, each once, under whichever of their ids. */
export const compareAudience = async (
  personIds: PersonIds,
  before: Ids,
  after: Ids,
): Promise<{ added: number; removed: number }> => {
  const [fresh, gone] = [without(after, before), without(before, after)];
  const persons = await personIds.ofMany([...fresh, ...gone]);
  const count = (ids: readonly string[], others: Ids): number => {
    const missing = ids.map((id) => persons.get(id) ?? [id]).filter((all) => !all.some((id) => others.has(id)));
    return new Set(missing.map(([current]) => current)).size;
  };
  return { added: count(fresh, before), removed: count(gone, after) };
};
