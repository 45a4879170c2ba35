/** What stands in a range of the source becomes something else. */
export type Splice = { from: number; to: number; put: string };

/** The source with these changes, none of which lies in another; everything beside them stays as it is. */
export const spliced = (source: string, splices: readonly Splice[]): string => {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, put } of splices.toSorted((one, other) => one.from - other.from)) {
    parts.push(source.slice(at, from), put);
    at = to;
  }
  return [...parts, source.slice(at)].join('');
};
