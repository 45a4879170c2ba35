import * as z from 'zod';

/** Query of every paged list: `cursor` is opaque, `limit` at most 200. */
export const PageQuery = z.object({
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PageQuery = { cursor?: string | undefined; limit: number };

/** `cursor` is null on the last page. */
export type Page<T> = { items: T[]; cursor: string | null };

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), cursor: z.string().nullable() });
