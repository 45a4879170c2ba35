import { createHash, createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Sha256 } from '../../../lambdas/adapters/sdk/sha256.ts';

const bytes = fc.uint8Array({ maxLength: 200 });
const secret = fc.option(fc.oneof(fc.string(), bytes), { nil: undefined });
const expected = (key: string | Uint8Array | undefined, parts: readonly Uint8Array[]): Uint8Array => {
  const hash = key === undefined ? createHash('sha256') : createHmac('sha256', key);
  return new Uint8Array(hash.update(Buffer.concat(parts)).digest());
};

test('what is hashed is what Node hashes: in one part or in several, after a reset, with a key that was there before', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(secret, { minLength: 1, maxLength: 3 }),
      fc.array(bytes, { maxLength: 3 }),
      async (keys, parts) => {
        for (const key of [...keys, ...keys]) {
          const hash = new Sha256(key);
          hash.update(Buffer.from('forgotten'));
          hash.reset();
          for (const part of parts) hash.update(part);
          expect(new Uint8Array(await hash.digest())).toEqual(expected(key, parts));
        }
      },
    ),
  );
});
