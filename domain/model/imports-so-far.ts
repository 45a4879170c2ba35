import type { Lists } from '../ports/lists.ts';

/** Names every import that can be seen; undefined while one is being written. Two answers that are equal: none came between. */
export const importsSoFar = async (lists: Pick<Lists, 'all' | 'pending' | 'givenUp'>): Promise<string | undefined> => {
  if (await lists.pending()) return undefined;
  const seen = (await lists.all()).map(({ name, importedAt }) => `${name} ${importedAt}`);
  // Of an import that was given up, too, rows may have come between.
  const givenUp = (await lists.givenUp()).map(({ list, givenUpAt }) => `${list} ${givenUpAt} given up`);
  return [...seen, ...givenUp].join('\n');
};
