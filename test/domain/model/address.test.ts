import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressKey, isAddress } from '../../../domain/model/address.ts';

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
