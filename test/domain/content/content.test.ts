import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileContent, htmlEngine, textEngine } from '../../../domain/content/render.ts';
import { assemble } from '../../../domain/content/skeleton.ts';
import { readMarkup } from '../../../lambdas/content/read-markup.ts';
import { contentChecks, isBlocked } from '../../../domain/prepare/checks.ts';
import { mailChecks } from '../../../domain/prepare/mail-checks.ts';
import { nothingSurveyed } from '../../../domain/prepare/mail-survey.ts';
import { emptyCheck, markupChecks } from '../../../domain/prepare/markup.ts';
import { sendable } from '../../../domain/content/characters.ts';
import { withPreheader } from '../../../domain/content/preheader.ts';
import { splitContent } from '../../../domain/content/split.ts';
import { unknownVariables, variablesOf } from '../../../domain/content/variables.ts';

const html =
  '<p>Hi {{ name }}{% if city == "Köln" %}, Alaaf{% else %} in {{ city }}{% endif %}</p>{% for i in (1..2) %}<b>{{ name }}</b>{% endfor %}<a href="{{ unsubscribe_url }}">x</a>';
const text = 'Hi {{ name }} in {{ city | upcase }} {{ unsubscribe_url }}';
const subject = '{{ name }}: {{ points }}';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('<script>', '{{ name }}', '"quoted" & \'more\'', '陽子', ''),
);
/** What would end a line, a tag, an attribute, a placeholder or a string of JSON. */
const signs = ['\r\n', '\n', '\u2028', '<b>', '"', "'", '&amp;', '{{h0}}', '}}', '\\', '\u0000', '\uFEFF', '$&', '👩‍👩‍👧'];

const data = fc.record({
  name: anyText,
  city: anyText,
  points: anyText,
  unsubscribe_url: fc.webUrl(),
  email: fc.emailAddress(),
});

/** No value that was imported has a NUL; Liquid leaves it out of what it writes. */
const whole = ({ skeleton }: { skeleton: string }, values: Record<string, string>): string =>
  sendable(assemble(skeleton, values));

describe('skeleton and fragments', () => {
  test('put together they are the template rendered whole, for any recipient', () => {
    const content = splitContent({ subject, html, text });
    const compiled = compileContent(content);
    fc.assert(
      fc.property(data, (recipient) => {
        const values = compiled(recipient);
        expect(whole(content.html, values)).toBe(sendable(String(htmlEngine.parseAndRenderSync(html, recipient))));
        expect(whole(content.text, values)).toBe(sendable(String(textEngine.parseAndRenderSync(text, recipient))));
        // A subject is one line: a line break in a name must not begin another header.
        const line = String(textEngine.parseAndRenderSync(subject, recipient));
        const visible = (shown: string): string => shown.replaceAll(/[\s\p{Cc}]/gu, '');
        expect(visible(assemble(content.subject.skeleton, values))).toBe(visible(line));
        expect(assemble(content.subject.skeleton, values)).not.toMatch(/[\r\n]/);
      }),
    );
  });

  test('a bare variable that needs no interpreter is rendered as Liquid renders it, in all of Unicode', () => {
    const bare = { subject: '{{name}}', html: '<i>{{ name }}</i>{{ city }}', text: '{{ name }}\n{{city }}' };
    const content = splitContent(bare);
    const compiled = compileContent(content);
    const any = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constantFrom(...signs));
    fc.assert(
      fc.property(any, any, (name, city) => {
        const recipient = { name, city, points: '', email: '', unsubscribe_url: '' };
        const values = compiled(recipient);
        expect(assemble(content.html.skeleton, values)).toBe(htmlEngine.parseAndRenderSync(bare.html, recipient));
        expect(assemble(content.text.skeleton, values)).toBe(textEngine.parseAndRenderSync(bare.text, recipient));
        expect(assemble(content.subject.skeleton, values)).not.toMatch(/[\r\n\u2028\u2029]/);
        expect(assemble(content.html.skeleton, values).match(/</g)).toHaveLength(2);
      }),
    );
  });

  test('the words of Liquid are no variables, and a variable that is missing is refused in its words', () => {
    const rendered = (source: string, recipient: Record<string, string>): string => {
      const content = splitContent({ subject: '', html: source, text: '' });
      return assemble(content.html.skeleton, compileContent(content)(recipient));
    };
    expect(rendered('{{ true }}|{{ nil }}|{{ name }}', { name: 'n', true: 'x', nil: 'y' })).toBe('true||n');
    expect(rendered('{% assign name = "other" %}{{ name }}', { name: 'n' })).toBe('other');
    for (const missing of ['nobody', 'constructor', 'toString'])
      expect(() => rendered(`{{ ${missing} }}`, { name: 'n' })).toThrow('undefined variable');
  });

  test('a subject is one line, whatever stands in the template or in a value', () => {
    const content = splitContent({ subject: 'One\r\nBcc: {{ name }}\u0000{% if name %}\n{% endif %}.', html, text });
    const values = compileContent(content)({
      name: 'a\u0007\u2028b',
      city: 'c',
      points: '1',
      unsubscribe_url: 'u',
      email: 'e',
    });
    expect(assemble(content.subject.skeleton, values)).toBe('One Bcc: a b  .');
  });

  test('what a recipient is called cannot become markup', () => {
    const content = splitContent({ subject, html, text });
    const values = compileContent(content)({
      name: '<img src=x onerror=alert(1)>',
      city: 'a"b',
      points: '1',
      unsubscribe_url: 'u',
      email: 'e',
    });
    const shown = assemble(content.html.skeleton, values);
    expect(shown).not.toContain('<img');
    expect(shown).toContain('&lt;img src=x');
  });

  test('names the variables that are used, and which of them nobody has', () => {
    const content = splitContent({ subject, html, text });
    expect(variablesOf(content)).toEqual(['city', 'name', 'points', 'unsubscribe_url']);
    expect(unknownVariables(variablesOf(content), new Set(['name', 'city']))).toEqual(['points']);
  });
});

/** Codes of the checks that block. */
const verdicts = (given: { subject: string; html: string; text: string }): string[] =>
  [...contentChecks(splitContent(given)), ...mailChecks(splitContent(given), nothingSurveyed)]
    .filter(({ verdict }) => verdict === 'blocking')
    .map(({ code }) => code);

describe('the checks of content', () => {
  test('block no subject, no content, no text and no unsubscribe link', () => {
    expect(verdicts({ subject: ' ', html, text })).toEqual(['subjectPresent']);
    expect(verdicts({ subject, html: '', text })).toContain('contentPresent');
    expect(verdicts({ subject, html: '<p>Hi</p>', text: 'Hi' })).toContain('unsubscribeLink');
    expect(verdicts({ subject, html, text })).toEqual([]);
    expect(isBlocked(contentChecks(splitContent({ subject: '', html, text })))).toBe(true);
  });
});

test('a preheader stands first in the body and is no markup', () => {
  const shown = withPreheader('<html><body class="x"><p>Hi</p></body></html>', 'Apples & <b>honey</b> for {{ name }}');
  expect(shown.indexOf('Apples')).toBeLessThan(shown.indexOf('<p>Hi</p>'));
  expect(shown.indexOf('Apples')).toBeGreaterThan(shown.indexOf('<body'));
  expect(shown).toContain('Apples &amp; &lt;b&gt;honey&lt;/b&gt; for {{ name }}');
});

test.each([
  ['&hellip; &#8211; &#x2013; &#847; & 1 &2;', '&hellip; &#8211; &#x2013; &#847; &amp; 1 &amp;2;'],
  ['{% if points < 100 and a > b %}few & <{% endif %}', '{% if points < 100 and a > b %}few &amp; &lt;{% endif %}'],
  ['{{ name | replace: "<", "&" }}-->', '{{ name | replace: "<", "&" }}--&gt;'],
])('character references and Liquid of a preheader stay as they are: %s', (preheader, expected) => {
  expect(withPreheader('<p>Hi</p>', preheader)).toContain(`overflow:hidden">${expected}</div>`);
});

test.each([
  ['one body', '<html><body>|<p>Hi</p></body>'],
  [
    'a body for Outlook and one for the others',
    '<!--[if mso]><body class="m">|<![endif]--><!--[if !mso]><!--><BODY>|<p>',
  ],
  ['a condition in its tag', '<body {% if a > b %}class="x"{% endif %}>|<p>'],
  ['a text of Liquid that looks like one', "{% assign b = '<body>' %}<body\n>|<p>"],
  ['none', '|<p>Hi</p><bodyguard>'],
])('a preheader is put into each body, as mail programs look there: %s', (_, page) => {
  const shown = withPreheader(page.replaceAll('|', ''), 'Apples');
  expect(shown.replaceAll(/<div[^>]*>Apples<\/div>/g, '|')).toBe(page);
});

describe('what is read from the HTML', () => {
  const findings = (markup: string, textSkeleton: string): Record<string, unknown> =>
    Object.fromEntries(
      markupChecks(readMarkup(markup), textSkeleton).map(({ code, verdict, facts }) => [
        code,
        [verdict, facts['places']],
      ]),
    );

  test('names each link and image that wants mending, and nothing else', () => {
    const markup =
      '<a href="https://a.example/?x=1&amp;y=2">Shop</a><a href="/cart">Cart</a><a href="#">Top</a>' +
      '<a href="https://b.example/"><img src="b.png"></a><a href="https://c.example/"><img src="c.png" alt="Sale"></a>' +
      '<a href="mailto:us@shop.example">Write</a><a href="{{h0}}">Leave</a><a name="top"></a><img src="d.png" alt="">';
    expect(findings(markup, 'https://a.example/?x=1&y=2 and https://c.example/')).toEqual({
      linksWellFormed: ['warning', ['/cart', '#']],
      linksReachable: ['passed', []],
      linksOfOneMessage: ['passed', []],
      linksLabelled: ['information', ['https://b.example/']],
      imagesDescribed: ['information', ['b.png']],
      textLinks: ['information', ['https://b.example/']],
    });
  });

  test('an orderly mail passes', () => {
    const checks = [
      ...markupChecks(readMarkup('<p>Hi</p><a href="https://a.example">A</a>'), 'https://a.example'),
      emptyCheck(new Map()),
    ];
    expect(checks.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
  });

  test('a placeholder that is empty for somebody is told with how many', () => {
    expect(emptyCheck(new Map([['name', 3]])).facts['places']).toEqual(['name (3)']);
  });
});
