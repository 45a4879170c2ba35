import { MAX_TEST_ADDRESSES } from '../../domain/audience/lists.ts';
import type { ListMembers } from '../../domain/audience/ports/list-members.ts';
import type { audienceRoutes } from '../../domain/audience/routes.ts';
import { found } from '../../domain/http/find.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { addressKey } from '../../domain/model/address.ts';
import type { NamedLists, TestLists } from '../../domain/ports/lists.ts';
import { isLate } from './list-members.ts';

export type TestListPorts = {
  lists: Pick<NamedLists, 'get'> & TestLists;
  profiles: ListMembers;
  /** What is kept of an address, by its key. */
  fingerprint: (addressKey: string) => string;
};

const tooLong = (): Problem =>
  new Problem(
    'invalid-input',
    `The list has more than ${MAX_TEST_ADDRESSES} addresses, and is a list like others.`,
    'Take people off it, or put those who test on a list of their own.',
    { cause: 'testListTooLong', limit: MAX_TEST_ADDRESSES },
  );

/** @throws Problem after the list is one like others again */
const takeIn = async ({ lists, fingerprint }: TestListPorts, list: string, addresses: readonly string[]) => {
  const keys = new Set(addresses.map(addressKey).filter((key) => key !== ''));
  // What is far too much does not fit into an item either.
  const isFar = keys.size > MAX_TEST_ADDRESSES;
  const count = isFar ? keys.size : found(await lists.takeIn(list, [...keys].map(fingerprint)), 'list');
  if (count <= MAX_TEST_ADDRESSES) return;
  await lists.unmark(list);
  throw tooLong();
};

/**
 * PUT /lists/{list}/test. Whoever prepares puts people on lists and changes addresses, so what counts for proofs are the
 * addresses that an administrator found there.
 */
export const markTestList =
  (ports: TestListPorts): HttpHandler<typeof audienceRoutes.markTestList> =>
  async ({ params: { list }, query }, timeLeft) => {
    const { lists, profiles } = ports;
    if (query.cursor === undefined && !(await lists.mark(list))) found(undefined, 'list');
    let cursor: string | null = null;
    for await (const { items, after } of profiles.members(list, query.cursor)) {
      if (items.length > 0)
        await takeIn(
          ports,
          list,
          items.map(({ address }) => address),
        );
      cursor = after;
      if (isLate(timeLeft)) break;
    }
    return { list: found(await lists.get(list), 'list'), cursor };
  };

/** DELETE /lists/{list}/test */
export const unmarkTestList =
  ({ lists }: Pick<TestListPorts, 'lists'>): HttpHandler<typeof audienceRoutes.unmarkTestList> =>
  async ({ params: { list } }) => {
    await lists.unmark(list);
    return found(await lists.get(list), 'list');
  };
