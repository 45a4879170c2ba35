import { eachOnce } from '../../../domain/model/authors.ts';
import type { Person } from '../../../domain/people/people.ts';
import type { Versioned } from '../../../domain/ports/versioned.ts';
import { retries } from '../sdk/retries.ts';

type Hands = { id: string; version: number; people: Person[] };

/** Keeps these people under this id beside those that are kept there already. */
export const keepPeople = async <T extends Hands>(
  store: Pick<Versioned<T>, 'getMany' | 'create' | 'replace'>,
  { id, people }: Pick<Hands, 'id' | 'people'>,
  handsOf: (hands: Hands) => T,
): Promise<void> => {
  // Others may be kept under it at the same moment.
  const another = retries();
  do {
    const [known] = await store.getMany([id]);
    const all = eachOnce([...(known?.people ?? []), ...people]);
    if (known?.people.length === all.length) return;
    const next = handsOf({ id, version: (known?.version ?? 0) + 1, people: all });
    if (await (known ? store.replace(next) : store.create(next))) return;
  } while (await another());
  throw new Error(`the people of ${id} change without end`);
};
