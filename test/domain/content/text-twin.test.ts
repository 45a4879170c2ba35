import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { liquidIn } from '../../../domain/content/liquid-places.ts';
import { surveyBounds } from '../../../domain/content/liquid.ts';
import { templateOf } from '../../../domain/content/skeleton.ts';
import { compileTemplate } from '../../../lambdas/content/compile-template.ts';
import { renderedMail } from '../../../lambdas/content/rendered-mail.ts';
import { textTwin } from '../../../lambdas/content/text-twin.ts';
import { mjmlCompiler } from '../../../lambdas/adapters/mjml/mjml-compiler.ts';
import { blocking, orderly } from '../prepare/prepare-world.ts';

describe('the text that is made of an HTML', () => {
  test.each([
    ['a heading and text', '<h1>Spring is here</h1><p>Dear {{ name }}</p>', 'Spring is here\n\nDear {{ name }}'],
    ['a link', '<p><a href="https://a.example/?b={{ id }}">Look</a></p>', 'Look <https://a.example/?b={{ id }}>'],
    ['a link that shows where it leads', '<a href="https://a.example">https://a.example</a>', 'https://a.example'],
    ['a list', '<ul><li>one</li><li>{{ two }}</li></ul>', '- one\n- {{ two }}'],
    ['rows and cells', '<table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table>', 'A B\nC'],
    [
      'a picture',
      '<a href="https://a.example"><img src="https://p.example/1.png" alt="Bulbs"></a>',
      'Bulbs <https://a.example>',
    ],
    [
      'pictures without a description',
      '<a href="https://a.example"><img src="1.png" alt=""></a><a href="https://b.example"><img src="2.png"></a>',
      'https://a.example https://b.example',
    ],
    [
      'what begins a line',
      '<center>a</center><center>b</center><dl><dt>c</dt><dd>d</dd></dl><address>e</address><figure>f<figcaption>g</figcaption></figure>',
      'a\nb\nc\nd\ne\nf\ng',
    ],
    ['what is hidden', '<p style="color:red; display: none">x</p><p hidden>y</p><p>z</p>', 'z'],
    ['fillers', '<p>a&nbsp;&zwnj;&#847;&shy;b</p>', 'a b'],
    ['what only some programs read', '<![if !mso]><p>a</p><![endif]><!--[if mso]><p>b</p><![endif]-->', 'a'],
    ['a text that looks like code', '<p>&#123;&#123; a }}</p>', '{% raw %}{{{% endraw %} a }}'],
    [
      'a condition with signs of HTML',
      '<p>{% if a<b and c > "  d" %}x{% endif %}</p>',
      '{% if a<b and c > "  d" %}x{% endif %}',
    ],
    ['signs that are no characters', '<p>a&#xFDD0;0&#64977c\uFDD01\uFDD1{{ b }}</p>', 'a 0 c 1 {{ b }}'],
    ['such signs in code', '<p>{{ "&#xFDD0;\uFDD0" }}</p>', '{{ "&#xFDD0;\uFDD0" }}'],
    ['nothing that is seen', '<style>p{}</style><title>t</title><p> </p>', ''],
  ])('%s', (_, html, text) => {
    expect(textTwin(html)).toBe(text);
  });

  test('leaves no empty lines where a condition was false, and one between paragraphs', async () => {
    const html =
      '<p>a</p>{% if city %}<p>{{ city }}</p>{% endif %}<table>{% for i in (1..2) %}<tr><td>{{ i }}</td></tr>{% endfor %}</table><p>b</p>';
    const made = async (city: string) => {
      const template = await compileTemplate(mjmlCompiler, { ...orderly, html, text: '' });
      if ('problem' in template) throw new Error(template.problem);
      return renderedMail(template.content, { city }, 'https://console.example', surveyBounds).text;
    };
    expect(await made('Ulm')).toBe('a\n\nUlm\n\n1\n2\n\nb');
    expect(await made('')).toBe('a\n\n1\n2\n\nb');
  });

  test('is made of what MJML becomes, without the preheader, and a written one stays', async () => {
    const mjml =
      '<mjml><mj-body><mj-section><mj-column><mj-text><p>Dear {{ name }}</p></mj-text><mj-button href="{{ unsubscribe_url }}">Leave</mj-button></mj-column></mj-section></mj-body></mjml>';
    const textOf = async (text: string): Promise<string> => {
      const template = await compileTemplate(mjmlCompiler, { subject: '', preheader: 'Look', mjml, text });
      return 'problem' in template ? template.problem : templateOf(template.content.text);
    };
    expect(await textOf(' \n')).toBe('Dear {{ name }}\n\nLeave <{{ unsubscribe_url }}>');
    expect(await textOf('Mine')).toBe('Mine');
  });

  test('is what a campaign without a text sends: it is in order, as long as its HTML has an unsubscribe link', async () => {
    expect(await blocking({ text: '' })).toEqual({});
    expect(Object.keys(await blocking({ text: '', html: '<p>Hello</p>' }))).toEqual(['unsubscribeLink']);
  });

  test('is refused where half of a condition is lost', async () => {
    const html = '<p {% if a %}>x</p>{% endif %}';
    expect(await compileTemplate(mjmlCompiler, { ...orderly, html, text: '' })).toEqual({
      problem: expect.stringMatching(/^no text can be made of this HTML \(.*endif.*\): write one$/),
    });
  });

  test('keeps each code of what is seen, in its order and as it is written', () => {
    const code = fc.constantFrom(
      '{{ a }}',
      '{{ b | default: "  <p> " }}',
      '{% if a > 1 %}',
      '{% endif %}',
      '{{ unsubscribe_url }}',
    );
    const wrap = fc.constantFrom('p', 'div', 'li', 'h2', 'td', 'tr', 'table', 'span', 'a', 'blockquote', 'pre');
    const piece = fc
      .tuple(wrap, code, fc.constantFrom('', 'x', ' ', '&amp;', '<br>', '{ '))
      .map(([name, liquid, text]) => `<${name}>${text}${liquid}${text}</${name}>`);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const html = pieces.join('');
        let twin: string;
        try {
          twin = textTwin(html);
        } catch {
          return;
        }
        expect(liquidIn(twin)).toEqual(liquidIn(html));
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['text that reads as code', '&#123;&#123; '.repeat(20_000), /outputs and tags are too many/],
    ['quotations in each other', `${'<blockquote>'.repeat(800)}${'x<br>'.repeat(20_000)}`, /lists and quotations/],
    ['lists in each other', `${'<ul><li>'.repeat(400)}${'x<br>'.repeat(20_000)}`, /lists and quotations/],
  ])('is refused before it is made of more than any mail has: %s', async (_, html, problem) => {
    const template = await compileTemplate(mjmlCompiler, { ...orderly, html, text: '' });
    expect('problem' in template ? template.problem : 'made').toMatch(problem);
  });

  test('takes a long time over nothing that somebody may write', () => {
    const many = (text: string): string => text.repeat(30_000 / text.length);
    for (const part of ['<![if ', '<p>a</p>', '{{ a }}', '<br>', ' \n', '&nbsp;', '<li>', '{ ', 'a '])
      expect(typeof textTwin(many(part))).toBe('string');
  });
});
