import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeCsv } from '../../../domain/audience/decode-csv.ts';
import { entryIn, suppressionsIn } from '../../../domain/audience/suppression-entries.ts';
import { digestOf } from '../../../lambdas/adapters/dynamodb/address-digest.ts';
import { readCells } from '../../../lambdas/audience/read-cells.ts';
import { SuppressedKeys } from '../../../lambdas/adapters/dynamodb/suppressed-keys.ts';

/** Of a file of one line. */
const entryOf = (line: string) => suppressionsIn(readCells(line)).entries[0];

const hash = 'A'.repeat(63).concat('f');
const address = (key: string) => ({ kind: 'address', key });
const domain = (name: string) => ({ kind: 'domain', domain: name });

describe('a line of a suppression file', () => {
  test.each([
    ['anna@post.example', address('anna@post.example')],
    [' "Anna@Post.example" ', address('anna@post.example')],
    ['<anna@post.example>', address('anna@post.example')],
    ['anna@bücher.example', address('anna@xn--bcher-kva.example')],
    ['rival.example', domain('rival.example')],
    ['@Rival.example', domain('rival.example')],
    ['*@rival.example', domain('rival.example')],
    ['*.rival.example', domain('rival.example')],
    ['.rival.example.', domain('rival.example')],
    ['bücher.example', domain('xn--bcher-kva.example')],
    ['rival.xn--p1ai', domain('rival.xn--p1ai')],
    [hash, { kind: 'hash', hash: hash.toLowerCase() }],
    ['2026-11-01,anna@post.example,post.example,complaint', address('anna@post.example')],
    ['shop.example;42,00;"bo@post.example"', address('bo@post.example')],
    ['rival.example\t12.50\t2026.11.01', domain('rival.example')],
    ["'anna@post.example','left'", address('anna@post.example')],
    ['anna@post.example|2026-11-01', address('anna@post.example')],
    ['mailto:anna@post.example?subject=stop', address('anna@post.example')],
  ])('%s', (line, entry) => {
    expect(entryOf(line)).toEqual(entry);
  });

  test.each(['com', 'localhost', '12.50', '2026.11.01', 'anna@', '@', '', ' ', 'anna@@post.example', 'a b.example'])(
    '"%s" is none',
    (line) => {
      expect([entryIn(line), entryOf(line)]).toEqual([undefined, undefined]);
    },
  );

  test.each<[string, string[]]>([
    ['a@post.example, B@post.example,c@post.example', ['a', 'b', 'c']],
    ['a@post.example; b@post.example; ', ['a', 'b']],
    ['Ines <a@post.example>; Bo Ek <b@post.example>', ['a', 'b']],
    ['mailto:a@post.example', ['a']],
    ['a@post.example,Ines,b@post.example', ['a']],
    ['E-Mail;Email 2;Reason\na@post.example;b@post.example;x', ['a', 'b']],
    ['Email,Added by\na@post.example,boss@post.example', ['a']],
    ['Who,Added by\na@post.example,boss@post.example', ['a']],
    ['email\na@post.example,b@post.example', ['a', 'b']],
  ])('%s names each who is meant', (text, names) => {
    const { entries, rejected } = suppressionsIn(readCells(text));
    expect(entries).toEqual(names.map((who) => address(`${who}@post.example`)));
    expect(rejected).toEqual([]);
  });

  test('of nothing but domains names each', () => {
    expect(suppressionsIn(readCells('a.example, b.example')).entries).toEqual([
      domain('a.example'),
      domain('b.example'),
    ]);
  });

  test('with a broken address suppresses nothing else that stands in it', () => {
    expect(entryOf('anna@@gmail.example,gmail.example')).toBeUndefined();
  });
});

test('a file may begin with the names of its columns, and wrong lines are told by their number', () => {
  const file = suppressionsIn(
    readCells(
      decodeCsv(Buffer.from('\uFEFFEmailAddress,Reason\r\nanna@post.example,BOUNCE\r\n\r\nnobody\r\nrival.example\r\n'))
        .text,
    ),
  );
  expect(file).toEqual({ entries: [address('anna@post.example'), domain('rival.example')], rejected: [4] });
  for (const first of ['anna@', '0c83f57c786a0b4a39efab23731c7ebc'])
    expect(suppressionsIn(readCells(`${first}\nrival.example`)).rejected).toEqual([1]);
});

const label = fc.constantFrom('a', 'b', 'mail', 'rival');
const name = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => [...labels, 'example'].join('.'));

test('an address is on the list by itself, or when its domain or one above it is, and never by a part of a label', () => {
  fc.assert(
    fc.property(fc.array(name), fc.array(name), fc.array(name), (domains, people, asked) => {
      const keys = new SuppressedKeys();
      for (const each of domains) keys.add('domain', digestOf(each));
      for (const each of people) keys.add('address', digestOf(`anna@${each}`));
      expect(keys.size).toBe(new Set(domains).size + new Set(people).size);
      for (const each of [...asked, ...domains.map((one) => `x${one}`), ...people]) {
        const isIn = domains.some((one) => each === one || each.endsWith(`.${one}`));
        expect(keys.has(`anna@${each}`)).toBe(isIn || people.includes(each));
        expect(keys.has(`bo@${each}`)).toBe(isIn);
      }
    }),
  );
});
