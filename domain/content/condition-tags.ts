import { CaseTag, IfTag, toValueSync, UnlessTag, type Template } from 'liquidjs';
import type { Condition } from '../model/conditions.ts';

type Value = IfTag['branches'][number]['value'];

/** A branch of a condition as it was parsed; `watch` has something called whenever it is rendered. */
export type FoundBranch = { when: string | null; watch: (note: () => void) => void };
export type FoundCondition = Pick<Condition, 'tag' | 'of'> & { branches: FoundBranch[] };

/** Characters of a condition that are shown. */
const MOST_WORDS = 120;

/** What stands in a tag from there on; a sign of its end that is quoted is none. */
const restOfTag = /(?:"[^"]*"|'[^']*'|-(?!%\})|[^-%"'\n]|%(?!\}))*/y;

const wordsAt = (input: string, from: number): string => {
  restOfTag.lastIndex = from;
  const words = restOfTag.exec(input)?.[0].trim() ?? '';
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words;
};

/** As the author wrote it; the tokens of Liquid say where that begins. */
const wordsOf = ({ initial: { postfix } }: Value): string => {
  const [first] = postfix;
  if (!first) return '';
  return wordsAt(first.input, Math.min(...postfix.map(({ begin }) => begin)));
};

/** Liquid walks through the templates of a branch when it renders it, and at no other time. */
const watched = (templates: Template[], note: () => void): Template[] =>
  Object.defineProperty(templates, Symbol.iterator, {
    *value() {
      note();
      yield* Array.prototype.values.call(templates);
    },
  });

const branchOf = (when: string | null, templates: Template[]): FoundBranch => ({
  when,
  watch: (note) => void watched(templates, note),
});

const conditionIn = (template: Template): FoundCondition | undefined => {
  if (template instanceof IfTag) {
    template.elseTemplates ??= [];
    const branches = template.branches.map(({ value, templates }) => branchOf(wordsOf(value), templates));
    return { tag: 'if', branches: [...branches, branchOf(null, template.elseTemplates)] };
  }
  if (template instanceof UnlessTag) {
    const branches = template.branches.map(({ value, templates }) => branchOf(wordsOf(value), templates));
    return { tag: 'unless', branches: [...branches, branchOf(null, template.elseTemplates)] };
  }
  if (!(template instanceof CaseTag)) return undefined;
  const branches = template.branches.map(({ values, templates }) =>
    branchOf(values.map((value) => value.getText()).join(', '), templates),
  );
  return { tag: 'case', of: wordsOf(template.value), branches: [...branches, branchOf(null, template.elseTemplates)] };
};

export const childrenOf = (template: Template): Template[] =>
  template.children ? toValueSync(template.children(false, true)) : [];

/** The conditions of a template, in the order in which they stand in it, however deep. */
export function* conditionsIn(templates: readonly Template[]): Generator<FoundCondition> {
  const waiting = templates.toReversed();
  for (let template = waiting.pop(); template; template = waiting.pop()) {
    // Before anything of it is watched: whoever asks for them walks through them, too.
    for (const child of childrenOf(template).toReversed()) waiting.push(child);
    const condition = conditionIn(template);
    if (condition) yield condition;
  }
}
