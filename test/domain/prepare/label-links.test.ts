import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { labelLinks } from '../../../lambdas/prepare/label-links.ts';
import { readMarkup } from '../../../lambdas/prepare/read-markup.ts';

const plain = (html: string): string => html.replaceAll(/ ses:tags="label:[\w-]+"/g, '');

describe('links tell what they show', () => {
  test.each([
    ['<a href="https://a.example">Spring bulbs</a>', 'Spring-bulbs'],
    ['<a class="b" href="https://a.example">Für den <b>Garten</b> & Balkon!</a>', 'Fuer-den-Garten-and-Balkon'],
    ['<a href="https://a.example"><img src="x.png" alt="Red tulips"></a>', 'Red-tulips'],
    ['<a href="https://a.example" title="To the shop"><img src="x.png" alt=""></a>', 'To-the-shop'],
    ['<a href="https://a.example?p={{ id }}">Hello {{ first_name }}, look</a>', 'Hello-look'],
    ['<A HREF="https://a.example">Shop</A>', 'Shop'],
  ])('%s', (html, label) => {
    const labelled = labelLinks(html);
    expect(labelled).toContain(` ses:tags="label:${label}"`);
    expect(plain(labelled)).toBe(html);
    expect(readMarkup(labelled)).toEqual(readMarkup(html));
  });

  test.each([
    '<a href="https://a.example" ses:tags="label:mine">Shop</a>',
    '<a href="https://a.example" ses:no-track>Shop</a>',
    '<a href="https://a.example">{{ first_name }}</a>',
    '<a href="{{ unsubscribe_url }}">Unsubscribe</a>',
    '<a href="mailto:a@a.example">Write</a>',
    '<a href="#top">Up</a>',
    '<a name="top">Up</a>',
    '<!-- <a href="https://a.example">Shop</a> -->',
    '<abbr href="https://a.example">Shop</abbr>',
  ])('%s stays as it is', (html) => {
    expect(labelLinks(html)).toBe(html);
  });

  test('a link within an expression of the template is no link', () => {
    const html = `{{ "<a href='https://a.example'>Shop</a>" }}<a href="https://b.example">Garden</a>`;
    expect(labelLinks(html)).toBe(html.replace('<a href="https://b', '<a ses:tags="label:Garden" href="https://b'));
  });

  test('whatever the HTML is, nothing but labels is added', () => {
    const part = fc.constantFrom(
      '<a href="https://a.example">',
      '<a href="{{ url }}">',
      '</a>',
      '<a ',
      '{{ x }}',
      '{% if a < b %}',
      '{% endif %}',
      '<img alt="Ü">',
      'text',
      '>',
      '"',
      '<',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const html = parts.join('');
        expect(plain(labelLinks(html))).toBe(html);
      }),
      { numRuns: 1000 },
    );
  });
});
