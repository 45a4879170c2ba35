import { expect, test } from '@jest/globals';
import '../../../console/src/shell/without-eval.ts';

test('zod, which comes later, does without eval', async () => {
  const z = await import('zod');
  expect(z.config().jitless).toBe(true);
});
