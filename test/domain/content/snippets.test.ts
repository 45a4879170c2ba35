import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assemble, templateOf } from '../../../domain/content/skeleton.ts';
import { snippetNamesIn, withSnippets } from '../../../domain/content/snippets.ts';
import { mjmlCompiler } from '../../../lambdas/adapters/mjml/mjml-compiler.ts';
import { compileTemplate } from '../../../lambdas/content/compile-template.ts';
import type { MailContent } from '../../../domain/model/campaign.ts';

const texts = (all: Record<string, string>) => new Map(Object.entries(all));
const whole = (text: string, all: Record<string, string> = {}, isMjml = false): string =>
  withSnippets(text, texts(all), isMjml).text;

describe('a snippet that a text asks for', () => {
  test.each([
    ["a {% render 'x' %} b", 'a X b'],
    ['{% include "x" %}', 'X'],
    ["a {%- render 'x' -%} b", 'aXb'],
    ["a\n{%- render 'x' %} b", 'aX b'],
    ["{% render 'in' %}", '<X>'],
    ["{% raw %}{% render 'none' %}{% endraw %}", "{% raw %}{% render 'none' %}{% endraw %}"],
    ["{% comment %}{% render 'none' %}{% endcomment %}", "{% comment %}{% render 'none' %}{% endcomment %}"],
    ["{{ 'render x' }} {% if render %}", "{{ 'render x' }} {% if render %}"],
    ['', ''],
  ])('stands in its place: %j', (text, expected) => {
    expect(whole(text, { x: 'X', in: "<{% render 'x' %}>" })).toBe(expected);
  });

  test.each([
    ["{% render 'none' %}", 'there is no snippet “none”'],
    ["{% render 'a' %}", 'snippets ask for one another in a circle: “a” → “b” → “a”'],
    ["{% render 'self' %}", 'snippets ask for one another in a circle: “self” → “self”'],
    ["{% render 'd1' %}", 'snippets may be 5 deep within one another: “d1” → “d2” → “d3” → “d4” → “d5” → “d6”'],
    ["{% render 'mj' %}", 'the snippet “mj” has elements of MJML, and can stand in MJML only'],
    ["{% render 'lost' %}", 'there is no snippet “lost” → “none”'],
    ['{% render name %}', 'a snippet is asked for by its name alone'],
    ["{% render 'x', a: 1 %}", 'a snippet is asked for by its name alone'],
    ["{% render '../../etc/passwd' %}", 'a snippet is asked for by its name alone'],
    ["{% include 'X' %}", 'a snippet is asked for by its name alone'],
  ])('is told on its line when it cannot: %s', (text, problem) => {
    const deep = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`d${n}`, `{% render 'd${n + 1}' %}`]));
    const all = {
      ...deep,
      x: 'X',
      a: "{% render 'b' %}",
      b: "{% render 'a' %}",
      self: "{% render 'self' %}",
      mj: '<mj-text>',
      lost: "{% render 'none' %}",
    };
    const lines = `one\ntwo ${text}`;
    expect(() => whole(lines, all)).toThrow(
      expect.objectContaining({ line: 2, message: expect.stringContaining(problem) }),
    );
  });

  test('cannot make a mail that is larger than any by asking for others many times', () => {
    const tenOf = (name: string): string => `{% render '${name}' %}`.repeat(10);
    const all = { a: tenOf('b'), b: tenOf('c'), c: tenOf('d'), d: 'x'.repeat(9000) };
    expect(() => whole("{% render 'a' %}", all)).toThrow('snippets make this too large');
    expect(() => whole("{% render 'd' %}".repeat(900), all)).toThrow('snippets make this too large');
  });

  test('moves no fault off its line, whatever stands around it', () => {
    const piece = fc.constantFrom(
      'a',
      '\n',
      ' ',
      "{% render 'one' %}",
      "{%- render 'two' -%}",
      "{% render\n'three' %}",
    );
    const all = texts({ one: '1', two: '2\n2', three: '\n3\n' });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.array(piece, { maxLength: 6 }), (before, behind) => {
        const text = [...before, ' FAULT ', ...behind].join('');
        const taken = withSnippets(text, all, false);
        const lineOf = (source: string): number => source.slice(0, source.indexOf('FAULT')).split('\n').length;
        expect(taken.lineOf(lineOf(taken.text))).toBeLessThanOrEqual(lineOf(text));
        if (!before.join('').includes('render')) expect(taken.lineOf(lineOf(taken.text))).toBe(lineOf(text));
        expect(snippetNamesIn(taken.text)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

const section = (inside: string): string => `<mj-section><mj-column>${inside}</mj-column></mj-section>`;
const mailOf = (inside: string, more: Partial<MailContent> = {}): MailContent => ({
  subject: 'Hi',
  preheader: '',
  text: '',
  mjml: `<mjml>\n<mj-body>\n${inside}\n</mj-body>\n</mjml>`,
  ...more,
});

describe('a mail with snippets', () => {
  const footer = section('<mj-text>Sample Ltd. {{ email }} <a href="{{ unsubscribe_url }}">Leave</a></mj-text>');
  const letter = section('<mj-text>Hello</mj-text>');

  test('is the mail in which they are written out, in every part', async () => {
    const all = texts({ footer, hi: 'Hi {{ email }}' });
    const mail = mailOf(`${letter}{% render 'footer' %}`, {
      subject: "{% render 'hi' %}",
      preheader: "{% include 'hi' %}",
    });
    const out = mailOf(`${letter}${footer}`, { subject: 'Hi {{ email }}', preheader: 'Hi {{ email }}' });
    const made = await compileTemplate(mjmlCompiler, mail, undefined, all);
    expect(made).toEqual(await compileTemplate(mjmlCompiler, out));
    if ('problem' in made) throw new Error(made.problem);
    expect(templateOf(made.content.html)).not.toContain('render');
    expect(assemble(made.content.subject.skeleton, { s0: 'x' })).toBe('Hi x');
  });

  test('has sections and blocks in the place of an mj-raw that asks for them, and text within it', async () => {
    const words = '<mj-text>Words</mj-text>';
    const all = texts({ footer, words, plain: '<!-- {{ email }} -->' });
    const raw = (name: string): string => `<mj-raw>{% render '${name}' %}</mj-raw>`;
    const mail = mailOf(`${section(raw('words'))}\n<mj-raw>\n  {% render 'footer' %}\n</mj-raw>\n${raw('plain')}`);
    const out = mailOf(`${section(words)}\n${footer}\n<mj-raw><!-- {{ email }} --></mj-raw>`);
    expect(await compileTemplate(mjmlCompiler, mail, undefined, all)).toEqual(await compileTemplate(mjmlCompiler, out));
  });

  test('names a fault behind them on the line where it was written', async () => {
    const all = texts({ footer: `\n\n\n${footer}\n\n` });
    const mail = mailOf(`{% render 'footer' %}\n${section('<mj-text>{{ x | nofilter }}</mj-text>')}`);
    expect(await compileTemplate(mjmlCompiler, mail, undefined, all)).toMatchObject({
      at: { part: 'source', line: 4 },
    });
    const missing = mailOf(`${letter}\n{% render 'none' %}`);
    expect(await compileTemplate(mjmlCompiler, missing, undefined, all)).toEqual({
      problem: 'there is no snippet “none”',
      at: { part: 'source', line: 4 },
    });
  });

  test.each([
    "{% liquid\nrender 'footer'\n%}",
    "{% layout 'footer' %}",
    "{% layout '/etc/hostname' %}",
    "{% liquid\ninclude '/etc/hostname'\n%}",
    '<mj-include path="/etc/hostname" />',
  ])('takes in nothing by other ways, and reads no file: %s', async (code) => {
    const made = await compileTemplate(
      mjmlCompiler,
      mailOf(section(`<mj-text>${code}</mj-text>`)),
      undefined,
      texts({ footer }),
    );
    expect(made).toMatchObject({
      problem: expect.stringMatching(/parts of other files are not available|not found|tag/),
    });
  });
});
