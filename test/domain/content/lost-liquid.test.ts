import { describe, expect, test } from '@jest/globals';
import { mjmlCompiler } from '../../../lambdas/adapters/mjml/mjml-compiler.ts';
import { compileTemplate } from '../../../lambdas/content/compile-template.ts';
import { blocking, orderly } from '../prepare/prepare-world.ts';

const leave =
  '<mj-section><mj-column><mj-text><a href="{{ unsubscribe_url }}">Leave</a></mj-text></mj-column></mj-section>';
const section = (text: string): string => `<mj-section><mj-column><mj-text>${text}</mj-text></mj-column></mj-section>`;
const mail = (body: string, head = ''): string =>
  `<mjml><mj-head>${head}</mj-head><mj-body>\n${body}\n${leave}</mj-body></mjml>`;

const found = async (mjml: string) =>
  blocking(
    { mjml },
    [
      { member: 'yes', name: 'Ada' },
      { member: 'no', name: 'Bo' },
    ],
    mjmlCompiler,
  );

describe('Liquid that MJML would drop', () => {
  const between = '{% if member == "yes" %}';
  const lost: Record<string, [mjml: string, tag: string, line: number]> = {
    'a condition between sections': [
      mail(`${section('Hello')}\n${between}\n${section('4711')}\n{% endif %}`),
      between,
      3,
    ],
    'a loop between sections': [
      mail(`{% for i in (1..3) %}${section('{{ i }}')}{% endfor %}`),
      '{% for i in (1..3) %}',
      2,
    ],
    'a condition between columns': [
      mail(`<mj-section>\n${between}<mj-column><mj-text>4711</mj-text></mj-column>{% endif %}</mj-section>`),
      between,
      3,
    ],
    'a condition between texts': [
      mail(`<mj-section><mj-column>${between}<mj-text>4711</mj-text>{% endif %}</mj-column></mj-section>`),
      between,
      2,
    ],
    'a condition in a wrapper': [mail(`<mj-wrapper>${between}${section('4711')}{% endif %}</mj-wrapper>`), between, 2],
    'a comment around a section': [mail(`{% comment %}${section('4711')}{% endcomment %}`), '{% comment %}', 2],
    'an assignment': [mail(`{% assign code = "4711" %}${section('Hello')}`), '{% assign code = "4711" %}', 2],
    'a value between sections': [mail(`{{ name }}${section('Hello')}`), '{{ name }}', 2],
    'in the head': [mail(section('Hello'), '{% assign code = "4711" %}'), '{% assign code = "4711" %}', 1],
    'the same that stands elsewhere too': [
      mail(
        `${section(`${between}x{% endif %}`)}\n${between}${section('4711')}{% endif %}`,
        `<mj-title>${between}x{% endif %}</mj-title>`,
      ),
      between,
      3,
    ],
    'with its white space': [
      mail(`{%- if member == "yes" -%}${section('4711')}{%- endif -%}`),
      '{%- if member == "yes" -%}',
      2,
    ],
  };
  test.each(Object.entries(lost))('blocks, with the tag and its line: %s', async (_, [mjml, tag, line]) => {
    const { templateValid } = await found(mjml);
    expect(templateValid?.['cause']).toContain(`${tag} on line ${line}`);
  });

  test('a part of another file is told, not left out', async () => {
    const { templateValid } = await found(mail(`<mj-include path="./header.mjml" />${section('Hello')}`));
    expect(templateValid?.['cause']).toMatch(/parts of other files are not available: .*header\.mjml/);
  });

  test('what is no MJML is told without the place of the program', async () => {
    const { templateValid } = await found(mail('<mj-nothing>x</mj-nothing>'));
    expect(templateValid?.['cause']).toMatch(/line 2/i);
    expect(templateValid?.['cause']).not.toContain(process.cwd());
  });
});

describe('Liquid that MJML keeps', () => {
  const kept: Record<string, string> = {
    'in a text': mail(section('Hello {{ name }}{% if member == "yes" %}, the code is 4711{% endif %}')),
    'in a comparison': mail(section('{% if name < "C" and name != "" %}early{% endif %}')),
    'in raw': mail(`<mj-raw>{% if member == "yes" %}</mj-raw>${section('4711')}<mj-raw>{% endif %}</mj-raw>`),
    'in raw around columns': mail(
      '<mj-section><mj-raw>{% if member == "yes" %}</mj-raw><mj-column><mj-text>4711</mj-text></mj-column><mj-raw>{% endif %}</mj-raw></mj-section>',
    ),
    'in an address': mail(
      '<mj-section><mj-column><mj-button href="https://x.example/?n={{ name }}">Go</mj-button><mj-image src="https://x.example/{{ name }}.png" alt="For {{ name }}" /></mj-column></mj-section>',
    ),
    'in title, preview and style': mail(
      section('Hello'),
      '<mj-title>For {{ name }}</mj-title><mj-preview>{{ name }}, look</mj-preview><mj-style>.a{color:{{ name }}}</mj-style>',
    ),
    'in a table': mail(
      '<mj-section><mj-column><mj-table>{% for i in (1..3) %}<tr><td>{{ i }}</td></tr>{% endfor %}</mj-table></mj-column></mj-section>',
    ),
    'in defaults that nothing takes over': mail(
      section('Hello'),
      '<mj-attributes><mj-button href="{{ name }}" /></mj-attributes>',
    ),
    'commented out as a whole': mail(
      `<!-- {% if member == "yes" %} ${section('4711')} {% endif %} -->${section('Hello')}`,
    ),
    'a remark between sections': mail(
      `{% comment %}the spring letter{% endcomment %}{% # and this %}${section('Hello')}`,
    ),
    'in raw that is no Liquid': mail(section('{% raw %}{{ name }}{% endraw %}')),
    'in a hero, a navigation and social links': mail(
      '<mj-hero background-url="https://x.example/{{ name }}.png" background-height="100px" background-width="100px"><mj-text>{{ name }}</mj-text></mj-hero>' +
        '<mj-section><mj-column><mj-navbar><mj-navbar-link href="https://x.example/{{ name }}">{{ name }}</mj-navbar-link></mj-navbar>' +
        '<mj-social><mj-social-element name="x" href="https://x.example/{{ name }}">{{ name }}</mj-social-element></mj-social></mj-column></mj-section>',
    ),
  };
  test.each(Object.entries(kept))('passes: %s', async (_, mjml) => {
    expect(await found(mjml)).toEqual({});
  });
});

test.each(['', ' \n'])('nothing written as MJML (%j) is a missing content, and no broken template', async (mjml) => {
  expect(Object.keys(await found(mjml))).toEqual(expect.arrayContaining(['contentPresent']));
  expect(Object.keys(await found(mjml))).not.toContain('templateValid');
});

describe('words that MJML would drop', () => {
  const column = (inside: string): string =>
    `<mjml><mj-body><mj-section>\n<mj-column>${inside}</mj-column></mj-section></mj-body></mjml>`;
  test.each([
    ['between elements', column('<mj-text>a</mj-text> Only today <mj-text>b</mj-text>'), '“Only today” on line 2'],
    [
      'in a section',
      '<mjml><mj-body>\n<mj-section>\nSoon &amp; here</mj-section></mj-body></mjml>',
      '“Soon” on line 3',
    ],
    ['in the body', '<mjml>\n<mj-body>Hello {{ name }}</mj-body></mjml>', '{{ name }} on line 2'],
    ['in a text that nobody closed', column('<mj-text>Only today'), '<mj-text> on line 2 is not closed'],
  ])('block, with their line: %s', async (_, mjml, problem) => {
    expect(await compileTemplate(mjmlCompiler, { ...orderly, html: undefined, mjml })).toMatchObject({
      problem: expect.stringContaining(problem),
    });
  });

  test.each([
    column('<mj-text>a <p>b <br> c</div> <table><tr><td>d</mj-text><mj-spacer /> &nbsp; <mj-text /><!-- e -->'),
    column('<mj-raw><div></mj-raw><mj-raw></div></mj-raw>'),
    column('<mj-raw><!-- </mj-raw><mj-text>a</mj-text><mj-raw> --></mj-raw><mj-image src="https://a.example/x.png">'),
  ])('are none: %s', async (mjml) => {
    expect(await compileTemplate(mjmlCompiler, { ...orderly, html: undefined, mjml })).not.toHaveProperty('problem');
  });
});
