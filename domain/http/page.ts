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

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), cursor: z.string().nullable() });

export const Unreadable = z
  .array(z.string())
  .describe('Ids of entries that cannot be read: they are left out here, and nothing else is');

export const readablePageOf = <T extends z.ZodType>(item: T) => pageOf(item).extend({ unreadable: Unreadable });
