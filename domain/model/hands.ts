import type { Person } from '../people/people.ts';

/** Something that is changed without an edit of what goes by it, and who changed it: each once, with their last change. */
export type Handled = { hands: readonly { by: Person; at: string }[] };

/** Who changed one of these after `since` (ISO 8601; absent: ever): they had a hand in what is sent by it. */
export const editorsOf = (things: readonly Handled[], since: string | undefined): Person[] =>
  things.flatMap(({ hands }) => hands.filter(({ at }) => since === undefined || at > since).map(({ by }) => by));
