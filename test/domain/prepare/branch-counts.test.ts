import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileContent } from '../../../domain/content/render.ts';
import { assemble } from '../../../domain/content/skeleton.ts';
import { splitContent } from '../../../domain/content/split.ts';
import { Manifest, manifestKey } from '../../../domain/model/manifest.ts';
import { MailSurvey } from '../../../domain/prepare/mail-survey.ts';
import { orderly, PrepareWorld, peopleWith } from './prepare-world.ts';

const frozenConditions = async (content: Partial<typeof orderly>, people: Record<string, string>[]) => {
  const world = new PrepareWorld(content, peopleWith(people));
  const run = await world.prepare();
  if (run.state !== 'AwaitingConfirmation') throw new Error(JSON.stringify(run));
  return Manifest.parse(JSON.parse(String(world.objects.get(manifestKey(run.preparation.prefix))))).conditions;
};

test('a frozen run says of each condition, as it was written, how many people each branch reaches, and one of them', async () => {
  const html = orderly.html.replace(
    'Hello',
    `{%- if member == 'yes' and tier != "%}" -%}A{% elsif city == 'Bonn' %}B{% else %}C{% endif %}
     {% case tier %}{% when 'gold', 'silver' %}D{% when 'tin' %}E{% endcase %}{% unless city %}F{% endunless %}`,
  );
  const people = [
    { member: 'no', city: 'Bonn', tier: 'tin' },
    { member: 'yes', city: '', tier: 'gold' },
    { member: 'yes', city: 'Bonn', tier: 'silver' },
    { member: '', city: 'Ulm', tier: '' },
  ];
  expect(await frozenConditions({ html }, people)).toEqual([
    {
      more: 0,
      conditions: [
        {
          tag: 'if',
          parts: ['html'],
          more: 0,
          branches: [
            { when: `member == 'yes' and tier != "%}"`, people: 2, sample: 1 },
            { when: "city == 'Bonn'", people: 1, sample: 0 },
            { when: null, people: 1, sample: 3 },
          ],
        },
        {
          tag: 'case',
          of: 'tier',
          parts: ['html'],
          more: 0,
          branches: [
            { when: "'gold', 'silver'", people: 2, sample: 1 },
            { when: "'tin'", people: 1, sample: 0 },
            { when: null, people: 1, sample: 3 },
          ],
        },
        {
          tag: 'unless',
          parts: ['html'],
          more: 0,
          branches: [
            { when: 'city', people: 1, sample: 1 },
            { when: null, people: 3, sample: 0 },
          ],
        },
      ],
    },
  ]);
});

test('a condition of subject, HTML and text is one, and whoever reaches it everywhere counts once', async () => {
  const code = '{% if name %}Dear {{ name }}{% else %}Hello{% endif %}';
  const content = { subject: code, html: orderly.html.replace('Hello', code), text: `${code} ${orderly.text}` };
  const [found] = await frozenConditions(content, [{ name: 'Ada' }, { name: '' }, { name: 'Bo' }]);
  expect(found?.conditions).toEqual([
    {
      tag: 'if',
      parts: ['subject', 'html', 'text'],
      more: 0,
      branches: [
        { when: 'name', people: 2, sample: 0 },
        { when: null, people: 1, sample: 1 },
      ],
    },
  ]);
});

test('a content without conditions freezes nothing about them', async () => {
  expect(await frozenConditions({}, [{ name: 'Ada' }])).toEqual([]);
});

test('of very many conditions and branches some are counted, and it is said how many more there are', () => {
  const many = Array.from({ length: 70 }, (_, index) => `{% if n == '${index}' %}x{% endif %}`).join('');
  const whens = Array.from({ length: 50 }, (_, index) => `{% when '${index}' %}y`).join('');
  const html = `{% case n %}${whens}{% else %}z{% endcase %}${many}`;
  const survey = new MailSurvey(splitContent({ ...orderly, html }), () => 21, false);
  for (const n of ['3', '40', 'other'])
    survey.count(survey.add({ profileId: n, address: '', data: { n } }) ?? [], Number.parseInt(n, 10) || 7);
  const { conditions, more } = survey.conditions();
  expect([conditions.length, more, conditions[0]?.branches.length, conditions[0]?.more]).toEqual([20, 51, 20, 31]);
  expect(conditions[0]?.branches[3]).toEqual({ when: "'3'", people: 1, sample: 3 });
  expect(conditions[0]?.branches.at(-1)).toEqual({ when: null, people: 1, sample: 7 });
});

type Node = { kind: string; inner: readonly Node[]; other: readonly Node[] };

const nodes = fc.letrec<{ nodes: readonly Node[] }>((tie) => ({
  nodes: fc.array(
    fc.record({
      kind: fc.constantFrom('if', 'unless', 'case', 'for', 'assign'),
      inner: fc.oneof({ maxDepth: 2 }, fc.constant<readonly Node[]>([]), tie('nodes')),
      other: fc.oneof({ maxDepth: 2 }, fc.constant<readonly Node[]>([]), tie('nodes')),
    }),
    { maxLength: 2 },
  ),
})).nodes;

/** Each branch says its name where it is rendered: `<condition/branch>`. Each condition is another one. */
const writer = () => {
  let count = 0;
  const write = (all: readonly Node[]): string =>
    all
      .map(({ kind, inner, other }) => {
        const id = `c${(count += 1)}`;
        const [first, second] = [write(inner), write(other)];
        const ask = `a == '${id}' or d == 'x'`;
        if (kind === 'for') return `{% for i in (1..2) %}${first}{% endfor %}`;
        if (kind === 'assign') return `{% assign d = b %}${first}`;
        if (kind === 'case')
          return `{% case a %}{% when 'x', '${id}' %}<${id}/0>${first}{% else %}<${id}/1>${second}{% endcase %}`;
        return `{% ${kind} ${ask} %}<${id}/0>${first}{% elsif a == 'y' %}<${id}/1>{% else %}<${id}/2>${second}{% end${kind} %}`;
      })
      .join(' ');
  return write;
};

test('what is counted is what the mails of these people have in them, whatever the conditions are', () => {
  const person = fc.record({ a: fc.constantFrom('x', 'y', 'c1', ''), b: fc.constantFrom('x', 'z', '') });
  fc.assert(
    fc.property(nodes, fc.array(person, { minLength: 1, maxLength: 12 }), (tree, people) => {
      const content = splitContent({ subject: 's', html: writer()(tree), text: writer()(tree) });
      const render = compileContent(content);
      const survey = new MailSurvey(content, () => 21, false);
      const expected = new Map<string, number>();
      for (const [number, data] of people.entries()) {
        survey.count(survey.add({ profileId: 'p', address: '', data }) ?? [], number);
        const html = assemble(content.html.skeleton, render(data));
        for (const mark of new Set(html.match(/<c\d+\/\d>/g))) expected.set(mark, (expected.get(mark) ?? 0) + 1);
      }
      const { conditions, more } = survey.conditions();
      fc.pre(more === 0);
      const counted = conditions.map(({ branches }) => branches.map((branch) => branch.people));
      for (const { branches } of conditions)
        for (const { people: reached, sample } of branches) expect(sample === null).toBe(reached === 0);
      const total = counted.flat().reduce((sum, each) => sum + each, 0);
      expect(total).toBe([...expected.values()].reduce((sum, each) => sum + each, 0));
      const sorted = (all: Iterable<number>) =>
        [...all].filter((each) => each > 0).toSorted((one, other) => one - other);
      expect(sorted(counted.flat())).toEqual(sorted(expected.values()));
    }),
    { numRuns: 100 },
  );
});
