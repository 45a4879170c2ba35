import { describe, expect, test } from '@jest/globals';
import { mjmlCompiler } from '../../../lambdas/adapters/mjml/mjml-compiler.ts';
import { compileTemplate } from '../../../lambdas/content/compile-template.ts';
import { orderly } from '../prepare/prepare-world.ts';

const problemOf = async (code: string): Promise<unknown> => {
  const made = await compileTemplate(mjmlCompiler, { ...orderly, html: `<p>\n${code}</p>` });
  return 'problem' in made ? [made.problem, made.at] : 'made';
};
const told = (words: string) => [expect.stringContaining(words), { part: 'source', line: 2 }];

describe('what Liquid would silently make something else of', () => {
  test.each([
    ['points eq 5', 'between two values'],
    ['points == 5 then', 'between two values'],
    ['points > 5 and < 10', 'between two values'],
    ['points == 4 2', 'between two values'],
    ['points !=', 'between two values'],
    ['points == 5 and', 'between two values'],
    ['points ≥ 5', 'between two values'],
    ['a == "x" OR b', 'between two values'],
    ['city == "Bonn" or "Ulm"', '"Ulm" by itself is always true'],
    ['not "newsletter"', '"newsletter" by itself is always true'],
    ['"newsletter"', '"newsletter" by itself is always true'],
    ['"points" > 100', 'without quotes'],
    ['city == "bonn" | capitalize', 'assign the value first'],
    ['price > 12,50', 'decimal point'],
  ])('is told with its line: %s', async (condition, words) => {
    expect(await problemOf(`{% if ${condition} %}x{% endif %}`)).toEqual(told(words));
    expect(await problemOf(`{% if a %}{% unless b %}{% elsif ${condition} %}x{% endunless %}{% endif %}`)).toEqual(
      told(words),
    );
  });

  test.each([
    'points == 5',
    'not points == 5 and a or b contains "x"',
    'points',
    'true',
    '1 == 2',
    'points | default: 0',
    '"x" == a',
    'a == "b | c, d or"',
  ])('is nothing else: %s', async (condition) => {
    expect(await problemOf(`{% if ${condition} %}x{% endif %}`)).toBe('made');
  });

  test.each([
    '{{ "x" }}',
    '{% case a %}{% when 1,2 or "x" %}{% endcase %}',
    '{{ a | slice: 0,5 }}',
    '{% assign b = a == 1 %}',
  ])('nor is %s', async (code) => {
    expect(await problemOf(code)).toBe('made');
  });
});

test.each([
  ['{% if points &gt; 5 %}x{% endif %}', 'write > < & "'],
  ['{{&nbsp;name }}', 'write > < & "'],
  ['{{ <b>name</b> }}', 'tags of HTML'],
  ['{{ name | default: “friend” }}', 'straight quotes'],
  ['{{{ name }}}', 'Handlebars'],
  ['{{#if name}}x{{/if}}', 'Handlebars'],
  ['{{ name || "x" }}', 'default: "friend"'],
  ['{{ points * 2 }}', 'calculate with filters'],
  ['{% if a %}{% elseif b %}{% endif %}', 'write elsif'],
  ['{% set a = 1 %}', 'write assign'],
  ['{% IF a %}x{% ENDIF %}', 'small letters'],
  ['{% if a && b %}x{% endif %}', 'write and, or'],
  ['{% if a = 1 %}x{% endif %}', 'write == to compare'],
  ['{% if a === 1 %}x{% endif %}', 'write == to compare'],
  ['{% if (a == 1) and b %}x{% endif %}', 'no brackets'],
])('what Liquid cannot read is told with what to write: %s', async (code, words) => {
  expect(await problemOf(code)).toEqual(told(words));
});
