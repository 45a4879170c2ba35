import * as z from 'zod';
import type { Profile } from '../model/profile.ts';

/** A column of those who are meant, as a placeholder, and how many of those who were looked at lack a value. */
export const Column = z.object({ name: z.string(), missing: z.int().min(0) });
export type Column = z.infer<typeof Column>;

/** Nobody completes more than that. */
const MOST = 200;

/** What Liquid can write without brackets. */
const isName = (name: string): boolean => /^[a-z_][\w-]*$/i.test(name);

/** Sorted by name. */
export const columnsOf = (people: readonly Pick<Profile, 'attributes'>[]): Column[] => {
  const filled = new Map<string, number>();
  for (const { attributes } of people)
    for (const [name, value] of Object.entries(attributes))
      filled.set(name, (filled.get(name) ?? 0) + (value === '' ? 0 : 1));
  const columns = [...filled]
    .filter(([name]) => isName(name))
    .map(([name, n]) => ({ name, missing: people.length - n }));
  return columns.toSorted((one, other) => (one.name < other.name ? -1 : 1)).slice(0, MOST);
};
