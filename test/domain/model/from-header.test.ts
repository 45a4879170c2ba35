import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeWord } from 'nodemailer/lib/mime-funcs';
import PostalMime from 'postal-mime';
import { CampaignInput } from '../../../domain/model/campaign.ts';
import { fromHeader, MOST_FROM_BYTES } from '../../../domain/model/from-header.ts';

const address = 'news@freigabe.example';
/** A sender's name takes one line. */
const isOneLine = (name: string): boolean => !/[\p{Cc}\u2028\u2029]/u.test(name);
const wellFormed = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 100 })
  .filter((name) => name.isWellFormed() && isOneLine(name) && !/\{[{%]/.test(name));
const japanese = '緑の庭と小さな畑を愛する人々のための地域協同組合連合会東部支部広報室春夏秋冬便り編集委員会'.repeat(2);
const cyrillic = 'Общество любителей садоводства и огородничества северных районов области';

const decoded = async (header: string) => (await PostalMime.parse(`From: ${header}\r\n\r\n`)).from;
const wholeCharacters = new TextDecoder('utf-8', { fatal: true });
const wordsIn = (header: string): string[] => header.match(/=\?[^ ]*\?=/g) ?? [];

describe('the From of a mail', () => {
  test('is one line, whatever an earlier version took', () => {
    const name = 'Club\r\nBcc: evil@x.example\u2028\u0000';
    expect(fromHeader({ name, address })).toBe(`"Club Bcc: evil@x.example " <${address}>`);
  });

  test.each([
    ['Der Gartenclub'],
    ['Größe "L"'],
    ['Anna \\ "B" Berg'],
    [cyrillic],
    [japanese],
    ['👨‍👩‍👧‍👦'.repeat(12)],
    ['=?utf-8?q?Anna?= Berg'],
  ])('%s', async (name) => {
    const header = fromHeader({ name, address });
    expect(await decoded(header)).toEqual({ name, address });
    for (const word of wordsIn(header)) expect(word.length).toBeLessThanOrEqual(75);
  });

  test('has encoded words of at most 75 characters, each with whole characters, as nodemailer writes them', () => {
    fc.assert(
      fc.property(wellFormed, (name) => {
        const header = fromHeader({ name, address });
        if (header.startsWith('"')) return;
        expect(header).toBe(`${encodeWord(name, 'B', 75)} <${address}>`);
        for (const word of wordsIn(header)) {
          expect(word.length).toBeLessThanOrEqual(75);
          // U+FFFD is a character that a name may have; half of one is none.
          expect(() => wholeCharacters.decode(Buffer.from(word.slice(10, -2), 'base64'))).not.toThrow();
        }
      }),
      { numRuns: 300, examples: [['\u{fffd} ']] },
    );
  });

  test('is ASCII on one line whatever the name is, and reads as the name', async () => {
    await fc.assert(
      fc.asyncProperty(wellFormed, async (given) => {
        const name = given.trim();
        const header = fromHeader({ name, address });
        expect(header).toMatch(/^[ -~]*$/);
        if (name !== '') expect((await decoded(header))?.name).toBe(name);
      }),
    );
  });
});

describe('a sender whose From is longer than SES takes', () => {
  const input = {
    name: 'Spring',
    list: 'friends',
    content: { subject: 's', text: 't' },
    schedule: { mode: 'onceConfirmed' },
  };
  const saved = (name: string) => CampaignInput.safeParse({ ...input, sender: { name, address } });

  test.each([
    ['Club\nBcc: evil@x.example', 'takes one line'],
    ['Club\u0000', 'takes one line'],
    ['{{ city }} Club', 'is the same for everybody, and takes no {{ }}'],
    ['{% if city %}Club{% endif %}', 'is the same for everybody, and takes no {{ }}'],
  ])('is told as one that no From can have: %j', (name, message) => {
    expect(saved(name).error?.issues).toMatchObject([{ path: ['sender', 'name'], message }]);
  });

  test('is told when the campaign is saved, by the bytes of the header and not by the characters of the name', () => {
    expect(saved(cyrillic).success).toBe(true);
    const refused = saved(japanese.slice(0, 95));
    expect(refused.error?.issues).toMatchObject([
      { path: ['sender', 'name'], message: expect.stringMatching(/^makes a From of \d+ bytes, where SES takes 320/) },
    ]);
    fc.assert(
      fc.property(
        wellFormed.filter((name) => name.trim() !== ''),
        (name) => {
          const bytes = Buffer.byteLength(fromHeader({ name: name.trim(), address }));
          if (name.trim().length <= 100) expect(saved(name).success).toBe(bytes <= MOST_FROM_BYTES);
        },
      ),
    );
  });
});
