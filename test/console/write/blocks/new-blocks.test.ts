import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bodyOf, type Level } from '../../../../console/src/write/blocks/block-tree.ts';
import { added, enclosed } from '../../../../console/src/write/blocks/edits.ts';
import { begun, redone, stepped, undone, type History } from '../../../../console/src/write/blocks/history.ts';
import { codeOf, emptyMail, offered } from '../../../../console/src/write/blocks/new-blocks.ts';
import { blockAt, pathBeginning, type Path } from '../../../../console/src/write/blocks/paths.ts';
import { canAsk, conditionOf, operators, questionOf } from '../../../../console/src/write/blocks/question.ts';
import { spliced } from '../../../../console/src/write/blocks/splice.ts';
import { compileTemplate } from '../../../../lambdas/content/compile-template.ts';
import { htmlEngine } from '../../../../domain/content/render.ts';
import { withAbsent } from '../../../../domain/content/absent.ts';
import { mjmlCompiler } from '../../../../lambdas/adapters/mjml/mjml-compiler.ts';

const words = { text: 'a & b', heading: '<b>', button: 'Go', sender: 'S', address: 'A', leave: 'Out', view: 'View' };
const mail = emptyMail('en', words);
const compiled = async (mjml: string) => {
  const content = { subject: 's', preheader: '', mjml, text: '', html: undefined };
  return compileTemplate(mjmlCompiler, content);
};

describe('new blocks', () => {
  test('a mail to begin with can be put together, and has a way out', async () => {
    const mailed = JSON.stringify(await compiled(mail));
    for (const link of ['unsubscribe_url', 'view_in_browser_url']) expect(mailed).toContain(link);
    expect(bodyOf(mail)?.children.map(({ kind }) => kind)).toEqual(['section', 'section']);
  });

  const places: Record<Level, Path> = { section: [], column: [0], block: [0, 0], link: [0, 0, 0] };
  test.each(Object.entries(offered).flatMap(([level, kinds]) => kinds.map((kind) => [level as Level, kind] as const)))(
    'into what holds a %s: %s',
    async (level, kind) => {
      const social = `<mjml><mj-body><mj-section><mj-column>${codeOf('social', words)}</mj-column></mj-section></mj-body></mjml>`;
      const source = level === 'link' ? social : mail;
      const body = bodyOf(source)!;
      const parent = level === 'section' ? body : blockAt(body, places[level])!;
      const edit = added(source, { parent, index: 1 }, codeOf(kind, words, ' padding="0"'));
      const after = spliced(source, edit.splices);
      const block = blockAt(bodyOf(after)!, pathBeginning(bodyOf(after)!, edit.at!)!)!;
      const expected = kind === 'footer' ? 'section' : kind === 'view' ? 'text' : kind.replace(/\d$/, '');
      expect(block.kind).toBe(expected);
      expect(await compiled(after)).not.toHaveProperty('problem');
    },
  );

  test.each([
    ['heading', [0, 0, 0]],
    ['section', [0]],
  ])('a %s for some is shown to those only', async (_, path) => {
    const block = blockAt(bodyOf(mail)!, path)!;
    for (const [condition, has, lacks] of [
      ['points > 10', { points: '11' }, { points: '9' }],
      ['points < 10', { points: '9' }, { points: '10' }],
      ['city', { city: 'Bonn' }, { city: '' }],
      ['city == ""', { city: '' }, { city: 'Bonn' }],
      ['city contains "on"', { city: 'Bonn' }, { city: '' }],
      ['city != "Bonn"', { city: '' }, { city: 'Bonn' }],
    ] as const) {
      const source = spliced(mail, enclosed(mail, block, condition).splices);
      const made = await mjmlCompiler.compile(source);
      if (!('html' in made)) throw new Error(made.problem);
      const shown = [has, lacks].map((data): unknown =>
        htmlEngine.parseAndRenderSync(
          made.html,
          withAbsent({ ...data, unsubscribe_url: 'x', view_in_browser_url: 'v' }),
        ),
      );
      expect([condition, ...shown.map((html) => String(html).includes('<h2 '))]).toEqual([condition, true, false]);
    }
  });
});

describe('a question', () => {
  test('that can be asked is read as it was asked, and stands in code that can be read', () => {
    const question = fc.record({
      column: fc.constantFrom('first_name', 'customer-since', 'x1'),
      operator: fc.constantFrom(...operators),
      value: fc.oneof(fc.string({ minLength: 1 }), fc.integer().map(String)),
    });
    fc.assert(
      fc.property(question, (asked) => {
        if (!canAsk(asked, asked.value)) return;
        const condition = conditionOf(asked);
        const hasValue = !['filled', 'empty'].includes(asked.operator);
        expect(questionOf(condition)).toEqual({ ...asked, value: hasValue ? asked.value : '' });
        htmlEngine.parse(`{% if ${condition} %}a{% endif %}`);
      }),
    );
  });

  test.each(['a and b', 'a == b', 'a == 1', 'a > "1"', 'a.b', ''])(
    'that has no name here stays as it is: %s',
    (condition) => {
      expect(questionOf(condition)).toBeUndefined();
    },
  );
});

describe('steps', () => {
  test('lead back to where they began, and forward again', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.option(fc.constantFrom('a', 'b'))), { maxLength: 20 }), (steps) => {
        const history = steps.reduce<History>(
          (now, [text, field]) => stepped(now, text, field ?? undefined),
          begun(''),
        );
        const back: History[] = [history];
        for (let next = undone(history); next; next = undone(next)) back.push(next);
        expect(back.at(-1)?.now).toBe('');
        let forth = back.at(-1);
        for (let next = forth; next; next = redone(next)) forth = next;
        expect(forth?.now).toBe(history.now);
      }),
    );
  });

  test('in one field are one', () => {
    const written = ['a', 'ab', 'abc'].reduce((now, text) => stepped(now, text, '0 href'), begun(''));
    expect(undone(written)?.now).toBe('');
    expect(undone(stepped(written, 'abcd', '0 alt'))?.now).toBe('abc');
  });

  test('of a large mail are fewer', () => {
    const large = Array.from({ length: 30 }, (_, nth) => `${nth}`.padEnd(1_000_000));
    expect(large.reduce((now, text) => stepped(now, text), begun('')).past).toHaveLength(20);
  });
});
