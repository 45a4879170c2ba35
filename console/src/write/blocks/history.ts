/** What was written before, and what was undone; `field`: in which one it was written, so that one act is one step. */
export type History = { now: string; field: string | undefined; past: readonly string[]; future: readonly string[] };

const MOST = 200;

export const begun = (now: string): History => ({ now, field: undefined, past: [], future: [] });

/** What is written into one field, letter by letter, is one step until something else is done. */
export const stepped = (history: History, now: string, field?: string): History => {
  if (now === history.now) return history;
  const isSameStep = field !== undefined && field === history.field;
  const past = isSameStep ? history.past : [...history.past, history.now].slice(-MOST);
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
