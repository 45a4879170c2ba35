import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import isEmail from 'validator/lib/isEmail.js';
import { addressKey, isAddress, sesAddress } from '../../../domain/model/address.ts';

describe('one mailbox has one key, however its address is written', () => {
  test.each([
    ['Ines@Post.Example ', 'ines@post.example'],
    ['"ines"@post.example', 'ines@post.example'],
    [String.raw`"i\nes"@post.example`, 'ines@post.example'],
    ['"ines.maier"@bücher.example', 'ines.maier@xn--bcher-kva.example'],
    ['ines@ｐｏｓｔ。example', 'ines@post.example'],
    ['ines@post.example​', 'ines@post.example'],
    [String.raw`"ines\ maier"@post.example`, '"ines maier"@post.example'],
    [String.raw`"a\"b\\c"@post.example`, String.raw`"a\"b\\c"@post.example`],
    ['"a..b"@post.example', '"a..b"@post.example'],
    ['"@post.example', '"@post.example'],
    ['""@post.example', '""@post.example'],
  ])('%s', (address, key) => {
    expect(addressKey(address)).toBe(key);
    expect(addressKey(key)).toBe(key);
  });

  test('quoting what needs none, in whole and any sign of it, changes nothing', () => {
    const local = fc.stringMatching(/^[a-z0-9!#$%&'*+/=?^_{|}~-]{1,12}(?:\.[a-z0-9]{1,8})?$/);
    fc.assert(
      fc.property(local, fc.array(fc.boolean(), { maxLength: 24 }), (plain, escaped) => {
        const inner = Array.from(plain, (sign, index) => (escaped[index] ? `\\${sign}` : sign)).join('');
        const quoted = `"${inner}"@post.example`;
        expect(addressKey(quoted)).toBe(`${plain}@post.example`);
        if (escaped.every((is) => !is)) expect(isAddress(quoted)).toBe(isAddress(`${plain}@post.example`));
      }),
    );
  });
});

describe('an address is what the library takes for one', () => {
  const hostile = fc.oneof(
    fc.stringMatching(/^[A-Za-z0-9._+@" -]{0,70}$/),
    fc.string({
      unit: fc.constantFrom('a', 'Z', '1', '.', '_', '+', '-', '@', '"', '\\', ' ', '\n', 'ü', '。', '𝒶', "'"),
    }),
    fc.string({ unit: 'grapheme' }),
    fc.emailAddress(),
  );
  const domain = fc.oneof(
    hostile,
    fc.constantFrom('post.example', 'post', '1.1', 'x.-a.example', 'a_b.example', `${'d'.repeat(64)}.example`),
    fc.integer({ min: 1, max: 60 }).map((labels) => `${'abcd.'.repeat(labels)}example`),
  );
  const local = fc.oneof(
    hostile,
    fc.integer({ min: 0, max: 66 }).map((length) => 'l'.repeat(length)),
  );

  test('whatever stands before and behind its @', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hostile,
          fc.tuple(local, domain).map((parts) => parts.join('@')),
        ),
        (address) => {
          const plain = isEmail(sesAddress(address), { allow_utf8_local_part: true, ignore_max_length: false });
          expect(isAddress(address)).toBe(plain);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each(['\ud800@post.example', 'ines@\ud800.example'])('and half a character makes none: %j', (address) => {
    expect(isAddress(address)).toBe(false);
  });
});
