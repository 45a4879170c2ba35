import type { Template } from 'liquidjs';
import * as z from 'zod';
import { conditionsIn, type FoundCondition } from '../content/condition-tags.ts';
import { MOST_BRANCHES, MOST_CONDITIONS, type ContentConditions, type MailPart } from '../model/conditions.ts';

/** What was counted so far, for whoever goes on: of each branch, in their order, people and the message of the first. */
export const BranchState = z.array(z.object({ people: z.int(), sample: z.int().nullable() }));
export type BranchState = z.infer<typeof BranchState>;

/** Numbers of branches, in no order. */
export type Reached = readonly number[];

export const nowhere: Reached = [];

type Listed = Pick<FoundCondition, 'tag' | 'of'> & {
  parts: Set<MailPart>;
  whens: (string | null)[];
  /** Number of its first branch; the others follow. */
  first: number;
  more: number;
};

const keyOf = ({ tag, of, branches }: FoundCondition): string =>
  JSON.stringify([tag, of, ...branches.map(({ when }) => when)]);

/**
 * Which branches of the conditions of a content people reach: noted while their mails are put together, so that it is
 * what they get, and counted by message. A mail that is put together once for many is noted once.
 */
export class BranchCounts {
  private readonly listed = new Map<string, Listed>();
  private readonly others = new Set<string>();
  private readonly counted: BranchState;
  private readonly noted = new Set<number>();
  private branches = 0;

  constructor(before: BranchState = []) {
    this.counted = structuredClone(before);
  }

  /** What is found in this part from now on is noted whenever it is rendered. */
  watch(part: MailPart, templates: readonly Template[]): void {
    for (const condition of conditionsIn(templates)) {
      const key = keyOf(condition);
      const listed = this.listed.get(key) ?? this.list(key, condition);
      listed?.parts.add(part);
      for (const [place, { watch }] of condition.branches.entries())
        if (listed && place < listed.whens.length - 1) watch(() => this.noted.add(listed.first + place));
      // The branch for everybody else is counted however many there are.
      if (listed) condition.branches.at(-1)?.watch(() => this.noted.add(listed.first + listed.whens.length - 1));
    }
  }

  /** What was reached by what is done meanwhile. */
  during<T>(render: () => T): { result: T; reached: Reached } {
    this.noted.clear();
    const result = render();
    return { result, reached: this.noted.size > 0 ? [...this.noted] : nowhere };
  }

  /** Somebody has a message. `number`: it may be shown for the branches that it takes. */
  count(reached: Reached, number?: number): void {
    for (const branch of reached) {
      const counted = this.counted[branch];
      if (!counted) continue;
      counted.people += 1;
      counted.sample ??= number ?? null;
    }
  }

  state(): BranchState {
    return structuredClone(this.counted);
  }

  conditions(): Omit<ContentConditions, 'variant'> {
    const conditions = [...this.listed.values()].map(({ tag, of, parts, whens, first, more }) => ({
      tag,
      ...(of !== undefined && { of }),
      parts: [...parts],
      branches: whens.map((when, place) => ({ when, people: 0, sample: null, ...this.counted[first + place] })),
      more,
    }));
    return { conditions, more: this.others.size };
  }

  private list(key: string, { tag, of, branches }: FoundCondition): Listed | undefined {
    if (this.listed.size >= MOST_CONDITIONS) {
      this.others.add(key);
      return undefined;
    }
    const shown = branches.slice(0, -1).slice(0, MOST_BRANCHES - 1);
    const whens = [...shown.map(({ when }) => when), null];
    const listed = {
      tag,
      ...(of !== undefined && { of }),
      parts: new Set<MailPart>(),
      whens,
      first: this.branches,
      more: branches.length - whens.length,
    };
    this.listed.set(key, listed);
    this.branches += whens.length;
    while (this.counted.length < this.branches) this.counted.push({ people: 0, sample: null });
    return listed;
  }
}

/** All of them, each once. */
export const together = (all: readonly Reached[]): Reached => {
  const some = all.filter(({ length }) => length > 0);
  return some.length > 1 ? [...new Set(some.flat())] : (some[0] ?? nowhere);
};
