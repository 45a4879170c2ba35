import { describe, expect, test } from '@jest/globals';
import { MAX_TEST_ADDRESSES } from '../../../domain/audience/lists.ts';
import type { ListSummary, Profile } from '../../../domain/model/profile.ts';
import { markTestList, unmarkTestList } from '../../../lambdas/audience/mark-test-list.ts';
import { now } from '../samples.ts';
import { asked } from './change-world.ts';

const person = (index: number, address = `t${index}@post.example`): Profile => ({
  id: `t${index}`,
  address,
  lists: ['testers'],
  attributes: {},
  importedAt: now,
});

/** A list with its item, and its members in pages. */
const world = (pages: Profile[][]) => {
  const list: ListSummary = { name: 'testers', profiles: 0, importedAt: now };
  let taken: Set<string> | undefined;
  const ports = {
    lists: {
      get: async (name: string) =>
        name === 'testers'
          ? { ...list, ...(taken && { isTest: true as const, testAddresses: taken.size }) }
          : undefined,
      mark: async (name: string) => {
        if (name !== 'testers') return false;
        taken = new Set();
        return true;
      },
      takeIn: async (_name: string, digests: readonly string[]) => {
        for (const digest of digests) taken?.add(digest);
        return taken?.size;
      },
      unmark: async () => {
        taken = undefined;
      },
    },
    profiles: {
      members: async function* (_list: string, after = '0') {
        for (let page = Number(after); page < pages.length; page += 1)
          yield { items: pages[page] ?? [], after: page + 1 < pages.length ? String(page + 1) : null };
      },
    },
    fingerprint: (key: string) => `#${key}`,
  };
  const ask = (name = 'testers', cursor?: string) => ({
    ...asked,
    params: { list: name },
    query: { cursor },
    body: undefined,
  });
  return { ports, ask, taken: () => (taken ? [...taken] : undefined) };
};

describe('a list of test profiles', () => {
  test('takes in the addresses that are on it now, however many calls that takes', async () => {
    const { ports, ask, taken } = world([[person(1), person(2, '')], [], [person(3, 'T1@post.example'), person(4)]]);
    const first = await markTestList(ports)(ask(), () => 0);
    expect(first.cursor).toBe('1');
    const second = await markTestList(ports)(ask('testers', '1'), () => 0);
    const { list, cursor } = await markTestList(ports)(ask('testers', second.cursor ?? ''));
    expect([list.isTest, list.testAddresses, cursor]).toEqual([true, 2, null]);
    expect(taken()).toEqual(['#t1@post.example', '#t4@post.example']);
  });

  test('begins anew each time: who left it is taken out', async () => {
    const pages = [[person(1), person(2)]];
    const { ports, ask, taken } = world(pages);
    await markTestList(ports)(ask());
    pages[0] = [person(2)];
    await markTestList(ports)(ask());
    expect(taken()).toEqual(['#t2@post.example']);
    expect(await unmarkTestList(ports)({ ...ask(), query: {} })).toEqual({
      name: 'testers',
      profiles: 0,
      importedAt: now,
    });
  });

  test.each([
    [[Array.from({ length: MAX_TEST_ADDRESSES + 1 }, (_, index) => person(index))]],
    [[Array.from({ length: MAX_TEST_ADDRESSES }, (_, index) => person(index)), [person(MAX_TEST_ADDRESSES)]]],
  ])('of too many addresses is one like others', async (pages) => {
    const { ports, ask, taken } = world(pages);
    await expect(markTestList(ports)(ask())).rejects.toMatchObject({ code: 'invalid-input', cause: 'testListTooLong' });
    expect(taken()).toBeUndefined();
  });

  test('has to be there', async () => {
    const { ports, ask } = world([]);
    await expect(markTestList(ports)(ask('nothing'))).rejects.toMatchObject({ code: 'not-found' });
  });
});
