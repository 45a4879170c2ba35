/** The partition of the index of names with the words that begin so. */
export const namesPk = (part: string): string => `NAMES#${part}`;

/** What one person says by themselves, beside what imports say. */
export const personIn = (list: string, part: string, id: string) => ({ pk: namesPk(part), sk: `${list}#p.${id}` });

/** A word to a line, and behind it the ids of those who have it: as text, because a search reads thousands of them. */
export const wordsText = (words: Iterable<readonly [string, Iterable<string>]>): string =>
  Array.from(words, ([word, ids]) => [word, ...ids].join(' ')).join('\n');

/** Ids of those who have a word that begins so, each once, in their order. */
export const wordsIn = (text: string, beginning: string): string[] => {
  const found = new Set<string>();
  for (const line of text.split('\n')) {
    if (!line.startsWith(beginning)) continue;
    const [, ...ids] = line.split(' ');
    for (const id of ids) found.add(id);
  }
  return [...found].toSorted();
};

/** Without this person; undefined: they are not in it. */
export const withoutPerson = (text: string, id: string): string | undefined => {
  if (!text.includes(` ${id}`)) return undefined;
  const lines = text.split('\n').flatMap((line) => {
    const [word, ...ids] = line.split(' ');
    const left = ids.filter((one) => one !== id);
    return left.length === 0 ? [] : [[word, ...left].join(' ')];
  });
  const left = lines.join('\n');
  return left === text ? undefined : left;
};
