import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { getSchema } from '@tiptap/core';
import { bodyOf } from '../../../../console/src/write/blocks/block-tree.ts';
import { blocksOf } from '../../../../console/src/write/blocks/paths.ts';
import { richHtmlOf } from '../../../../console/src/write/blocks/rich-html.ts';
import { richExtensions } from '../../../../console/src/write/blocks/rich-schema.ts';
import { richTextOf, type RichText } from '../../../../console/src/write/blocks/rich-text.ts';
import { templates } from '../../../../console/src/write/templates/templates.ts';

const schema = getSchema(richExtensions);
/** As the editor hands it back. */
const through = (html: string): string | undefined => {
  const text = richTextOf(html);
  if (!text) return undefined;
  const node = schema.nodeFromJSON(text);
  node.check();
  return richHtmlOf(node.toJSON() as RichText, html);
};

const word = fc.constantFrom(
  'Hello',
  '{{ first_name }}',
  '{% if a > 1 %}x{% endif %}',
  '&amp;',
  '&nbsp;',
  '&lt;b&gt;',
  'a{{ b | c: "&amp;" }}',
);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const marked = fc.oneof(
  words,
  words.map((text) => `<strong>${text}</strong>`),
  words.map((text) => `<b style="color: red">${text}</b>`),
  words.map((text) => `<a href="{{ unsubscribe_url }}" class="x">${text}</a>`),
  words.map((text) => `<a href='{{ u | append: "?" }}'>${text}</a>`),
);
const line = fc.array(marked, { minLength: 1, maxLength: 3 }).map((all) => all.join('<br />'));
const paragraph = line.map((text) => `<p class="a b">${text}</p>`);
const list = fc
  .array(line, { minLength: 1, maxLength: 3 })
  .map((all) => `<ol start="3">${all.map((text) => `<li>${text}</li>`).join('')}</ol>`);
const heading = line.map((text) => `<h2>${text}</h2>`);
const texts = fc.oneof(
  line,
  fc.array(fc.oneof(paragraph, list, heading), { minLength: 1, maxLength: 4 }).map((all) => all.join('')),
);

describe('a text', () => {
  test('that the editor keeps comes back as it is written', () => {
    fc.assert(
      fc.property(texts, (html) => {
        expect(through(html)).toBe(html);
      }),
      { numRuns: 200 },
    );
  });

  test('of our own templates is kept by the editor, to the letter', () => {
    for (const { in: languages } of templates)
      for (const { mjml } of Object.values(languages)) {
        const source = mjml();
        for (const { block } of blocksOf(bodyOf(source)!)) {
          const { name, inside } = block.element;
          if (name !== 'mj-text' || !inside) continue;
          const html = source.slice(inside.from, inside.to);
          expect(through(html)).toBe(html);
        }
      }
  });

  test.each([
    ['', ''],
    ['  two   blanks ', '  two blanks '],
    ['<p>open', undefined],
    ['<b>crossed<i></b></i>', undefined],
    ['<p>a</p><div>b</div>', undefined],
    ['<span>a</span>', undefined],
    ['<a name="here">a</a>', undefined],
    ['<p>a<!-- b --></p>', undefined],
    ['<b>a<p>b</p></b>', undefined],
    ['<ul>a</ul>', undefined],
    ['<ul><li><h2>a</h2></li></ul>', undefined],
    ['<p>a<ul><li>b</li></ul></p>', undefined],
    ['<br clear="all">', undefined],
    ['<![CDATA[a]]>', undefined],
    ['<table><tr><td>a</td></tr></table>', undefined],
    ['<p>a</p> b <p>c</p>', '<p>a</p>b<p>c</p>'],
    ['a &ouml; &#x1F600; &copy;', 'a ö 😀 ©'],
    ['a < b && c', 'a &lt; b &amp;&amp; c'],
    ['<ul>\n  <li>a</li>\n</ul>', '<ul><li>a</li></ul>'],
    ['\n  <p>a</p>\n  <p>b</p>\n', '\n  <p>a</p>\n  <p>b</p>\n'],
  ])('%j is written as %j', (html, written) => {
    expect(through(html)).toBe(written);
  });

  test.each([
    ['two bare paragraphs are separated', [bare('a'), bare('b')], '<p>a</p><p>b</p>'],
    [
      'an item of a list stays bare',
      [
        {
          type: 'bulletList',
          content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [piece('a')] }] }],
        },
      ],
      '<ul><li>a</li></ul>',
    ],
    [
      'code that somebody types is code',
      [bare('{% if points > 10 %}1 > 0{% endif %}')],
      '{% if points > 10 %}1 &gt; 0{% endif %}',
    ],
  ])('%s', (_, content, html) => {
    expect(richHtmlOf({ type: 'doc', content }, '')).toBe(html);
  });

  test('that is too long for it is left to a field', () => {
    expect(richTextOf('&amp;'.repeat(20_000))).toBeUndefined();
    expect(richTextOf('&amp;'.repeat(9_000))).toBeDefined();
  });
});

function piece(says: string) {
  return { type: 'text', text: says };
}
function bare(says: string) {
  return { type: 'paragraph', attrs: { tag: 'none' }, content: [piece(says)] };
}
