import { SeenVersion } from '../http/seen-version.ts';
import * as z from 'zod';
import { PageQuery, readablePageOf } from '../http/page.ts';
import type { Route } from '../http/route.ts';
import { Snippet, SnippetName, SnippetText } from '../model/snippet.ts';

/** Query of GET /snippets: words that the name or the text has, in whatever letters. */
export const SnippetQuery = PageQuery.extend({ search: z.string().max(100).default('') });

/** GET /snippets: by their names. */
export const SnippetPage = readablePageOf(Snippet).meta({ id: 'SnippetPage' });
export type SnippetPage = z.infer<typeof SnippetPage>;

/** Who asks for a snippet: a campaign or a template in one of its texts, or another snippet. */
const SnippetUser = z
  .object({ kind: z.enum(['campaign', 'template', 'snippet']), id: z.string(), name: z.string() })
  .meta({ id: 'SnippetUser' });
export type SnippetUser = z.infer<typeof SnippetUser>;

/** GET /snippets/{id} */
export const SnippetDetail = z.object({ snippet: Snippet, users: z.array(SnippetUser) }).meta({ id: 'SnippetDetail' });
export type SnippetDetail = z.infer<typeof SnippetDetail>;

/** POST /snippets */
export const SnippetInput = z.object({ name: SnippetName, text: SnippetText }).meta({ id: 'SnippetInput' });

/** PUT /snippets/{id}: `version` is the one that was changed; another one in the store is a conflict. */
export const SnippetEdit = z.object({ version: z.int().min(1), text: SnippetText }).meta({ id: 'SnippetEdit' });

/** DELETE /snippets/{id}: how many ask for it, as whoever deletes has seen and means it. */
export const SnippetDeletion = z.object({
  usedBy: z.coerce.number().int().min(0).default(0),
  version: SeenVersion,
});

/** Pieces that contents take in by their names; the id is the name. */
export const snippetRoutes = {
  listSnippets: {
    operation: 'listSnippets',
    method: 'GET',
    path: '/snippets',
    summary: "The snippets of this stage, searched, by their names; contents take one in by {% render 'name' %}",
    may: 'look',
    query: SnippetQuery,
    answers: { status: 200, schema: SnippetPage },
  },
  createSnippet: {
    operation: 'createSnippet',
    method: 'POST',
    path: '/snippets',
    summary: 'Save a snippet: a piece of MJML, HTML or text with Liquid, at most 10,000 bytes, under a name',
    may: 'prepare',
    idempotent: true,
    body: SnippetInput,
    answers: { status: 201, schema: Snippet },
  },
  getSnippet: {
    operation: 'getSnippet',
    method: 'GET',
    path: '/snippets/{id}',
    summary: 'A snippet, and which campaigns, templates and snippets ask for it',
    may: 'look',
    answers: { status: 200, schema: SnippetDetail },
  },
  editSnippet: {
    operation: 'editSnippet',
    method: 'PUT',
    path: '/snippets/{id}',
    summary: 'Change a snippet; what is prepared already stays as it is, and a series that asks nobody asks',
    may: 'prepare',
    body: SnippetEdit,
    answers: { status: 200, schema: Snippet },
  },
  deleteSnippet: {
    operation: 'deleteSnippet',
    method: 'DELETE',
    path: '/snippets/{id}',
    summary:
      'Delete a snippet; what is prepared already is sent all the same, and nothing else can be prepared with it',
    may: 'prepare',
    query: SnippetDeletion,
    answers: { status: 200, schema: SnippetDetail },
  },
} as const satisfies Record<string, Route>;
