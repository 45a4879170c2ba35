import { remembered, type ColumnMapping } from '../../domain/audience/column-mapping.ts';
import type { NameColumns } from '../../domain/audience/name-index.ts';
import { holdsNameBy, type HoldsName } from '../../domain/audience/name-words.ts';
import type { ColumnMappings } from '../../domain/audience/ports/column-mappings.ts';

export type NameColumnsPorts = { mappings: Pick<ColumnMappings, 'of'> };

/** Which attributes of these lists hold names, each list asked for once. */
export type LoadColumns = (lists: Iterable<string>) => Promise<NameColumns>;

/** @param said what is remembered of a list when its import, which is under way, counts */
export const nameColumns = (
  { mappings }: NameColumnsPorts,
  said?: { list: string; mapping: ColumnMapping | undefined },
): LoadColumns => {
  // Who is on no list has columns of which nothing was said.
  const known = new Map<string, HoldsName>([['', holdsNameBy([])]]);
  return async (lists) => {
    const missing = [...new Set(lists)].filter((list) => !known.has(list));
    await Promise.all(
      missing.map(async (list) => {
        const before = await mappings.of(list);
        known.set(list, holdsNameBy(list === said?.list ? remembered(before, said.mapping ?? []) : before));
      }),
    );
    return (list) => {
      const holdsName = known.get(list);
      if (!holdsName) throw new Error(`columns of the list ${list} were not asked for`);
      return holdsName;
    };
  };
};
