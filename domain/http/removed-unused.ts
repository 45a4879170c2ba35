import type { Enumerated } from '../ports/versioned.ts';
import { amongOthers } from './among-others.ts';
import { Problem } from './problem.ts';

/** So many names are told; how many there are is told too. */
const NAMED = 10;

/** @param uses who they are, and what they would lose, after their number */
export const inUse = (
  cause: 'listInUse' | 'segmentInUse' | 'snippetInUse',
  users: readonly { name: string }[],
  { uses, mend }: { uses: string; mend: string },
): Problem =>
  new Problem(
    'conflict',
    `${users.length} ${uses}`,
    `${mend}; or, if you mean it, send it again with usedBy=${users.length} in the query.`,
    { cause, names: users.slice(0, NAMED).map(({ name }) => name), usedBy: users.length },
  );

type Removal<User> = {
  /** Who uses it at this moment. */
  usersOf: () => Promise<User[]>;
  /** More use it than whoever removes it knows of. */
  refusal: (users: readonly User[]) => Problem;
  /** @throws Problem when it cannot be removed */
  remove: () => Promise<void>;
  /** Absent: what is gone cannot come back. */
  putBack?: () => Promise<unknown>;
};

/**
 * Removes what no more use than whoever removes it knows of; answers who uses what is gone. They are looked for before and
 * after: nothing holds uses and what is used together, and whoever begins to use it in between is met by the second look.
 * @throws Problem with it as it was
 */
export const removedUnused = async <User>(
  known: number,
  { usersOf, refusal, remove, putBack }: Removal<User>,
): Promise<User[]> => {
  const before = await usersOf();
  if (before.length > known) throw refusal(before);
  await remove();
  const after = await usersOf();
  if (after.length <= known || !putBack) return after;
  await putBack();
  throw refusal(after);
};

/** As it was; whatever somebody else made under its id meanwhile stays. */
export const putBackIn =
  <T extends { id: string; version: number }>(
    kind: Pick<Enumerated<T>, 'additions' | 'create' | 'getMany'>,
    thing: T,
  ): (() => Promise<unknown>) =>
  async () =>
    amongOthers(kind, async (seen) => {
      const isThere = (await kind.create(thing, seen)) || (await kind.getMany([thing.id])).length > 0;
      return isThere || undefined;
    });
