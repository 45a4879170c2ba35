import { describe, expect, test } from '@jest/globals';
import { compileContent } from '../../../domain/content/render.ts';
import { assemble } from '../../../domain/content/skeleton.ts';
import { splitContent } from '../../../domain/content/split.ts';

const shown = (html: string, data: Record<string, string>): string => {
  const content = splitContent({ subject: '', html, text: '' });
  return assemble(content.html.skeleton, compileContent(content)({ unsubscribe_url: '', ...data }));
};

const greetings = [
  'Dear {% if name %}{{ name }}{% else %}friend{% endif %}',
  'Dear {% unless name %}friend{% else %}{{ name }}{% endunless %}',
  'Dear {% if name == nil %}friend{% else %}{{ name }}{% endif %}',
  'Dear {% if name == "" %}friend{% else %}{{ name }}{% endif %}',
  'Dear {% if name != "" %}{{ name }}{% else %}friend{% endif %}',
  'Dear {% if name != blank %}{{ name }}{% else %}friend{% endif %}',
  'Dear {% if name == empty %}friend{% else %}{{ name }}{% endif %}',
  'Dear {% if name.size > 0 %}{{ name }}{% else %}friend{% endif %}',
  'Dear {% case name %}{% when "" %}friend{% else %}{{ name }}{% endcase %}',
  'Dear {% case name %}{% when nil %}friend{% else %}{{ name }}{% endcase %}',
  'Dear {{ name | default: "friend" }}',
  'Dear {% assign called = name %}{% if called %}{{ called }}{% else %}friend{% endif %}',
  'Dear {% if name and name != "x" %}{{ name }}{% else %}friend{% endif %}',
  'Dear {% if not name %}friend{% else %}{{ name }}{% endif %}',
];

describe('what somebody lacks', () => {
  test.each(greetings)('is nothing to a condition: %s', (greeting) => {
    expect(shown(greeting, { name: '' })).toBe('Dear friend');
    expect(shown(greeting, { name: 'Ada' })).toBe('Dear Ada');
  });

  test.each([
    '{{ name }}',
    '{{ name | upcase }}',
    '{{ name | append: "" | strip | escape }}',
    '{{ name | split: "," | join: "-" }}',
    '{{ name | date: "%Y" }}',
    '{{ name | truncate: 5 }}',
    '{{ name | replace: "a", "b" }}',
    '{% for letter in name %}x{% endfor %}',
    '{% if name contains "a" %}x{% endif %}',
    '{% if name < 100 %}x{% endif %}',
    '{% if name >= 0 %}x{% endif %}',
    '{{ "" | append: name }}',
    '{% capture said %}{{ name }}{% endcapture %}{{ said }}',
  ])('is the empty text where it is written: %s', (source) => {
    expect(shown(source, { name: '' })).toBe('');
  });

  test('has no letters, counts as nought, and is the empty text in JSON', () => {
    expect(shown('{{ name.size }}, {{ name | size }}, {{ name | plus: 1 }}', { name: '' })).toBe('0, 0, 1');
    expect(shown('{{ name | json }}', { name: '' })).toBe('&#34;&#34;');
  });

  test('may be asked for in a condition even where nothing is', () => {
    const greeting =
      '{% assign parts = name | split: " " %}{{ parts[0] }}{% if parts[1] %} of the {{ parts[1] }}s{% endif %}';
    expect(shown(greeting, { name: 'Ada Lind' })).toBe('Ada of the Linds');
    expect(shown(greeting, { name: 'Cher' })).toBe('Cher');
  });
});
