import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Campaign } from '../../../domain/model/campaign.ts';
import type { Run } from '../../../domain/model/run.ts';
import { compareMail, type CompareMailPorts } from '../../../lambdas/confirm/compare-mail.ts';
import { listConditions } from '../../../lambdas/confirm/list-conditions.ts';
import { shownWords, withMarks } from '../../../lambdas/content/shown-words.ts';
import { orderly, peopleWith, PrepareWorld, unused, type Content } from '../prepare/prepare-world.ts';
import { person } from '../samples.ts';

const actor = { ...person, groups: [] };

type Frozen = { run: Run; objects: ReadonlyMap<string, string | Uint8Array> };

const frozen = async (content: Content, names: string[]): Promise<Frozen> => {
  const world = new PrepareWorld(content, peopleWith(names.map((name) => ({ name }))));
  return { run: await world.prepare(), objects: world.objects };
};

/** An earlier run and one after it: each has its objects, which lie under a prefix of its own. */
const portsOf = (before: Frozen | undefined, now: Frozen): CompareMailPorts => {
  const moved = (text: string) => text.replace('runs/r/', 'runs/old/');
  const objects = new Map(now.objects);
  for (const [key, object] of before?.objects ?? []) objects.set(moved(key), object);
  const preparation = before && 'preparation' in before.run ? before.run.preparation : undefined;
  const old =
    before && preparation
      ? ({ ...before.run, id: 'old', preparation: { ...preparation, prefix: moved(preparation.prefix) } } as Run)
      : undefined;
  const get = async (id: string) => (id === 'old' ? old : now.run);
  return {
    consoleUrl: 'https://f.example',
    campaigns: { get: async () => ({}) as Campaign },
    content: {
      get: async (key) => objects.get(key)?.toString(),
      getBytes: async (key) => {
        const bytes = objects.get(key);
        return bytes instanceof Uint8Array ? bytes : undefined;
      },
    },
    runs: {
      get,
      listOfCampaign: async () => ({ items: old ? [now.run, old] : [now.run], cursor: null, unreadable: [] }),
      ofCampaign: unused,
      openOfCampaign: unused,
      recent: unused,
      current: unused,
      create: unused,
      replace: unused,
      open: unused,
    },
  };
};

const ask = async (ports: CompareMailPorts, message: number) =>
  compareMail(ports)({
    params: { id: 'r' },
    query: { message },
    body: undefined,
    actor,
    origin: {} as never,
  });

const letter = (words: string): Content => ({
  html: orderly.html.replace('Hello', `${words}, {% if name == 'Ada' %}dear {{ name }}{% else %}friend{% endif %}`),
});

test('a mail stands beside that of the last version for the same person, what differs marked in both', async () => {
  const ports = portsOf(
    await frozen(letter('Five beds'), ['Ada', 'Bo']),
    await frozen(letter('Six beds'), ['Ada', 'Bo']),
  );
  const { before, to, html, subject } = await ask(ports, 1);
  expect([before, to?.runId, subject]).toEqual(['frozen', 'old', [{ kind: 'same', text: 'Spring' }]]);
  expect(html.is).toMatch(/<p><ins style="[^"]*">Six<\/ins> beds, friend<\/p>/);
  expect(html.was).toMatch(/<p><del style="[^"]*">Five<\/del> beds, friend<\/p>/);
});

test('somebody who was not in the last run sees its content put together with what is known of them now', async () => {
  const ports = portsOf(await frozen(letter('Five beds'), ['Ada']), await frozen(letter('Six beds'), ['Ada', 'Bo']));
  const { before, html } = await ask(ports, 1);
  expect([before, html.was]).toEqual(['anew', expect.stringContaining('beds, friend')]);
});

test('without an earlier run there is the mail alone, and of a message that nobody gets nothing', async () => {
  const ports = portsOf(undefined, await frozen(letter('Six beds'), ['Ada']));
  expect(await ask(ports, 0)).toMatchObject({ to: null, before: 'none', html: { was: '' } });
  await expect(ask(ports, 5)).rejects.toThrow('There is no profile');
});

test('the only one who gets another language has a mail too, although its number is beyond how many get one', async () => {
  const variants = [
    {
      id: 'de',
      for: { by: 'language' as const, language: 'de' },
      content: { ...orderly, html: orderly.html.replace('Hello', 'Hallo') },
    },
  ];
  const world = new PrepareWorld(
    { ...orderly, language: 'en', variants },
    peopleWith([{ language: 'en' }, { language: 'de' }]),
  );
  const ports = portsOf(undefined, { run: await world.prepare(), objects: world.objects });
  expect((await ask(ports, 500)).html.is).toContain('Hallo');
  for (const number of [1, 501, 1000]) await expect(ask(ports, number)).rejects.toThrow('There is no profile');
});

test('conditions are listed with the people of their branches, and the samples of their content', async () => {
  const ports = portsOf(undefined, await frozen(letter('Six'), ['Ada', 'Bo', 'Cy']));
  const request = {
    params: { id: 'r' },
    query: {},
    body: undefined,
    actor,
    origin: {} as never,
  };
  expect(await listConditions(ports)(request)).toMatchObject({
    contents: [
      {
        variant: null,
        language: null,
        samples: [{ number: 0, kind: 'first' }, {}],
        conditions: [
          {
            branches: [
              { when: "name == 'Ada'", people: 1 },
              { when: null, people: 2 },
            ],
          },
        ],
      },
    ],
  });
});

test('marks stand around words and pictures only, where they may, and without them the mail is as it was', () => {
  const pieces = fc.constantFrom(
    '<p>',
    '</p>',
    '<table>',
    '<tr>',
    '<td>',
    '</td>',
    '<a href="x">',
    '</a>',
    '<img src="i" alt="a > b">',
    ' five ',
    'beds &amp; ponds',
    '<!-- if -->',
    '<style>p{}</style>',
    '<br>',
    '<',
    '&',
    '"',
    'ä',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (all) => {
      const html = all.join('');
      const marked = withMarks(html, shownWords(html), 'ins');
      expect(marked.replaceAll(/<\/?ins(?: style="[^"]*")?>/g, '')).toBe(html);
      for (const { from, to } of shownWords(html)) expect(to).toBeGreaterThan(from);
    }),
    { numRuns: 200 },
  );
  expect(shownWords('<table> x <tr><td>a</td></tr></table><style>b</style>').map(({ says }) => says)).toEqual(['a ']);
  expect(shownWords('<a href="1">go</a>')).not.toEqual(shownWords('<a href="2">go</a>'));
});
