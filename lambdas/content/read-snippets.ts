import { snippetNamesIn, type SnippetTexts } from '../../domain/content/snippets.ts';
import type { Snippet } from '../../domain/model/snippet.ts';
import type { Snippets } from '../../domain/ports/snippets.ts';

/** As deep as they may lie within one another; one that lies deeper is not asked for, and is told. */
const MOST_READS = 5;

/** The snippets of these names, and those that they ask for: a request for each depth. One that is not there is left out. */
export const readSnippets = async (
  snippets: Pick<Snippets, 'getMany'>,
  names: readonly string[],
): Promise<Snippet[]> => {
  const read = new Map<string, Snippet>();
  let wanted = [...names];
  for (let depth = 0; depth < MOST_READS && wanted.length > 0; depth += 1) {
    const found = await snippets.getMany(wanted);
    for (const snippet of found) read.set(snippet.id, snippet);
    wanted = [...new Set(found.flatMap(({ text }) => snippetNamesIn(text)))].filter((name) => !read.has(name));
  }
  return [...read.values()];
};

export const textsOf = (snippets: readonly Pick<Snippet, 'id' | 'text'>[]): SnippetTexts =>
  new Map(snippets.map(({ id, text }) => [id, text]));
