import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import Handlebars from 'handlebars';
import { splitContent } from '../../../domain/content/split.ts';
import { compileContent, htmlEngine, textEngine } from '../../../domain/content/render.ts';

/**
 * SES's template language is Handlebars, and it inserts values as they are
 * (https://docs.aws.amazon.com/ses/latest/dg/send-personalized-email-api.html).
 */
const asSes = (skeleton: string, values: Record<string, string>): string =>
  Handlebars.compile(skeleton, { noEscape: true, strict: true })(values);

/** `x`: rows of signs may happen to be a placeholder of the author's own. */
const data = { name: 'Ada', x: 'y', unsubscribe_url: 'https://x.example/u' };

/** The mail as SES puts it together, and as Liquid renders the author's template in one. */
const mailOf = (source: string): Record<'html' | 'text', { sent: string; meant: string }> => {
  const content = splitContent({ subject: source, html: source, text: source });
  const values = compileContent(content)(data);
  return {
    html: { sent: asSes(content.html.skeleton, values), meant: String(htmlEngine.parseAndRenderSync(source, data)) },
    text: { sent: asSes(content.text.skeleton, values), meant: String(textEngine.parseAndRenderSync(source, data)) },
  };
};

/** What means something to Handlebars, alone and in rows. */
const signs = [
  '{',
  '}',
  '{{',
  '}}',
  '}}}',
  '\\',
  '\\\\',
  '~',
  '#',
  '/',
  '!',
  '!--',
  '&',
  '^',
  '>',
  '=',
  '@',
  '[',
  ']',
  '"',
];
const dynamic = [
  '{{ name }}',
  '{{name}}',
  '{{ name | upcase }}',
  '{% if name %}}{% endif %}',
  '{%- assign a = 1 -%}',
  '{% raw %}{{{% endraw %}',
];

const readable = (source: string): boolean => {
  try {
    htmlEngine.parse(source);
    return true;
  } catch {
    return false;
  }
};

describe('the skeleton as SES reads it', () => {
  test('each sign before and behind each kind of placeholder goes out as it was written', () => {
    const neighbours = ['', ...signs, 'x', ' ', '\n'];
    for (const placeholder of dynamic)
      for (const before of neighbours)
        for (const behind of neighbours) {
          const source = `a${before}${placeholder}${behind}b`;
          if (!readable(source)) continue;
          const { sent, meant } = mailOf(source).html;
          expect({ source, sent }).toEqual({ source, sent: meant });
        }
  });

  test('every printable ASCII sign, and some beyond, next to a placeholder', () => {
    const ascii = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index));
    for (const sign of [...ascii, '\t', '\r\n', 'ü', '陽', '😀', '\u00A0', '\u2028'])
      for (const source of [`${sign}{{ name }}${sign}`, `${sign}{% if name %}x{% endif %}${sign}{{ name }}`]) {
        if (!readable(source)) continue;
        for (const { sent, meant } of Object.values(mailOf(source)))
          expect({ source, sent }).toEqual({ source, sent: meant });
      }
  });

  test('any row of signs and placeholders is a template that SES can read, and says what the author meant', () => {
    const piece = fc.constantFrom(
      ...signs,
      ...dynamic,
      ' ',
      '\n',
      'x',
      '{{ unsubscribe_url }}',
      '{%- comment -%}}{%- endcomment -%}',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const source = pieces.join('');
        fc.pre(readable(source));
        for (const { sent, meant } of Object.values(mailOf(source))) expect(sent).toBe(meant);
      }),
      { numRuns: 500 },
    );
  });

  test('a style rule and a JSON-like text that end in a variable', () => {
    const { sent, meant } = mailOf('<style>.b{color:{{ name }}}</style>{"points":{{ name }}}').html;
    expect(sent).toBe(meant);
  });
});
