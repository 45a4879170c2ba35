import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inMessage } from '../../../domain/model/attached-bytes.ts';
import { MOST_ATTACHED_BYTES } from '../../../domain/model/attachment.ts';
import { boundsFor } from '../../../domain/send/workers.ts';
import { costOf } from '../../../domain/send/cost.ts';

const filesOf = (bytes: number) => [{ name: 'a.pdf', type: 'application/pdf', base64: 'A'.repeat((bytes / 3) * 4) }];

test.each([
  ['nothing', undefined, { members: 50, calls: 8 }],
  ['30 KB', filesOf(30_000), { members: 50, calls: 8 }],
  ['300 KB', filesOf(300_000), { members: 50, calls: 3 }],
  ['6 MB', filesOf(MOST_ATTACHED_BYTES), { members: 4, calls: 2 }],
])('of messages with %s attached so many go at once', (_, files, bounds) => {
  expect(boundsFor(files, 50)).toEqual(bounds);
});

test('whatever is attached, some go, and what is under way stays within bounds', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.integer({ min: 1, max: 50 }), (thirds, most) => {
      const { members, calls } = boundsFor(filesOf(thirds * 3), most);
      expect(Math.min(members, calls)).toBeGreaterThanOrEqual(1);
      expect(members).toBeLessThanOrEqual(most);
      expect(members * calls * inMessage(thirds * 3)).toBeLessThanOrEqual(80_000_000);
    }),
    { numRuns: 30 },
  );
});

test('attachments cost by the bytes that they are in all messages', () => {
  expect(costOf(1000).attached).toBe(0);
  // 6 MB are some 8.2 MB in a message.
  expect(costOf(5000, [{ bytes: MOST_ATTACHED_BYTES }]).attached).toBeCloseTo(4.93, 2);
});
