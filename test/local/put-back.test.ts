import { expect, test } from '@jest/globals';
import { putBack } from '../../local/put-back.ts';

const log = '/home/somebody/.local/emulator.log';

test('a start tells nothing when everything stands where it stood', async () => {
  expect(await putBack(async () => ({ runs: 2, timers: 1, failed: 0 }), log)).toBeUndefined();
});

test.each([
  ['one campaign of which the repair failed', async () => ({ runs: 2, timers: 1, failed: 1 }), /: 1 left\./],
  ['a repair that failed as a whole', async () => Promise.reject(new Error('timeout')), /could not be put back/],
  ['an answer that nobody knows', async () => undefined, /could not be put back/],
])('a start goes on in spite of %s, and says where to look', async (_, rearm, says) => {
  const notice = await putBack(rearm, log);
  expect(notice).toMatch(says);
  expect(notice).toContain(log);
});
