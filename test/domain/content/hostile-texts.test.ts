import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { columnName } from '../../../domain/audience/column-name.ts';
import { compareText } from '../../../domain/confirm/difference.ts';
import { liquidIn, withoutLiquid } from '../../../domain/content/liquid-places.ts';
import { markLiquid } from '../../../domain/content/lost-liquid.ts';
import { splitContent } from '../../../domain/content/split.ts';
import { leadsToMessage } from '../../../domain/content/message-links.ts';
import { enclosedIn, withoutEnclosed } from '../../../domain/values/enclosed.ts';
import { markLinks } from '../../../lambdas/content/mark-links.ts';
import { readPreheader } from '../../../lambdas/content/read-preheader.ts';

const SIZE = 400_000;
const many = (text: string): string => text.repeat(SIZE / text.length);

describe('a text of 400 KB is read once', () => {
  const count = SIZE / 40;
  /** Each name gets the one that is named behind it. */
  const chain = Array.from({ length: count }, (_, index) => `{% assign n${index} = n${index + 1} %}`).join('');

  test.each<[string, () => unknown, unknown]>([
    ['a chain of names', () => leadsToMessage(`${chain}{% assign n${count} = unsubscribe_url %}`)('{{ n0 }}'), true],
    ['one name that many get', () => leadsToMessage(`${many('{% assign a = b %}')}unsubscribe_url`)('{{ a }}'), false],
    [
      'links for Outlook with code in them',
      () =>
        markLinks(`<!--[if mso]>${many('<a href="https://a.example/{{ a }}">b</a>')}<![endif]-->`, {
          isTracked: true,
          untracked: [],
          utm: { source: 'a', medium: 'b', campaign: 'c' },
        }).html.split('endutm').length >
        SIZE / 50,
      true,
    ],
    ['links that end in code', () => markLinks(many('<a {{ ">" }} </a ')).html.length >= SIZE - 20, true],
    [
      'links with code',
      () => markLinks(many('<a href="{{ a }}">b</a>')).html.split('label:b').length > SIZE / 30,
      true,
    ],
    ['white space in many elements', () => readPreheader(`${many('<p>&#847; </p>')}x`), 'x'],
    [
      'backslashes before many values',
      () => splitContent({ subject: '', html: '', text: many(`${'\\'.repeat(43)}{{ a }}`) }).text.fragments.length,
      2,
    ],
    ['lines of an MJML', () => markLiquid(many('\n{{ a }}')).tokens.size, SIZE / 8],
    ['remarks of an MJML', () => markLiquid(`${many('{%comment%}<')}{%endcomment%}`).tokens.size > 1, true],
    ['a column of low lines', () => columnName(`a${many('_ ')}b`), 'a_b'],
    ['two texts of other lines', () => compareText(many('a\nb\n'), many('c\nd\n')).length, 1002],
  ])('%s', (_, read, result) => {
    expect(read()).toEqual(result);
  });
});

describe('what reads once finds what a regular expression found', () => {
  const text = (...signs: string[]) =>
    fc.array(fc.constantFrom(...signs), { maxLength: 24 }).map((all) => all.join(''));

  test('outputs and tags', () => {
    const code = /\{\{.*?\}\}|\{%.*?%\}/gs;
    fc.assert(
      fc.property(text('{', '}', '%', '{{', '}}', '{%', '%}', 'a', '\n'), (source) => {
        expect(liquidIn(source)).toEqual(source.match(code) ?? []);
        expect(withoutLiquid(source)).toBe(source.replaceAll(code, ' '));
      }),
      { numRuns: 2000 },
    );
  });

  test('parts between a begin and an end', () => {
    fc.assert(
      fc.property(text('<!--', '-->', '<', '!', '-', '>', 'a'), (source) => {
        const found = [...enclosedIn(source, /<!--/, /-->/)].map(({ from, to }) => source.slice(from, to));
        expect(found).toEqual(source.match(/<!--[^]*?-->/g) ?? []);
        expect(withoutEnclosed(source, /<!--/, /-->/)).toBe(source.replaceAll(/<!--[^]*?-->/g, ''));
      }),
      { numRuns: 2000 },
    );
  });

  test('tags, remarks and raw parts of an MJML', () => {
    const tokens =
      /\{%-?\s*comment\s*-?%\}[^<]*?\{%-?\s*endcomment\s*-?%\}|\{%-?\s*raw\s*-?%\}[^]*?\{%-?\s*endraw\s*-?%\}|\{%[^]*?%\}|\{\{[^]*?\}\}/g;
    const remark = /^\{%-?\s*(#|comment\b[^<]*endcomment)/;
    const signs = [
      '{% raw %}',
      '{%- endraw %}',
      '{%comment -%}',
      '{% endcomment %}',
      '{{ a }}',
      '{% b %}',
      '{{',
      '{%',
      '%}',
      '<',
      '\n',
    ];
    fc.assert(
      fc.property(text(...signs), (source) => {
        const lines = (index: number) => source.slice(0, index).split('\n').length;
        const found = [...source.matchAll(tokens)].filter(([token]) => !remark.test(token));
        expect([...markLiquid(source).tokens.values()]).toEqual(
          found.map(({ 0: token, index }) => ({ text: token, line: lines(index) })),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
