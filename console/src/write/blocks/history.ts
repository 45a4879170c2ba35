/** What was written before, and what was undone; `field`: in which one it was written, so that one act is one step. */
export type History = { now: string; field: string | undefined; past: readonly string[]; future: readonly string[] };

/** Steps, and characters of all of them together: a browser keeps more of what is short. */
const [MOST_STEPS, MOST_CHARACTERS] = [200, 20_000_000];

const kept = (past: readonly string[], { length }: string): readonly string[] =>
  past.slice(-Math.min(MOST_STEPS, Math.max(1, Math.floor(MOST_CHARACTERS / Math.max(1, length)))));

export const begun = (now: string): History => ({ now, field: undefined, past: [], future: [] });

/** What is written into one field, letter by letter, is one step until something else is done. */
export const stepped = (history: History, now: string, field?: string): History => {
  if (now === history.now) return history;
  const isSameStep = field !== undefined && field === history.field;
  const past = isSameStep ? history.past : kept([...history.past, history.now], now);
  return { now, field, past, future: [] };
};

export const undone = ({ now, past, future }: History): History | undefined => {
  const before = past.at(-1);
  if (before === undefined) return undefined;
  return { now: before, field: undefined, past: past.slice(0, -1), future: [now, ...future] };
};

export const redone = ({ now, past, future }: History): History | undefined => {
  const [next, ...rest] = future;
  return next === undefined ? undefined : { now: next, field: undefined, past: [...past, now], future: rest };
};
