import type { Additions } from '../ports/additions.ts';
import { Problem } from './problem.ts';

/** Additions of one kind at the same time; each turn one of them gets its place. */
const MAX_TURNS = 20;

/**
 * Adds a thing to those that there are. `add` looks at them, refuses what does not fit among them, and writes with the number
 * that it is given; it answers undefined when that was too late, and is asked again.
 */
export const amongOthers = async <Thing>(
  kind: Additions,
  add: (seen: number) => Promise<Thing | undefined>,
): Promise<Thing> => {
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const added = await add(await kind.additions());
    if (added !== undefined) return added;
  }
  throw new Problem('busy', 'Too many people are adding at the same moment.', 'Ask again in a moment.');
};
