import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SAMPLE_TOKEN } from '../../../domain/model/unsubscribe-token.ts';
import { again, OptOutWorld, tokenOf, type Mail } from './opt-out-world.ts';

const ROSA = 'rosa@post.example';

const begin = async (): Promise<{ world: OptOutWorld; mail: Mail; token: string }> => {
  const world = new OptOutWorld();
  await world.import({ id: 'shop-17', address: ROSA, out: false });
  const [mail] = await world.send();
  if (!mail) throw new Error('nobody was written to');
  return { world, mail, token: tokenOf(mail) };
};

const isOut = ({ imports }: OptOutWorld): boolean => imports.addressesOut().has(ROSA);
const sourceOf = ({ imports }: OptOutWorld): string | undefined => imports.optOuts.get(ROSA)?.standing[0]?.source;

const form = 'application/x-www-form-urlencoded';
const parts = (boundary: string): string =>
  `--${boundary}\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--${boundary}--\r\n`;

describe('a POST to the link opts out, once, whatever it says', () => {
  test.each([
    ['a form', 'List-Unsubscribe=One-Click', form, 'oneClick'],
    ['a form in small letters', 'list-unsubscribe=one-click', form, 'oneClick'],
    ['a form beside that of the page', `${again}&List-Unsubscribe=One-Click`, form, 'oneClick'],
    ['a form with a charset', 'List-Unsubscribe=One-Click', `${form}; charset=UTF-8`, 'oneClick'],
    ['a form in parts', parts('x1'), 'multipart/form-data; boundary=x1', 'oneClick'],
    ['a form in parts, its boundary quoted', parts('x1'), 'multipart/form-data; boundary="x1"', 'oneClick'],
    ['a form in parts that does not say where they end', parts('x1'), 'multipart/form-data', 'oneClick'],
    ['a form in parts without a type', parts('----Web8'), undefined, 'oneClick'],
    ['a form as plain text', 'List-Unsubscribe=One-Click', 'text/plain', 'oneClick'],
    ['parts that are cut off', parts('x1').slice(0, 40), 'multipart/form-data; boundary=x1', 'page'],
    ['the button of the page', 'action=unsubscribe', form, 'page'],
    ['nothing', undefined, undefined, 'page'],
    ['nothing as a form', '', form, 'page'],
    ['JSON', '{"List-Unsubscribe":"One-Click"}', 'application/json', 'page'],
    ['something else', '\u0000\u00FF%', 'image/png', 'page'],
  ])('%s', async (_what, body, type, source) => {
    const { world, token } = await begin();
    const asked = { method: 'POST', token, ...(body !== undefined && { body }), ...(type !== undefined && { type }) };
    for (const _twice of [1, 2])
      expect(await world.ask(asked)).toMatchObject({
        statusCode: 200,
        type: 'text/html; charset=utf-8',
        body: expect.stringContaining('You are unsubscribed.'),
      });
    expect([isOut(world), sourceOf(world)]).toEqual([true, source]);
    expect(world.imports.optOuts.get(ROSA)?.standing).toHaveLength(1);
  });
});

test('looking at the link changes nothing, and HEAD says what GET does, without the page', async () => {
  const { world, token } = await begin();
  expect(await world.ask({ method: 'GET', token })).toMatchObject({ statusCode: 200 });
  expect(await world.ask({ method: 'HEAD', token })).toEqual({
    statusCode: 200,
    type: 'text/html; charset=utf-8',
    body: '',
  });
  expect(isOut(world)).toBe(false);
  expect((await world.send()).map(({ address }) => address)).toEqual([ROSA]);
});

test.each(['GET', 'HEAD', 'POST'])('%s of a link that nobody signed is no success, and says so', async (method) => {
  const { world } = await begin();
  for (const token of ['x', 'r1.0.shop-17', 'r1.0.shop-17.AAAAAAAAAAAAAAAA', '%', '\uD800', '']) {
    const { statusCode, type, body } = await world.ask({ method, token, body: again, type: form });
    expect({ statusCode, type }).toEqual({ statusCode: 404, type: 'text/html; charset=utf-8' });
    if (method !== 'HEAD') for (const words of ['not valid', 'nicht gültig']) expect(body).toContain(words);
    expect(body).not.toMatch(/<form|unsubscribed\.|subscribed again\./);
  }
  expect(isOut(world)).toBe(false);
});

test('the link of what was only looked at says that it is a sample, and asks for nothing', async () => {
  const { world } = await begin();
  // A program that is asked to unsubscribe from a test mail posts to it.
  for (const posted of [{ method: 'GET' }, { method: 'POST', body: again, type: form }] as const) {
    const { statusCode, body } = await world.ask({ ...posted, token: SAMPLE_TOKEN });
    expect(statusCode).toBe(200);
    for (const words of ['is a sample, and nothing was changed', 'ist ein Muster, und es wurde nichts geändert'])
      expect(body).toContain(words);
    expect(body).not.toContain('<form');
  }
  expect(isOut(world)).toBe(false);
});

/** The fields of each form of a page as they stand, as a program submits them that looks where they lead. */
const formsOf = (page: string): string[] =>
  [...page.matchAll(/<form.*?<\/form>/gs)].map(([html]) =>
    new URLSearchParams(
      [...html.matchAll(/<input[^>]*>/g)]
        .map(([input]) => input)
        .filter((input) => !/type="(checkbox|radio)"/.test(input) || / checked/.test(input))
        .map((input): [string, string] => [
          /name="([^"]*)"/.exec(input)?.[1] ?? '',
          /value="([^"]*)"/.exec(input)?.[1] ?? '',
        ]),
    ).toString(),
  );

test('a scanner that submits every form it finds brings nobody back', async () => {
  const { world, mail, token } = await begin();
  await world.follow(mail, 'List-Unsubscribe=One-Click');
  const pages = [(await world.ask({ method: 'GET', token })).body];
  for (const page of pages)
    for (const body of formsOf(page)) {
      const { body: next } = await world.ask({ method: 'POST', token, body, type: form });
      if (pages.length < 10) pages.push(next);
    }
  expect(pages.length).toBeGreaterThan(2);
  expect([isOut(world), await world.send()]).toEqual([true, []]);
  expect((await world.ask({ method: 'POST', token, body: again, type: form })).body).toContain('subscribed again');
});

const punctuation = fc.constantFrom(
  '.',
  ')',
  '>',
  '=',
  '%3D',
  '%3E',
  '"',
  "'",
  ',',
  ';',
  '!',
  '?',
  '*',
  '_',
  ']',
  '…',
  ' ',
);
const mark = fc.constantFrom('=\r\n', '=\n', '=%0D%0A', '%3D%0A', '%0A', ' ', '%20', '\u00AD');
const damage = fc.oneof(
  fc.array(punctuation, { minLength: 1, maxLength: 3 }).map((marks) => (token: string) => token + marks.join('')),
  fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom('', '.', '=', '%3D', ')', '..')).map(
    ([lost, behind]) =>
      (token: string) =>
        token.slice(0, -lost) + behind,
  ),
  fc.tuple(fc.nat(60), mark).map(
    ([at, put]) =>
      (token: string) =>
        token.slice(0, at) + put + token.slice(at),
  ),
  fc.constant((token: string) => token.replaceAll('.', '=2E')),
  fc.constant((token: string) => `%3C${token}%253E`),
  fc.constant((token: string) => encodeURIComponent(encodeURIComponent(`${token}>`))),
);

test('a link that was damaged on its way opts out its own person', async () => {
  await fc.assert(
    fc.asyncProperty(damage, async (damaged) => {
      const { world, token } = await begin();
      const { statusCode } = await world.ask({ method: 'POST', token: damaged(token) });
      expect([statusCode, isOut(world)]).toEqual([200, true]);
    }),
  );
});

test('a character that is another one, or too few of them, make it another link', async () => {
  const { world, token } = await begin();
  const other = (sign: string): string => (sign === 'A' ? 'B' : 'A');
  for (let at = 0; at < token.length; at += 1) {
    const altered = token.slice(0, at) + other(token.charAt(at)) + token.slice(at + 1);
    expect([altered, (await world.ask({ method: 'POST', token: altered })).statusCode]).toEqual([altered, 404]);
  }
  for (let lost = 6; lost <= token.length; lost += 1)
    expect((await world.ask({ method: 'POST', token: token.slice(0, -lost) })).statusCode).toBe(404);
  expect((await world.ask({ method: 'POST', token: `${token}A` })).statusCode).toBe(404);
  expect(isOut(world)).toBe(false);
});
