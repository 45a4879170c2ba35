import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markLinks } from '../../../lambdas/content/mark-links.ts';
import { readMarkup } from '../../../lambdas/content/read-markup.ts';

const plain = (html: string): string => html.replaceAll(/ ses:tags="label:[\w-]+"| ses:no-track(?= )/g, '');

describe('links tell what they show', () => {
  test.each([
    ['<a href="https://a.example">Spring bulbs</a>', 'Spring-bulbs'],
    ['<a class="b" href="https://a.example">Für den <b>Garten</b> & Balkon!</a>', 'Fuer-den-Garten-and-Balkon'],
    ['<a href="https://a.example"><img src="x.png" alt="Red tulips"></a>', 'Red-tulips'],
    ['<a href="https://a.example" title="To the shop"><img src="x.png" alt=""></a>', 'To-the-shop'],
    ['<a href="https://a.example?p={{ id }}">Hello {{ first_name }}, look</a>', 'Hello-look'],
    ['<A HREF="https://a.example">Shop</A>', 'Shop'],
  ])('%s', (html, label) => {
    const labelled = markLinks(html).html;
    expect(labelled).toContain(` ses:tags="label:${label}"`);
    expect(plain(labelled)).toBe(html);
    expect(readMarkup(labelled)).toEqual(readMarkup(html));
  });

  test.each([
    '<a href="https://a.example" ses:tags="label:mine">Shop</a>',
    '<a href="https://a.example" ses:no-track>Shop</a>',
    '<a href="https://a.example">{{ first_name }}</a>',
    '<a href="{{ unsubscribe_url }}" ses:no-track>Unsubscribe</a>',
    '<a href="mailto:a@a.example">Write</a>',
    '<a href="#top">Up</a>',
    '<a name="top">Up</a>',
    '<!-- <a href="https://a.example">Shop</a> -->',
    '<abbr href="https://a.example">Shop</abbr>',
  ])('%s stays as it is', (html) => {
    expect(markLinks(html).html).toBe(html);
  });

  const link = '<a href="{{ unsubscribe_url }}">Leave</a>';
  test.each([
    link,
    '<A HREF="{{unsubscribe_url|url_encode}}">Leave</A>',
    '<a class="x" href="https://a.example/?to={{ unsubscribe_url }}"><img alt="Leave"></a>',
    '<a href="{{ unsubscribe_url }}" ses:tags="part:foot">Leave</a>',
    '<a {% if a > b %}href="{{ unsubscribe_url }}"{% else %}href="https://a.example"{% endif %}>Leave</a>',
    '{% assign u = unsubscribe_url %}<a href="{{ u }}">Leave</a>',
    '{% assign u = unsubscribe_url | append: "?x" %}{%- assign w = u -%}<a href="{{ w }}">Leave</a>',
    '{% assign w = u %}{% assign u = unsubscribe_url %}<a href="{{ w }}">Leave</a>',
    '{% capture u %}https://a.example/{{ unsubscribe_url }}{% endcapture %}<a href="{{ u }}">Leave</a>',
    '{% liquid\n  assign u = unsubscribe_url\n  assign w = u\n%}<a href="{{ w }}">Leave</a>',
    '{% if a %}{% assign u = unsubscribe_url %}{% else %}{% assign u = shop %}{% endif %}<a href="{{ u }}">Leave</a>',
    '{% assign all = unsubscribe_url | split: " " %}{% for u in all %}<a href="{{ u }}">Leave</a>{% endfor %}',
    '<a href="{{ profile_page | default: unsubscribe_url }}">Leave</a>',
    '<a href="{{ ["unsubscribe_url"] }}">Leave</a>',
  ])('the unsubscribe link is not tracked and gets no label: %s', (html) => {
    const labelled = markLinks(html).html;
    expect(labelled).toMatch(/<a ses:no-track\s/i);
    expect(labelled).not.toContain('label:Leave');
    expect(plain(labelled)).toBe(html);
    expect(markLinks(labelled).html).toBe(labelled);
  });

  test.each([
    '{% assign u = unsubscribe_url %}<a href="https://a.example/?u={{ id }}&u=1">Shop</a>',
    '{% assign u = unsubscribe_url %}<a href="{{ "https://a.example?u=1" }}">Shop</a>',
    '{% assign u = unsubscribe_url %}<a href="{{ menu }}">Shop</a>',
    `{% capture footer %}${link}{% endcapture %}<a href="https://a.example/footer">Shop</a>`,
  ])('a link that only looks so is tracked: %s', (html) => {
    expect(markLinks(html).html).toContain('<a ses:tags="label:Shop"');
  });

  test('a link within an expression of the template is no link', () => {
    const html = `{{ "<a href='https://a.example'>Shop</a>" }}<a href="https://b.example">Garden</a>`;
    expect(markLinks(html).html).toBe(html.replace('<a href="https://b', '<a ses:tags="label:Garden" href="https://b'));
  });

  test('whatever the HTML is, nothing but labels is added', () => {
    const part = fc.constantFrom(
      '<a href="https://a.example">',
      '<a href="{{ url }}">',
      '<a href="{{ unsubscribe_url }}">',
      '{% assign url = unsubscribe_url %}',
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
        expect(plain(markLinks(html).html)).toBe(html);
      }),
      { numRuns: 1000 },
    );
  });
});
