import { existsSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { compileContent } from '../../../domain/content/render.ts';
import { assemble } from '../../../domain/content/skeleton.ts';
import { splitContent } from '../../../domain/content/split.ts';
import { CheckLimits } from '../../../domain/model/check-limits.ts';
import { Chunk } from '../../../domain/model/manifest.ts';
import { plannedStartOf } from '../../../domain/prepare/planned-start.ts';
import { preparing } from '../samples.ts';
import { blocking, orderly, peopleWith, PrepareWorld } from './prepare-world.ts';

const within = (body: string): string => orderly.html.replace('<p>Hello</p>', body);

/** What is no name of a snippet, a snippet that is not there, and what could take in a file. */
const refused = /a snippet is asked for by its name alone|there is no snippet|parts of other files are not available/;

describe('a template that asks for files', () => {
  // Each is there, in the folder in which the tests run.
  const files = ['package.json', './package.json', 'README.md'];
  test.each(files)('gets none: %s', async (file) => {
    expect(existsSync(file)).toBe(true);
    for (const tag of ['include', 'render', 'layout'])
      for (const given of [`"${file}"`, `'${file}'`, `"${file}", year: 2026`]) {
        const { templateValid } = await blocking({ html: within(`{% ${tag} ${given} %}`) });
        expect(templateValid?.['cause']).toMatch(refused);
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
      expect(templateValid?.['cause']).toMatch(refused);
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

  test('is blocked by the clock where its work is not counted', async () => {
    const sums = '{% assign a = (1..400000) %}{% for i in (1..9000) %}{{ a | sum }}{% endfor %}';
    expect((await blocking({ html: within(sums) }))['mailsRendered']?.['cause']).toMatch(/limit exceeded/);
  });

  test('is blocked as soon as its places together take too much: what follows is not tried', async () => {
    const loops = [1, 2].map((from) => `{% for i in (${from}..15000) %}{% endfor %}<br>`);
    const body = `${loops.join('')}{{ name | date: "%Y" }}`;
    const { mailsRendered } = await blocking({ html: within(body) }, [{ name: 'now' }]);
    expect(mailsRendered?.['cause']).toBe('work limit exceeded');
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

const start = { 'planned-start': '2026-12-24T00:30:00+01:00' };

describe('what is another thing tomorrow', () => {
  test.each([
    '{{ name | date: "%Y" }}',
    '{{ "no" | append: "w" | date: "%Y" }}',
    '{{ "oak,elm" | split: "," | sample }}',
  ])('has no place in what is confirmed today: %s', async (body) => {
    const { mailsRendered } = await blocking({ html: within(body) }, [{ name: 'now' }]);
    expect(mailsRendered?.['cause']).toMatch(/confirmed/);
    expect(await blocking({ html: within('{{ name | date: "%Y" }}') }, [{ name: '2027-05-03' }])).toEqual({});
  });

  test('now is when the run is planned to start, frozen with each recipient', async () => {
    const html = within('<p>{{ "now" | date: "%d.%m.%Y %H:%M %z" }}, {{ "today" | date_to_string }}</p>');
    const world = new PrepareWorld({ html }, peopleWith([{}, {}]));
    world.run = {
      ...preparing,
      schedule: { mode: 'onDate', startSendingFrom: '2026-12-24T00:30', zone: 'Europe/Berlin' },
      sendAt: '2026-12-23T23:30:00.000Z',
    };
    expect(await world.prepare()).toMatchObject({ state: 'AwaitingConfirmation' });
    const [recipients = []] = [...world.objects]
      .filter(([key]) => key.includes('/chunks/'))
      .map(([, body]) => Chunk.parse(JSON.parse(String(body))).recipients);
    expect(recipients.map(({ data }) => data)).toEqual([start, start]);
    const content = splitContent({ ...orderly, html });
    const values = compileContent(content)({ ...start, unsubscribe_url: '' });
    expect(assemble(content.html.skeleton, values)).toContain('<p>24.12.2026 00:30 +0100, 24 Dec 2026</p>');
  });

  test('a run without a time of its own starts when it was asked for, by the clock of the send window', () => {
    const run = { createdAt: '2026-12-31T23:30:00.000Z', schedule: { mode: 'onceConfirmed' as const } };
    const window = { days: [1], from: '08:00', to: '18:00', zone: 'Europe/Berlin', blocking: false };
    expect(plannedStartOf(run, CheckLimits.parse({}), undefined)).toBe('2026-12-31T23:30:00+00:00');
    expect(plannedStartOf(run, CheckLimits.parse({ sendWindow: window }), undefined)).toBe('2027-01-01T00:30:00+01:00');
    const other = { sendWindow: { ...window, zone: 'America/New_York' } };
    expect(plannedStartOf(run, CheckLimits.parse({ sendWindow: window }), other)).toBe('2026-12-31T18:30:00-05:00');
  });
});
