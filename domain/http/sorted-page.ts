import * as z from 'zod';
import { Problem } from './problem.ts';

/** What a list is in the order of, and an id: of the same value the younger one comes first. */
export type Place = { value: string; id: string };

type Order<T> = { placeOf: (item: T) => Place; ascending: boolean };

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const ordered =
  (ascending: boolean) =>
  (one: Place, other: Place): number =>
    (ascending ? compare(one.value, other.value) : compare(other.value, one.value)) || compare(other.id, one.id);

/** Letters of base64url only, so that it fits into an address as it is. */
const cursorAt = ({ value, id }: Place): string =>
  btoa(encodeURIComponent(JSON.stringify([value, id])))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const Written = z.tuple([z.string(), z.string()]);

const placeAt = (cursor: string): Place => {
  try {
    const text = decodeURIComponent(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')));
    const [value, id] = Written.parse(JSON.parse(text));
    return { value, id };
  } catch {
    throw new Problem(
      'invalid-input',
      'The cursor is not one of this API.',
      'Leave it out to begin at the first page.',
    );
  }
};

export type SortedPage<T> = {
  items: T[];
  /** Of as many of them as the answer has. Null: the list ends with them. */
  cursorAfter: (shown: number) => string | null;
};

/**
 * A page of a list that is in memory as a whole. The cursor names a place and not a number, so nothing is shown twice or
 * left out when the list changes between two pages.
 * @throws Problem `invalid-input` for a cursor that no such list gave
 */
export const sortedPage = <T>(
  all: readonly T[],
  { placeOf, ascending }: Order<T>,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): SortedPage<T> => {
  const order = ordered(ascending);
  const behind = cursor === undefined ? undefined : placeAt(cursor);
  const placed = all
    .map((item) => ({ item, place: placeOf(item) }))
    .filter(({ place }) => behind === undefined || order(behind, place) < 0)
    .toSorted((one, other) => order(one.place, other.place));
  return {
    items: placed.slice(0, limit).map(({ item }) => item),
    cursorAfter: (shown) => {
      const last = placed[shown - 1];
      return last && shown < placed.length ? cursorAt(last.place) : null;
    },
  };
};
