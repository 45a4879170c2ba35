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

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), cursor: z.string().nullable() });
