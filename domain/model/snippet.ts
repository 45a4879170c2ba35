import * as z from 'zod';
import { Person } from '../people/people.ts';

/** As many as one preparation could need; all are looked through for a list. */
export const SNIPPETS_MAX = 200;
/** UTF-8. A piece of a mail, no mail: that of a campaign may have a hundred times as much. */
export const SNIPPET_BYTES = 10_000;

/** As `{% render 'name' %}` has it. */
export const SnippetName = z.string().regex(/^[a-z0-9-]{1,64}$/, 'takes 1 to 64 small letters, digits and hyphens');

const asked = /^\{%(-?)\s*(?:render|include)\s+(['"])([a-z0-9-]{1,64})\2\s*(-?)%\}$/;

/** What a tag of Liquid asks for, and whether the white space before and behind it goes; undefined: it asks for no snippet. */
export const askedBy = (code: string): { name: string; trimsBefore: boolean; trimsBehind: boolean } | undefined => {
  const [, before, , name, behind] = asked.exec(code) ?? [];
  return name === undefined ? undefined : { name, trimsBefore: before === '-', trimsBehind: behind === '-' };
};

/** The tag that asks for it. */
export const askingFor = (name: string): string => `{% render '${name}' %}`;

const utf8 = new TextEncoder();

/** What a preparer writes: a piece of MJML, HTML or text with Liquid. */
export const SnippetText = z
  .string()
  .min(1, 'a snippet needs a text')
  .refine((text) => utf8.encode(text).length <= SNIPPET_BYTES, `has at most ${SNIPPET_BYTES} bytes in UTF-8`);

/** A piece that contents take in by its name. */
export const Snippet = z
  .object({
    /** Its name. */
    id: SnippetName,
    /** Raised by each change. */
    version: z.int().min(1),
    text: SnippetText,
    createdAt: z.iso.datetime(),
    createdBy: Person,
    updatedAt: z.iso.datetime(),
    updatedBy: Person,
    /** Everybody who ever changed it, each once, with their last change. */
    hands: z.array(z.object({ by: Person, at: z.iso.datetime() })),
  })
  .meta({ id: 'Snippet' });
export type Snippet = z.infer<typeof Snippet>;

/** What a run froze of a snippet: its text is in the content. Of one that was deleted and written anew the number may be the same, the hash is not. */
export const FrozenSnippet = z
  .object({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
  .meta({ id: 'FrozenSnippet' });
export type FrozenSnippet = z.infer<typeof FrozenSnippet>;

const keyOf = (snippets: readonly FrozenSnippet[]): string =>
  snippets
    .map(({ name, sha256 }) => `${name} ${sha256}`)
    .toSorted()
    .join('\n');

/** Do both say the same by the same snippets? */
export const isSameSnippets = (one: readonly FrozenSnippet[] = [], other: readonly FrozenSnippet[] = []): boolean =>
  keyOf(one) === keyOf(other);
