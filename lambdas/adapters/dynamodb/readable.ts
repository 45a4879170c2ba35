import * as z from 'zod';
import type { Readable } from '../../../domain/http/page.ts';

const Named = z.object({ gsk: z.string() });

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
