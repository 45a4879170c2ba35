import * as z from 'zod';
import { snippetNamesOf } from '../../domain/content/snippets.ts';
import type { Campaign } from '../../domain/model/campaign.ts';
import { peoplePrefix } from '../../domain/model/manifest.ts';
import { Snippet } from '../../domain/model/snippet.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Snippets } from '../../domain/ports/snippets.ts';
import { readSnippets } from '../content/read-snippets.ts';

type SnippetPorts = { snippets: Pick<Snippets, 'getMany'>; content: Pick<ContentStore, 'get' | 'put'> };

/** It names who changed them. */
const keyOf = (prefix: string): string => `${peoplePrefix(prefix)}hand-over/snippets.json`;

/**
 * The snippets that a campaign asks for, read once for an attempt: what a later step of it puts together is what the first
 * one did, also when somebody changes one meanwhile.
 */
export const snippetsOfAttempt = async (
  { snippets, content }: SnippetPorts,
  campaign: Pick<Campaign, 'content'>,
  { prefix, leg }: { prefix: string; leg: number },
): Promise<Snippet[]> => {
  const names = snippetNamesOf(campaign.content);
  if (names.length === 0) return [];
  if (leg === 0) {
    const read = await readSnippets(snippets, names);
    await content.put(keyOf(prefix), JSON.stringify(read));
    return read;
  }
  const text = await content.get(keyOf(prefix));
  if (text === undefined) throw new Error(`the snippets that were read under ${prefix} are gone`);
  return z.array(Snippet).parse(JSON.parse(text));
};
