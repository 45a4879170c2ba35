import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findsLink, linkFinderBetween } from '../../../domain/prepare/text-link.ts';

const address = 'https://leave.example/token';

const piece = fc.oneof(
  fc.constantFrom('\n', '\n> ', ' ', 'a', 'ö', '/', '?', '~', '.', '>', '\r\n', '\u2028', '\u0003', '\n'.repeat(50)),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const withLink = fc.array(fc.oneof(piece, fc.constant(address)), { maxLength: 8 }).map((pieces) => pieces.join(''));

test('the lines around a value tell the same as the whole text', () => {
  fc.assert(
    fc.property(text, withLink, text, (before, value, after) => {
      expect(linkFinderBetween(before, after, address)(value)).toBe(findsLink(before + value + after, address));
    }),
    { numRuns: 2000 },
  );
});

test('what nobody comes as far as is not found, however little is blank right before it', () => {
  expect(linkFinderBetween(`a${'\n'.repeat(60)}b\n`, '', address)(address)).toBe(false);
  expect(linkFinderBetween(`a${'\n'.repeat(40)}`, '', address)(`${'\n'.repeat(20)}${address}`)).toBe(false);
  expect(linkFinderBetween('> ', '', address)(address)).toBe(false);
});
