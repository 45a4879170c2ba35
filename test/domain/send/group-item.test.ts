import { unmarshall } from '@aws-sdk/util-dynamodb';
import { expect, test } from '@jest/globals';
import type { Group } from '../../../domain/model/ledger.ts';
import { claimItem, groupEndsItem, groupsOf } from '../../../lambdas/adapters/dynamodb/group-item.ts';

const claimed = (from: number, attempt: string): Group => ({
  runId: 'r',
  chunk: 3,
  from,
  to: from + 13,
  generation: 1,
  attempt,
  claimedAt: '2026-11-26T10:00:00.000Z',
  deadline: '2026-11-26T10:01:00.000Z',
});
const ended = (group: Group): Group => ({
  ...group,
  outcome: {
    closedAt: '2026-11-26T10:00:01.000Z',
    handedOver: [{ number: group.from, sesMessageId: 'm' }],
    refused: [{ number: group.from + 1, reason: 'MESSAGE_REJECTED' }],
    optedOut: [group.from + 2],
    released: [group.from + 3],
  },
});
const [one, two, three] = [claimed(1500, 'a'), claimed(1514, 'b'), claimed(1528, 'c')];

test('what was claimed and how it ended is read as it was written', () => {
  const items = [claimItem(one, []), claimItem(two, [ended(one)]), claimItem(three, []), groupEndsItem([ended(two)])];
  expect(
    groupsOf(
      'r',
      3,
      items.map((item) => unmarshall(item)),
    ),
  ).toEqual([ended(one), ended(two), three]);
});

test('a claim that cannot be read is a fault, and never a claim that is not there', () => {
  const item = { ...unmarshall(claimItem(one, [])), to: 'x' };
  expect(() => groupsOf('r', 3, [item])).toThrow(/to/);
  expect(() => groupsOf('r', 3, [{ ...unmarshall(claimItem(one, [])), sk: 'G#what' }])).toThrow(/sk/);
});
