import { describe, expect, test } from '@jest/globals';
import { compileContent } from '../../../domain/content/render.ts';
import { assemble } from '../../../domain/content/skeleton.ts';
import { splitContent } from '../../../domain/content/split.ts';

const data = { line: 'a & b\r\n<i>c</i>', name: `O'Neil & <Sons>`, gone: '' };

const shown = (source: string, part: 'html' | 'text' = 'html'): string => {
  const content = splitContent({ subject: '', html: '', text: '', [part]: source });
  return assemble(content[part].skeleton, compileContent(content)(data));
};

describe('in HTML', () => {
  const once = 'O&#39;Neil &amp; &lt;Sons&gt;';
  test.each([
    ['{{ name }}', once],
    ['{{ name | escape }}', once],
    ['{{ name | escape_once }}', once],
    ['{{ name | xml_escape }}', once],
    ['{{ name | escape | raw }}', once],
    ['{% assign shown = name | escape %}{{ shown }}', once],
    ['{% echo name | escape %}', once],
    ['{% assign shown = name | escape %}{% cycle shown %}', once],
    [
      '{% assign a = "Ada" | escape %}{% if a == "Ada" and a != "Bo" and a contains "d" and a > "A" %}yes{% endif %}',
      'yes',
    ],
    [
      '{% assign a = "Ada" | escape %}{% case a %}{% when "Ada" %}yes{% endcase %}{% if "Ada" == a %}!{% endif %}',
      'yes!',
    ],
    ['{{ name | escape | json }}', '&#34;O&amp;#39;Neil &amp;amp; &amp;lt;Sons&amp;gt;&#34;'],
    ['{{ name | escape | split: " " | last }}', '&amp;lt;Sons&amp;gt;'],
    ['{{ name | escape | upcase }}', 'O&amp;#39;NEIL &amp;AMP; &amp;LT;SONS&amp;GT;'],
    ['{{ name | escape | size }}', '29'],
    ['{{ gone | escape | default: "friend" }}', 'friend'],
    ['{% assign shown = gone | escape %}{% if shown == blank %}none{% endif %}', 'none'],
    ['{{ "a" | escape | append: "<" }}', 'a&lt;'],
  ])('a value is escaped once: %s', (source, html) => {
    expect(shown(source)).toBe(html);
  });

  test.each([
    ['{{ line | newline_to_br }}', 'a &amp; b<br />\n&lt;i&gt;c&lt;/i&gt;'],
    ['{{ line | escape | newline_to_br }}', 'a &amp; b<br />\n&lt;i&gt;c&lt;/i&gt;'],
    ['{{ line | strip | newline_to_br }}', 'a &amp; b<br />\n&lt;i&gt;c&lt;/i&gt;'],
    ['{{ line | newline_to_br | raw }}', 'a & b<br />\n<i>c</i>'],
    ['{{ line | escape | newline_to_br | raw }}', 'a &amp; b<br />\n&lt;i&gt;c&lt;/i&gt;'],
    ['{{ line | newline_to_br | strip_newlines }}', 'a &amp; b&lt;br /&gt;&lt;i&gt;c&lt;/i&gt;'],
  ])('lines break, and what is in them is escaped: %s', (source, html) => {
    expect(shown(source)).toBe(html);
  });
});

test('in a text the filters do what Liquid says', () => {
  expect(shown('{{ name | escape }}', 'text')).toBe('O&#39;Neil &amp; &lt;Sons&gt;');
  expect(shown('{{ line | newline_to_br }}', 'text')).toBe('a & b<br />\n<i>c</i>');
});
