import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bodyOf, type Body } from '../../../../console/src/write/blocks/block-tree.ts';
import {
  added,
  copied,
  disclosed,
  enclosed,
  moved,
  removed,
  type Edit,
} from '../../../../console/src/write/blocks/edits.ts';
import { blockAt, blocksOf, parentAt, pathBeginning, type Path } from '../../../../console/src/write/blocks/paths.ts';
import { spliced } from '../../../../console/src/write/blocks/splice.ts';
import { attributeSet, insideSet } from '../../../../console/src/write/blocks/written.ts';
import { mjmlCompiler } from '../../../../lambdas/adapters/mjml/mjml-compiler.ts';
import { mails } from './mjml-samples.ts';

const bodyIn = (source: string): Body => {
  const body = bodyOf(source);
  if (!body) throw new Error(`no blocks in ${source}`);
  return body;
};
const codeAt = (source: string, path: Path | undefined): string | undefined => {
  const block = path && blockAt(bodyIn(source), path);
  return block && source.slice(block.from, block.to);
};
/** Each text of the mail that is a block, as it is written. */
const leaves = (source: string): string[] =>
  [...blocksOf(bodyIn(source))]
    .filter(({ block }) => block.holds === undefined && block.kind !== 'condition')
    .map(({ block }) => source.slice(block.from, block.to))
    .toSorted();

/** A mail, and which of its blocks. */
const chosen = fc.record({ source: mails, nth: fc.nat() });
const choose = ({ source, nth }: { source: string; nth: number }) => {
  const all = [...blocksOf(bodyIn(source))];
  const { block, path = [] } = all[nth % Math.max(1, all.length)] ?? {};
  return { source, all, block, path };
};
const done = (source: string, { splices, at }: Edit) => {
  const after = spliced(source, splices);
  return { after, path: at === undefined ? undefined : pathBeginning(bodyIn(after), at) };
};
const runs = { numRuns: 150 };

describe('an edit', () => {
  test('of an attribute changes its range alone, and says that then', () => {
    const values = fc.oneof(
      fc.constantFrom(
        '{{ url | append: "?a" }}',
        "{{ a | append: 'b' }}&c=1",
        '"',
        "'",
        '&',
        '&amp;',
        '<',
        'x y',
        '\uE000',
      ),
      fc.string({ minLength: 1 }).filter((text) => !/\{[{%]|[\r\n\0]/.test(text)),
    );
    fc.assert(
      fc.property(chosen, fc.constantFrom('href', 'align', 'alt'), values, (given, name, value) => {
        const { source, block, path } = choose(given);
        if (!block) return;
        const splices = attributeSet(source, block.element, name, value);
        const after = spliced(source, splices);
        const begin = splices[0]?.from ?? 0;
        expect(after.slice(0, begin)).toBe(source.slice(0, begin));
        const end = source.length - (splices[0]?.to ?? 0);
        expect(after.slice(after.length - end)).toBe(source.slice(source.length - end));
        const found = blockAt(bodyIn(after), path)?.element.attributes.find((known) => known.name === name);
        expect(found?.value).toBe(value);
        const back = attributeSet(after, blockAt(bodyIn(after), path)!.element, name, '');
        expect(spliced(after, back)).not.toMatch(/=\s*>/);
      }),
      runs,
    );
  });

  test('of what stands in a block leaves all others as they are', () => {
    fc.assert(
      fc.property(chosen, fc.constantFrom('new', '<p>new</p>', ''), (given, text) => {
        const { source, block, path } = choose(given);
        if (!block || block.holds !== undefined || !['text', 'button', 'heading'].includes(block.kind)) return;
        const after = spliced(source, insideSet(source, block.element, text));
        const { element } = blockAt(bodyIn(after), path)!;
        expect(element.inside ? after.slice(element.inside.from, element.inside.to) : '').toBe(text);
        const own = source.slice(block.from, block.to);
        const others = leaves(source);
        others.splice(others.indexOf(own), 1);
        expect(leaves(after)).toEqual([...others, after.slice(element.from, element.to)].toSorted());
      }),
      runs,
    );
  });

  test('that moves a block moves nothing else, and the way back leads back', () => {
    fc.assert(
      fc.property(chosen, fc.constantFrom(1, -1), (given, step) => {
        const { source, block, path } = choose(given);
        const edit = moved(source, bodyIn(source), path, step);
        if (!block || !edit) return;
        const { after, path: now } = done(source, edit);
        expect(codeAt(after, now)).toBe(source.slice(block.from, block.to));
        expect(leaves(after)).toEqual(leaves(source));
        const isBeside = now?.length === path.length && now.slice(0, -1).join() === path.slice(0, -1).join();
        if (!isBeside || !now) return;
        const back = moved(after, bodyIn(after), now, -step as 1 | -1);
        expect(back && spliced(after, back.splices)).toBe(source);
      }),
      { numRuns: 400 },
    );
  });

  test('that copies a block has it twice, and without the copy is as before', () => {
    fc.assert(
      fc.property(chosen, (given) => {
        const { source, block } = choose(given);
        if (!block || block.kind === 'branch') return;
        const { after, path } = done(source, copied(source, block));
        expect(codeAt(after, path)).toBe(source.slice(block.from, block.to));
        expect(spliced(after, removed(after, blockAt(bodyIn(after), path!)!).splices)).toBe(source);
      }),
      runs,
    );
  });

  test('that encloses a block in a condition can be taken back', () => {
    fc.assert(
      fc.property(chosen, (given) => {
        const { source, block } = choose(given);
        if (!block || block.kind === 'branch' || !['section', 'text', 'button', 'image'].includes(block.kind)) return;
        const { after, path } = done(source, enclosed(source, block, 'points > 10'));
        const condition = blockAt(bodyIn(after), path!)!;
        expect([condition.kind, condition.children[0]?.children.length]).toEqual(['condition', 1]);
        const back = disclosed(condition);
        expect(back && spliced(after, back.splices)).toBe(source);
      }),
      runs,
    );
  });

  test('that adds a block puts it where it was asked for, and nothing goes', () => {
    fc.assert(
      fc.property(chosen, fc.nat(), (given, at) => {
        const { source, all, path } = choose(given);
        const parent = path.length > 0 ? parentAt(bodyIn(source), path) : bodyIn(source);
        if (!parent || parent.holds === undefined) return;
        const code = {
          section: '<mj-section>\n</mj-section>',
          column: '<mj-column />',
          block: '<mj-divider />',
          link: '<mj-social-element />',
        }[parent.holds];
        const index = at % (parent.children.length + 1);
        const { after, path: now } = done(source, added(source, { parent, index }, code));
        expect(now?.at(-1)).toBe(index);
        expect(codeAt(after, now)?.replaceAll(/\s/g, '')).toBe(code.replaceAll(/\s/g, ''));
        expect([...blocksOf(bodyIn(after))].length).toBe(all.length + 1);
      }),
      runs,
    );
  });
});

test.each([
  ['<mj-column></mj-column>', '<mj-column>\n  <mj-text>a</mj-text>\n</mj-column>'],
  ['<mj-column />', '<mj-column>\n  <mj-text>a</mj-text>\n</mj-column>'],
  ['<mj-column>\n\t<mj-spacer />\n</mj-column>', '<mj-column>\n\t<mj-text>a</mj-text>\n\t<mj-spacer />\n</mj-column>'],
])('a text at the begin of %s', (column, becomes) => {
  const around = (inside: string): string => `<mjml><mj-body><mj-section>\n${inside}\n</mj-section></mj-body></mjml>`;
  const source = around(column);
  const parent = blockAt(bodyIn(source), [0, 0])!;
  expect(spliced(source, added(source, { parent, index: 0 }, '<mj-text>a</mj-text>').splices)).toBe(around(becomes));
});

test('a mail whose block went down and up again, and one with a new text, say to everybody else what they said', async () => {
  const text = (inside: string): string =>
    `<mjml><mj-body><mj-section><mj-column><mj-text>one {{ a }}</mj-text>${inside}</mj-column></mj-section></mj-body></mjml>`;
  const source = text('<mj-text align=center>two</mj-text>');
  const { element } = blockAt(bodyIn(source), [0, 0, 1])!;
  const after = spliced(source, insideSet(source, element, 'three'));
  const [before, now] = await Promise.all([source, after].map(async (each) => mjmlCompiler.compile(each)));
  expect('html' in before! && before.html.replace('two', 'three')).toBe('html' in now! && now.html);
});
