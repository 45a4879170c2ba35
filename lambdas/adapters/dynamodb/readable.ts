import * as z from 'zod';
import type { Readable } from '../../../domain/http/page.ts';

const Named = z.object({ gsk: z.string() });
const Keyed = z.object({ sk: z.string() });

/** Items of an index as far as they can be read; the others by their ids, which are outside of `doc`. */
export const readable = <T>(items: readonly Record<string, unknown>[], stored: z.ZodType<{ doc: T }>): Readable<T> => {
  const found: Readable<T> = { items: [], unreadable: [] };
  for (const item of items) {
    const parsed = stored.safeParse(item);
    if (parsed.success) found.items.push(parsed.data.doc);
    else found.unreadable.push(Named.parse(item).gsk);
  }
  return found;
};

/** Items of one partition without `doc`, as far as they can be read; the others by their sort keys. */
export const readableByKey = <T>(items: readonly Record<string, unknown>[], stored: z.ZodType<T>): Readable<T> => {
  const found: Readable<T> = { items: [], unreadable: [] };
  for (const item of items) {
    const parsed = stored.safeParse(item);
    if (parsed.success) found.items.push(parsed.data);
    else found.unreadable.push(Keyed.parse(item).sk);
  }
  return found;
};
