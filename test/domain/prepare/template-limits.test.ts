import { existsSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { blocking, orderly } from './prepare-world.ts';

const within = (body: string): string => orderly.html.replace('<p>Hello</p>', body);

describe('a template that asks for files', () => {
  // Each is there, in the folder in which the tests run.
  const files = ['package.json', './package.json', 'README.md'];
  test.each(files)('gets none: %s', async (file) => {
    expect(existsSync(file)).toBe(true);
    for (const tag of ['include', 'render', 'layout'])
      for (const given of [`"${file}"`, `'${file}'`, `"${file}", year: 2026`]) {
        const { templateValid } = await blocking({ html: within(`{% ${tag} ${given} %}`) });
        expect(templateValid?.['cause']).toMatch(
          /parts of other files are not available: .*(package\.json|README\.md)/,
        );
      }
  });

  test('in whichever part, and however it is written', async () => {
    const ways = [
      { html: within('{%- include "header" -%}') },
      { html: within('{% if name == "nobody" %}{% render "footer", year: 2026 %}{% endif %}') },
      { html: within('{% liquid\n render "footer"\n%}') },
      { html: within('{% include name %}') },
      { subject: '{% include "/etc/passwd" %}' },
      { text: '{% render "../../../etc/passwd" %} {{ unsubscribe_url }}' },
      { preheader: '{% include "header" %}' },
    ];
    for (const way of ways) {
      const { templateValid } = await blocking(way);
      expect(templateValid?.['cause']).toMatch(/parts of other files are not available/);
    }
  });
});

describe('a template that would not come to its end', () => {
  const bombs = {
    'a loop over a thousand million': '{% for i in (1..1000000000) %}x{% endfor %}',
    'an empty loop': '{% for i in (1..30000000) %}{% endfor %}',
    'a loop that is just long': '{% for i in (1..400000) %}{% endfor %}',
    'nested loops':
      '{% for i in (1..1000) %}{% for j in (1..1000) %}{% for k in (1..1000) %}x{% endfor %}{% endfor %}{% endfor %}',
    'nested loops over a text':
      '{% assign a = "a,b,c,d,e,f,g,h,i,j" | split: "," %}{% for i in a %}{% for j in a %}{% for k in a %}{% for l in a %}{% for m in a %}{% for n in a %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}',
    'a table': '{% tablerow i in (1..30000000) %}x{% endtablerow %}',
    'a table of tables': '{% tablerow i in (1..2000) %}{% tablerow j in (1..2000) %}{% endtablerow %}{% endtablerow %}',
    'a sorted range': '{% assign a = (1..90000000) | sort %}',
    'a cut range': '{{ (1..90000000) | slice: 0, 2 }}',
    'sums without end': '{% assign a = (1..400000) %}{% for i in (1..9000) %}{{ a | sum }}{% endfor %}',
    'a text that doubles':
      '{% assign a = "xxxxxxxx" %}{% for i in (1..40) %}{% assign a = a | append: a %}{% endfor %}{{ a }}',
    'a capture that doubles':
      '{% assign a = "xxxxxxxx" %}{% for i in (1..60) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}{{ a }}',
    'a text that is padded': '{{ "2027-05-03" | date: "%999999999Y" }}',
    'many loops beside each other': Array.from(
      { length: 300 },
      (_, loop) => `{% for i in (${loop}..15000) %}{% endfor %}<br>`,
    ).join(''),
    'much text in a loop': `{% for i in (1..9000) %}${'x'.repeat(5000)}{% endfor %}`,
    'a branch of one person': '{% if name == "Ada" %}{% for i in (1..1000000000) %}x{% endfor %}{% endif %}',
  };
  test.each(Object.entries(bombs))('is blocked: %s', async (_, bomb) => {
    for (const part of [{ html: within(bomb) }, { text: `${bomb}{{ unsubscribe_url }}` }, { subject: bomb }]) {
      const { mailsRendered } = await blocking(part, [{ name: 'Bo' }, { name: 'Ada' }]);
      expect(mailsRendered).toMatchObject({
        cause: expect.stringMatching(/limit exceeded/),
        example: expect.any(String),
      });
    }
  });

  test('is blocked when it cannot even be read', async () => {
    const deep = '{% if name %}'.repeat(20_000) + '{% endif %}'.repeat(20_000);
    const open = '{{'.repeat(200_000);
    for (const html of [within(deep), within(open), within('{%'.repeat(200_000))])
      expect(Object.keys(await blocking({ html }))).toEqual([expect.stringMatching(/templateValid|mailsRendered/)]);
  });

  test('a long table, a list of links and a filter or two are none of these', async () => {
    const body =
      '{% for i in (1..500) %}<tr><td>{{ name | upcase | append: " & " }}{{ i }}</td></tr>{% endfor %}' +
      `{% if name %}${'<p>much text for you</p>'.repeat(4000)}{% endif %}`;
    expect(await blocking({ html: within(body) })).toEqual({});
  });
});

test('what is another thing tomorrow has no place in what is confirmed today', async () => {
  for (const body of [
    '{{ "now" | date: "%d.%m.%Y" }}',
    '{{ "today" | date_to_string }}',
    '{{ name | date: "%Y" }}',
    '{{ "oak,elm" | split: "," | sample }}',
  ]) {
    const { mailsRendered } = await blocking({ html: within(body) }, [{ name: 'now' }]);
    expect(mailsRendered?.['cause']).toMatch(/confirmed/);
  }
  expect(await blocking({ html: within('{{ name | date: "%Y" }}') }, [{ name: '2027-05-03' }])).toEqual({});
});
