import { describe, expect, test } from '@jest/globals';
import { compileContent } from '../../../domain/content/render.ts';
import { assemble } from '../../../domain/content/skeleton.ts';
import { splitContent } from '../../../domain/content/split.ts';
import { askedValuesOf } from '../../../domain/content/variables.ts';

const shown = (source: string, data: Record<string, string>): string[] => {
  const content = splitContent({ subject: source, html: source, text: source });
  const values = compileContent(content)(data);
  return (['subject', 'html', 'text'] as const).map((part) => assemble(content[part].skeleton, values));
};

const everywhere = (text: string): string[] => [text, text, text];

const points = {
  points: '42',
  price: '12,50 €',
  total: '1.234,50',
  big: '9',
  small: '100',
  yes: 'Ja',
  no: 'false',
  day: '05.03.2027',
  none: 'k. A.',
  code: '01234',
  gone: '',
};

describe('a text beside what it means, in each part', () => {
  test.each([
    'points == 42',
    '42 == points',
    'points == 42.0',
    'points != 43',
    'none != 42',
    'price == 12.5',
    'total > 1000',
    'price <= 12.5',
    'points >= 42 and points <= 42',
    'yes == true',
    'true == yes',
    'no == false',
    'no != true',
    'small > big',
    'points > "5"',
    'day > "2027-01-31"',
    'day < "01.04.2027"',
    '"2027-03-05" <= day',
    'code == "01234"',
    'code != "1234"',
    'points == "42"',
    'yes == "Ja"',
    'yes < "Nein"',
    'gone == nil',
    'gone == blank',
    'gone == empty',
    'gone != true',
    'none != blank',
    'none != empty',
    'none != nil',
    'price contains 12',
  ])('%s', (condition) => {
    expect(shown(`{% if ${condition} %}yes{% endif %}`, points)).toEqual(everywhere('yes'));
    expect(shown(`{% unless ${condition} %}yes{% endunless %}`, points)).toEqual(everywhere(''));
  });

  test.each([
    'none == 0',
    'none > 0',
    'none < 100',
    'none > "2027-01-01"',
    'none == true',
    'none == false',
    'gone == 0',
    'gone == false',
    'gone < 1',
    'gone > -1',
    'points == "42.0"',
    'total == 1.2345',
  ])('does not hold: %s', (condition) => {
    expect(shown(`{% if ${condition} %}yes{% endif %}`, points)).toEqual(everywhere(''));
  });

  test.each([
    '{% case points %}{% when 41 %}no{% when 42 %}yes{% else %}no{% endcase %}',
    '{% case yes %}{% when false %}no{% when true %}yes{% endcase %}',
    '{% case points %}{% when "41", "42" %}yes{% endcase %}',
    '{% case gone %}{% when 0, false %}no{% when blank %}yes{% endcase %}',
    '{% assign n = points | plus: 0 %}{% case n %}{% when "42" %}yes{% endcase %}',
    '{% assign n = points | escape %}{% if n == 42 and n > 5 %}yes{% endif %}',
    '{% assign all = "4, 42" | split: "," %}{% if all contains points %}no{% elsif all contains 42 %}yes{% endif %}',
    '{% assign now = "2027-03-04" | date: "%d.%m.%Y" %}{% if day > now %}yes{% endif %}',
  ])('%s', (source) => {
    expect(shown(source, points)).toEqual(everywhere('yes'));
  });
});

describe('a calculation', () => {
  test.each([
    ['{{ price | times: 2 }}', '25'],
    ['{{ total | plus: price }}', '1247'],
    ['{{ total | round }}', '1235'],
    ['{{ points | divided_by: 4 | floor }}', '10'],
    ['{{ gone | plus: 1 }}', '1'],
    ['{{ "1,5;2,5" | split: ";" | sum }}', '4'],
    ['{{ 5 | at_least: points }}', '42'],
  ])('reads the numbers of texts: %s', (source, result) => {
    expect(shown(source, points)).toEqual(everywhere(result));
  });

  test.each(['none', '"1,234"', '"12 %"'])('with what is none is refused, not nought: %s', (value) => {
    const value0 = () => shown(`{{ ${value} | times: 2 }}`, points);
    expect(value0).toThrow('times takes numbers');
    expect(value0).not.toThrow('k. A.');
  });
});

test('is known of each variable that a condition reads', () => {
  const source = [
    '{% if a == 1 and b > "2" or not c %}{% elsif d == true %}{% unless e %}{% endunless %}{% endif %}',
    '{% case f %}{% when 1 %}{% endcase %}{% if g and g != "no" %}{% endif %}{% if h < "2027-01-01" %}{% endif %}',
    '{% if i.size > 0 %}{% endif %}{% if j | default: "x" %}{% endif %}{% if k contains "x" %}{% endif %}',
  ].join('');
  const asked = askedValuesOf(splitContent({ subject: '', html: source, text: source }));
  expect(Object.fromEntries(asked.map(({ name, as }) => [name, as]))).toEqual({
    a: 'number',
    b: 'number',
    c: 'filled',
    d: 'yesNo',
    e: 'filled',
    f: 'number',
    h: 'date',
  });
});
