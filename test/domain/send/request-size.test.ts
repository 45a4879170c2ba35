import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GroupMail } from '../../../domain/send/ports/group-mailer.ts';
import { entriesThatFit } from '../../../domain/send/request-size.ts';
import { groupMailerWith } from '../../../lambdas/adapters/ses/group-mailer.ts';
import { CrashWorld } from './crash-world.ts';

const MOST = 1024 * 1024;

/** The bytes of what goes to SES for these entries. */
const requestOf = async (mail: GroupMail): Promise<number> => {
  let bytes = 0;
  const mailer = groupMailerWith(async ({ body }) => {
    bytes = Buffer.byteLength(body);
    return { status: 200, headers: {}, body: '{}' };
  }, 'set');
  await mailer.send(mail);
  return bytes;
};

/** Text of any size that JSON writes in one byte, in four, or in seven. */
const big = fc
  .tuple(fc.constantFrom('x', '"', 'ü', '陽', '\u0001', '\\', '😀'), fc.integer({ min: 0, max: 60_000 }))
  .map(([sign, times]) => sign.repeat(times));

test('what is said to fit fits, and hardly less is: whatever the values and the template are made of', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(big, { minLength: 1, maxLength: 50 }), big, async (values, html) => {
      const mail: GroupMail = {
        from: { name: 'Größe', address: 'news@shop.example' },
        replyTo: null,
        skeleton: { subject: '', html, text: '' },
        headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
        entries: values.map((h0, number) => ({
          number,
          address: `n${number}@reader.example`,
          data: { h0 },
          headers: { 'List-Unsubscribe': `<https://x.example/${'t'.repeat(200)}>` },
          tags: { run: 'R', n: String(number), p: `p${number}` },
        })),
      };
      const fit = entriesThatFit(mail);
      expect(fit).toBeGreaterThanOrEqual(1);
      const bytes = await requestOf({ ...mail, entries: mail.entries.slice(0, fit) });
      if (fit > 1) expect(bytes).toBeLessThanOrEqual(MOST);
      if (fit < values.length)
        expect(await requestOf({ ...mail, entries: mail.entries.slice(0, fit + 1) })).toBeGreaterThan(MOST * 0.9);
    }),
    { numRuns: 60 },
  );
});

test.each([20_000, 90_000, 400_000])(
  'mails of %i characters go in groups that SES takes, and everybody gets theirs once',
  async (valueLength) => {
    const world = Object.assign(new CrashWorld(120), { perSecond: 600, perCall: 50, valueLength });
    await world.pass([new Map()]);
    expect(world.ends).toEqual(['done']);
    expect(world.largestRequest).toBeLessThanOrEqual(MOST);
    expect(world.largestRequest).toBeGreaterThan(MOST / 3);
    expect(world.sink.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 120 }, (_, n) => n));
  },
);
