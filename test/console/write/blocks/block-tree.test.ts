import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bodyOf, type Block } from '../../../../console/src/write/blocks/block-tree.ts';
import { blocksOf } from '../../../../console/src/write/blocks/paths.ts';
import { attributeSet, insideSet } from '../../../../console/src/write/blocks/written.ts';
import { tokensOf } from '../../../../console/src/write/blocks/tokens.ts';
import { templates } from '../../../../console/src/write/templates/templates.ts';
import { mails, rubbish } from './mjml-samples.ts';

const bodyIn = (source: string) => {
  const body = bodyOf(source);
  if (!body) throw new Error(`no blocks in ${source}`);
  return body;
};
/** `section(column(text button))` */
const drawn = (blocks: readonly Block[]): string =>
  blocks.map(({ kind, children }) => (children.length > 0 ? `${kind}(${drawn(children)})` : kind)).join(' ');
const inBody = (inside: string): string => `<mjml><mj-body>${inside}</mj-body></mjml>`;
const inColumn = (inside: string): string => inBody(`<mj-section><mj-column>${inside}</mj-column></mj-section>`);

/** Blocks lie one behind the other within what they stand in. */
const expectOrder = (blocks: readonly Block[], from: number, to: number): void => {
  let at = from;
  for (const block of blocks) {
    expect(block.from).toBeGreaterThanOrEqual(at);
    expect(block.to).toBeGreaterThan(block.from);
    expectOrder(block.children, block.from, block.to);
    at = block.to;
  }
  expect(at).toBeLessThanOrEqual(to);
};

describe('tokens', () => {
  test('of anything are the whole of it, without a gap', () => {
    fc.assert(
      fc.property(fc.oneof(rubbish, mails, fc.string()), (source) => {
        const tokens = tokensOf(source);
        expect(tokens.map(({ from, to }) => source.slice(from, to)).join('')).toBe(source);
        let at = 0;
        for (const { from, to } of tokens) {
          expect(from).toBe(at);
          at = to;
        }
      }),
      { numRuns: 1000, examples: [['</p\r\n  '], ['</p x']] },
    );
  });

  test('say where the value of an attribute stands, however it is written', () => {
    const source = `<mj-image a = 'x"&quot;' b=c d e="{{ x | append: "?" }}" f=&amp;g/>`;
    const [tag] = tokensOf(source);
    const found = tag?.kind === 'open' ? tag.attributes : [];
    expect(found.map(({ name, value, valueFrom, valueTo }) => [name, value, source.slice(valueFrom, valueTo)])).toEqual(
      [
        ['a', 'x""', 'x"&quot;'],
        ['b', 'c', 'c'],
        ['d', '', ''],
        ['e', '{{ x | append: "?" }}', '{{ x | append: "?" }}'],
        ['f', '&g/', '&amp;g/'],
      ],
    );
  });
});

describe('blocks', () => {
  test('of whatever can be shown stand in order, each within its own', () => {
    fc.assert(
      fc.property(fc.oneof(mails, rubbish.map(inBody), rubbish.map(inColumn)), (source) => {
        const body = bodyOf(source);
        if (body) expectOrder(body.children, body.element.from, body.element.to);
      }),
      { numRuns: 300 },
    );
  });

  test('that are set to what they say change nothing', () => {
    fc.assert(
      fc.property(mails, (source) => {
        for (const { block } of blocksOf(bodyIn(source))) {
          const { element } = block;
          const names = ['nothing', ...element.attributes.map(({ name }) => name)];
          for (const name of names) {
            const value = element.attributes.find((known) => known.name === name)?.value ?? '';
            expect(attributeSet(source, element, name, value)).toEqual([]);
          }
          const inside = element.inside ? source.slice(element.inside.from, element.inside.to) : '';
          expect(insideSet(source, element, inside)).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['<mj-text>a</mj-text><mj-text><h1>b</h1></mj-text><mj-table><tr></tr></mj-table>', 'text heading code'],
    ['<mj-text>a</mj-text\n><mj-button>b</mj-button >', 'text button'],
    ['<mj-raw>{% if a %}</mj-raw><mj-text>a</mj-text><mj-raw>{% endif %}</mj-raw>', 'condition(branch(text))'],
    ['<mj-raw>{% if a %}</mj-raw><mj-text>a</mj-text>', 'code text'],
    ['<mj-text>a</mj-text><mj-raw>{% endif %}</mj-raw>', 'text code'],
    [
      '<mj-raw>{% unless a %}</mj-raw><mj-raw>{% else %}</mj-raw><mj-spacer /><mj-raw>{% endunless %}</mj-raw>',
      'condition(branch branch(spacer))',
    ],
    ['<mj-raw>{% if a %} b</mj-raw><mj-text>a</mj-text><mj-raw>{% endif %}</mj-raw>', 'code text code'],
    ['<mj-social><mj-social-element name="x" /></mj-social>', 'social(socialLink)'],
    ['<!-- <mj-text>a</mj-text> --><mj-divider/>', 'divider'],
    ['<mj-button href="{{ fir">{% if</mj-button><mj-text>{{ a }} %}</mj-text>', 'button text'],
  ])('of %s', (inside, blocks) => {
    const [section] = bodyIn(inColumn(inside)).children;
    expect(drawn(section?.children[0]?.children ?? [])).toBe(blocks);
  });

  test.each([
    [
      'text between elements',
      '<mj-section><mj-column>{% if a %}<mj-text>a</mj-text>{% endif %}</mj-column></mj-section>',
    ],
    ['an end tag too many', '<mj-section><mj-column></mj-button></mj-column></mj-section>'],
    [
      'an element that does not end',
      '<mj-section><mj-column><mj-text>a<mj-button>b</mj-button></mj-column></mj-section>',
    ],
    ['HTML between elements', '<mj-section><mj-column><div><mj-text>a</mj-text></div></mj-column></mj-section>'],
  ])('%s: it is its code, the rest are blocks', (_, inside) => {
    expect(drawn(bodyIn(inBody(`${inside}<mj-section></mj-section>`)).children)).toBe('section(code) section');
  });

  test.each([
    ['nothing', ''],
    ['HTML', '<html><body><p>a</p></body></html>'],
    ['no body', '<mjml><mj-head></mj-head></mjml>'],
    ['Liquid between sections', inBody('{% if a %}<mj-section></mj-section>{% endif %}')],
    ['a body that does not end', '<mjml><mj-body><mj-section></mj-section></mjml>'],
  ])('%s: there are none', (_, source) => {
    expect(bodyOf(source)).toBeUndefined();
  });

  test('show each of our own templates, with what only its code shows', () => {
    for (const { name, in: languages } of templates)
      for (const { mjml } of Object.values(languages)) {
        const code = [...blocksOf(bodyIn(mjml()))].filter(({ block }) => block.kind === 'code');
        expect([name, code.every(({ block }) => block.element.name === 'mj-table')]).toEqual([name, true]);
      }
  });

  // The square of these sizes would take hours.
  test.each([
    ['open elements and end tags that close none', '<mj-column>'.repeat(40_000) + '</mj-button>'.repeat(40_000)],
    ['sections within sections', inBody('<mj-section>'.repeat(80_000))],
    ['conditions within conditions', inColumn('<mj-raw>{% if a %}</mj-raw>'.repeat(30_000))],
    ['attributes', inColumn(`<mj-text ${'a=b '.repeat(200_000)}></mj-text>`)],
    ['references', inColumn(`<mj-text>${'&amp;'.repeat(60_000)}</mj-text>`)],
    ['begins of code', inColumn('{{ {% '.repeat(150_000))],
    ['begins of code that end once', inColumn(`${'{{'.repeat(400_000)} }} %}`)],
    ['begins of comments', inColumn('<!-- '.repeat(200_000))],
    ['signs in a heading', inColumn(`<mj-text><h1 ${'>'.repeat(900_000)}</mj-text>`)],
    ['blanks', inColumn(`<mj-text${' '.repeat(900_000)}/>`)],
  ])('are found in a megabyte of %s', (_, source) => {
    expect(tokensOf(source).at(-1)?.to).toBe(source.length);
    expect([...blocksOf(bodyOf(source) ?? bodyIn(inBody('')))].every(({ block }) => block.to <= source.length)).toBe(
      true,
    );
  });
});
