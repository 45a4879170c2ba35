import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitContent } from '../../../domain/content/split.ts';
import { compileContent } from '../../../domain/content/render.ts';
import { personalVariables, unknownVariables, variablesOf } from '../../../domain/content/variables.ts';
import { markLinks } from '../../../lambdas/content/mark-links.ts';
import { renderedMail } from '../../../lambdas/content/rendered-mail.ts';
import { withoutSesMarks } from '../../../lambdas/content/ses-marks.ts';

const names = ['unsubscribe_url', 'view_in_browser_url'] as const;

describe.each(names)('{{ %s }}', (name) => {
  const content = splitContent({
    subject: 'Hello',
    html: `<a href="{{ ${name} }}">x</a>{{ city }}`,
    text: `{{ ${name} }}`,
  });

  test('is known to every template, and nothing of it is frozen', () => {
    expect(variablesOf(content)).toContain(name);
    expect(unknownVariables(variablesOf(content), new Set(['city']))).toEqual([]);
    expect(personalVariables(content)).toEqual(['city']);
  });

  test('is shown by a preview as the link of nobody', () => {
    const path = name === 'unsubscribe_url' ? 'unsubscribe' : 'view-in-browser';
    const { html, text } = renderedMail(content, { city: 'Bonn' }, 'https://f.example');
    expect(html).toBe(`<a href="https://f.example/api/${path}/preview">x</a>Bonn`);
    expect(text).toBe(`https://f.example/api/${path}/preview`);
  });

  test('wins over an attribute of that name', () => {
    const { text } = renderedMail(content, { city: '', [name]: 'https://evil.example' }, 'https://f.example');
    expect(text).toMatch(/^https:\/\/f\.example\/api\//);
    expect(() => compileContent(content)({ city: '' })).toThrow(`undefined variable: ${name}`);
  });

  test.each([
    ['by itself', `<a href="{{ ${name} }}">x</a>`],
    ['with a filter', `<a href="{{ ${name} | append: '#top' }}">x</a>`],
    ['under another name', `{% assign it = ${name} %}<a href="{{ it }}">x</a>`],
    ['captured', `{% capture it %}{{ ${name} }}{% endcapture %}<a class="b" href='{{ it }}'>x</a>`],
    ['in a branch', `<a href="{% if city %}{{ ${name} }}{% else %}https://x.example{% endif %}">x</a>`],
  ])('is not followed by SES, %s', (_what, html) => {
    expect(markLinks(html).html).toContain('<a ses:no-track');
    expect(markLinks(html).links.map(({ isTracked }) => isTracked)).toEqual([false]);
  });
});

test('what is written on links for SES is taken out again, and nothing else is changed', () => {
  const piece = fc.constantFrom(
    '<a href="https://x.example/?a=1&amp;b=2">',
    '<A\nHREF=https://x.example>',
    "<a title='ses:tags' class=b href='https://x.example/'>",
    '<a href="{{ unsubscribe_url }}">',
    '</a>',
    '<p>',
    'text ses:no-track="x" ',
    '<!-- <a href="y"> -->',
    '<![if !mso]>',
    '<',
    '&nbsp;',
    '<img alt="Ä > B">',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const html = pieces.join('');
      expect(withoutSesMarks(markLinks(html).html)).toBe(html);
    }),
  );
});
