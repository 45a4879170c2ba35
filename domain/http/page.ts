import * as z from 'zod';
import { PathId } from './path-id.ts';

/** Query of every paged list: `cursor` is opaque, `limit` at most 200. */
export const PageQuery = z.object({
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PageQuery = { cursor?: string | undefined; limit: number };

/** Of a list whose cursor is the id of the last one on the page. */
export const PageQueryById = PageQuery.extend({ cursor: PathId.optional() });

/** `cursor` is null on the last page. */
export type Page<T> = { items: T[]; cursor: string | null };

/** `unreadable`: ids of what is kept in a shape that nobody knows. It is named and left aside, so that the others are shown. */
export type Readable<T> = { items: T[]; unreadable: string[] };
export type ReadablePage<T> = Page<T> & Readable<T>;

/** So many are named in one answer; who mends those sees the next. */
const NAMED = 100;
export const namedUnreadable = (ids: readonly string[]): string[] => [...new Set(ids)].slice(0, NAMED);

/** An answer that lists things has at most so many bytes: a page that would have more ends sooner. */
const MOST_BYTES = 90_000;
const utf8 = new TextEncoder();

/** As many of these, from the first on, as an answer takes; one at least. */
export const fittingPage = <T>(items: readonly T[]): T[] => {
  let bytes = 0;
  const first = items.findIndex((item, index) => {
    bytes += utf8.encode(JSON.stringify(item)).length;
    return index > 0 && bytes > MOST_BYTES;
  });
  return first === -1 ? [...items] : items.slice(0, first);
};

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), cursor: z.string().nullable() });

export const Unreadable = z
  .array(z.string())
  .describe('Ids of entries that cannot be read: they are left out here, and nothing else is');

export const readablePageOf = <T extends z.ZodType>(item: T) => pageOf(item).extend({ unreadable: Unreadable });
