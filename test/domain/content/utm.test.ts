import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { textWithUtm, withUtm } from '../../../domain/content/utm.ts';
import { compileTemplate } from '../../../lambdas/content/compile-template.ts';
import { markLinks } from '../../../lambdas/content/mark-links.ts';
import { renderedMail } from '../../../lambdas/content/rendered-mail.ts';
import { readMarkup } from '../../../lambdas/content/read-markup.ts';
import { mjmlCompiler } from '../../../lambdas/adapters/mjml/mjml-compiler.ts';

const utm = { source: 'news', medium: 'email', campaign: 'Früh & spät' };
const added = 'utm_source=news&utm_medium=email&utm_campaign=Fr%C3%BCh%20%26%20sp%C3%A4t';
/** The same in code of Liquid. */
const args = 'utm_source=news&utm_medium=email&utm_campaign=Fr%C3%BCh+%26+sp%C3%A4t';

describe('parameters by which a website tells visitors of a campaign', () => {
  test.each([
    ['https://a.example', `https://a.example?${added}`],
    ['https://a.example/', `https://a.example/?${added}`],
    ['https://a.example/x?p=1', `https://a.example/x?p=1&${added}`],
    ['https://a.example/x?', `https://a.example/x?${added}`],
    ['https://a.example/x?p=1&', `https://a.example/x?p=1&${added}`],
    ['https://a.example/x#part', `https://a.example/x?${added}#part`],
    ['https://a.example/x?p=1#part?q', `https://a.example/x?p=1&${added}#part?q`],
    ['HTTP://a.example/%7e?ö=ü', `HTTP://a.example/%7e?ö=ü&${added}`],
    [
      'https://a.example?utm_source=mine',
      `https://a.example?utm_source=mine&${added.slice('utm_source=news&'.length)}`,
    ],
  ])('%s becomes %s', (address, expected) => {
    expect(withUtm(address, utm)).toBe(expected);
    expect(withUtm(expected, utm)).toBe(expected);
  });

  test.each([
    'mailto:a@a.example',
    'tel:+49301234',
    '#top',
    '/relative',
    'ftp://a.example',
    'javascript:alert(1)',
    '{{ url }}',
    'https://a.example/{{ path }}',
    'https://a.example/?u={% if a %}b{% endif %}',
    'https://',
    '',
  ])('%s stays as it is', (address) => {
    expect(withUtm(address, utm)).toBe(address);
  });

  test('are what a browser reads of them, and nothing else of the address changes', () => {
    const value = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
    fc.assert(
      fc.property(
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
        value,
        value,
        (address, source, content) => {
          const rules = { source, medium: 'email', campaign: 'c', content };
          const [before, after] = [new URL(address), new URL(withUtm(address, rules))];
          expect([after.origin, after.pathname, after.hash]).toEqual([before.origin, before.pathname, before.hash]);
          expect(after.searchParams.getAll('utm_source')).toEqual([source]);
          expect(after.searchParams.getAll('utm_content')).toEqual([content]);
          expect(withUtm(address, rules).startsWith(address.split(/[?#]/)[0] ?? '')).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('are added to addresses of pages only, once, and make nothing else of what stands in a link', () => {
    const scheme = fc.constantFrom(
      'javascript:',
      'JavaScript:',
      'java\nscript:',
      'data:text/html,',
      'vbscript:',
      'mailto:',
      'tel:',
      'sms:',
      '#',
      '?',
      '//',
      '/',
      'ftp://',
      'http:',
      'https:/',
      'https:///',
      ' https://',
      'https://',
      'HTTP://',
      '',
    );
    const rest = fc.array(
      fc.constantFrom(
        'a.example',
        '/',
        '?',
        '#',
        '&',
        '=',
        'utm_source=x',
        'utm%5Fsource=x',
        'UTM_SOURCE=x',
        '{{ id }}',
        '{%',
        '%',
        '"',
        "'",
        '<',
        '>',
        ' ',
        '&amp;',
        'ö',
        '%zz',
        '@',
        ':',
        '\u0000',
        '"><script>',
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(scheme, rest, (begin, parts) => {
        const address = begin + parts.join('');
        const tagged = withUtm(address, utm);
        if (!/^https?:\/\/[^/]/i.test(address) || /\{[{%]/.test(address)) expect(tagged).toBe(address);
        expect(withUtm(tagged, utm)).toBe(tagged);
        const [end = ''] = /#.*$/s.exec(address) ?? [];
        expect(tagged.startsWith(address.slice(0, address.length - end.length))).toBe(true);
        expect(tagged.endsWith(end)).toBe(true);
        const query = new URLSearchParams(tagged.split('#')[0]?.split('?').slice(1).join('?'));
        if (tagged !== address) expect(query.getAll('utm_source')).toHaveLength(1);
        const html = `<p><a href="${address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">x</a></p>`;
        const { links } = readMarkup(markLinks(html, { isTracked: true, untracked: [], utm }).html);
        const addresses = links.map(({ href }) => href.replaceAll(/\{% (?:utm .*?|endutm) %\}/g, '').trim());
        expect(addresses).toEqual([withUtm(address.trim(), utm)]);
      }),
      { numRuns: 300 },
    );
  });

  test('are added to each address of a text, without the signs of the sentence around it, and not within a tag', () => {
    expect(
      textWithUtm(
        'See https://a.example/x. (https://b.example/y?p=1), https://c.example/{{ id }} {% if x == "https://d.example" %}!{% endif %}',
        utm,
      ),
    ).toBe(
      `See https://a.example/x?${added}. (https://b.example/y?p=1&${added}), {% utm ${args} %}https://c.example/{{ id }}{% endutm %} {% if x == "https://d.example" %}!{% endif %}`,
    );
  });
});

describe('links of a mail by the rules of its campaign', () => {
  const rules = { isTracked: true, untracked: ['https://a.example/terms?a=1&b=2'], utm };
  const html = [
    '<a href="https://a.example/shop">Shop</a>',
    '<map><area alt="x" href="https://a.example/area"></map>',
    '<!--[if mso]><v:rect href="https://a.example/v?x=1&amp;y=2"><a href="https://a.example/mso">x</a></v:rect><![endif]-->',
    "<A CLASS=x HREF = 'https://a.example/terms?a=1&amp;b=2#p'>Terms of use</A>",
    '<a href="https://a.example/terms?a=1&amp;b=2">Terms</a>',
    '<a href=https://b.example/plain>Plain</a>',
    '<a href="https://b.example/{{ id }}">Yours</a>',
    '<a href="{{ unsubscribe_url }}">Leave</a>',
    '<a href="mailto:a@a.example">Write</a>',
    '{{ "<a href=\'https://c.example\'>" }}',
  ].join('\n');

  test('get the parameters, and are not followed where the rules say so', () => {
    const marked = markLinks(html, rules);
    for (const [address, joint] of [
      ['https://a.example/area', '?'],
      ['https://a.example/v?x=1&amp;y=2', '&amp;'],
      ['https://a.example/mso', '?'],
    ])
      expect(marked.html).toContain(`href="${address}${joint}${added.replaceAll('&', '&amp;')}"`);
    expect(readMarkup(marked.html).links.map(({ href }) => href)).toEqual([
      `https://a.example/shop?${added}`,
      `https://a.example/terms?a=1&b=2&${added}#p`,
      `https://a.example/terms?a=1&b=2&${added}`,
      `https://b.example/plain?${added}`,
      `{% utm ${args} %}https://b.example/{{ id }}{% endutm %}`,
      '{{ unsubscribe_url }}',
      'mailto:a@a.example',
      'https://c.example',
    ]);
    expect(marked.html).toContain(`{{ "<a href='https://c.example'>" }}`);
    expect(marked.links.map(({ label, isTracked }) => [label, isTracked])).toEqual([
      ['Shop', true],
      ['Terms of use', true],
      ['Terms', false],
      ['Plain', true],
      ['Yours', true],
      ['Leave', false],
      ['Write', false],
    ]);
    expect(marked.html.match(/ses:no-track/g)).toHaveLength(2);
    expect(markLinks(html, { ...rules, isTracked: false }).links.filter(({ isTracked }) => isTracked)).toEqual([]);
  });

  test('have them in the text that is made of the HTML, and in one that is written', async () => {
    const column = '<mj-button href="https://a.example/shop">Shop</mj-button><mj-text>{{ unsubscribe_url }}</mj-text>';
    const mjml = `<mjml><mj-body><mj-section><mj-column>${column}</mj-column></mj-section></mj-body></mjml>`;
    for (const text of ['', 'Shop: https://a.example/shop']) {
      const template = await compileTemplate(mjmlCompiler, { subject: 'x', preheader: 'y', mjml, text }, rules);
      if ('problem' in template) throw new Error(template.problem);
      expect(template.content.html.skeleton).toContain(
        `href="https://a.example/shop?${added.replaceAll('&', '&amp;')}"`,
      );
      expect(template.content.text.skeleton).toContain(`https://a.example/shop?${added}`);
    }
  });

  /** The addresses of links in such a mail to somebody, and of its text. */
  const sent = async (written: string, data: Record<string, string>, text = ''): Promise<[string[], string]> => {
    const template = await compileTemplate(mjmlCompiler, { subject: 'x', preheader: '', html: written, text }, rules);
    if ('problem' in template) throw new Error(template.problem);
    const mail = renderedMail(template.content, data, 'https://console.example');
    return [readMarkup(mail.html).links.map(({ href }) => href), mail.text];
  };

  test.each<[string, Record<string, string>, string[]]>([
    ['https://a.example/{{ x }}', { x: 'tulips' }, [`https://a.example/tulips?${added}`]],
    ['https://a.example/{{ x }}', { x: 'tulips?p=1' }, [`https://a.example/tulips?p=1&${added}`]],
    ['https://a.example/{{ x }}#part', { x: 'a&b' }, [`https://a.example/a&b?${added}#part`]],
    ['https://a.example/?p={{ x }}&q=1', { x: `O'Neil` }, [`https://a.example/?p=O'Neil&q=1&${added}`]],
    ['https://a.example/?p={{ x | url_encode }}', { x: '#1' }, [`https://a.example/?p=%231&${added}`]],
    ['{{ x }}', { x: 'https://b.example/?a=1&b=2#c' }, [`https://b.example/?a=1&b=2&${added}#c`]],
    ['{{ x }}', { x: 'mailto:a@b.example' }, ['mailto:a@b.example']],
    ['{{ x }}', { x: '' }, ['']],
    ['{{ x | default: "https://d.example" }}', { x: '' }, [`https://d.example?${added}`]],
    ['{% if x %}https://a.example/{{ x }}{% else %}/none{% endif %}', { x: '1' }, [`https://a.example/1?${added}`]],
    ['{% if x %}https://a.example/{{ x }}{% else %}/none{% endif %}', { x: '' }, ['/none']],
    [
      'https://a.example/{{ x }}?utm_source=mine',
      { x: '1' },
      [`https://a.example/1?utm_source=mine&${added.slice(16)}`],
    ],
    ['{% raw %}https://a.example/{{ x }}{% endraw %}', { x: '1' }, [`https://a.example/{{ x }}?${added}`]],
    ['{{ view_in_browser_url }}', {}, [expect.not.stringContaining('utm')] as never],
  ])('get them when the values of somebody are in the address: %s %j', async (href, data, expected) => {
    expect((await sent(`<p><a href="${href}">x</a></p>`, data))[0]).toEqual(expected);
    expect((await sent(`<p><a href='${href}'>x</a></p>`, data, '-'))[0]).toEqual(expected);
  });

  test('get them in each branch of a start tag, and in texts with values', async () => {
    const links = '<a {% if x %}href="https://a.example/{{ x }}"{% else %}href="https://b.example"{% endif %}>x</a>';
    const text = 'At https://a.example/{{ x }}. {% if x %}https://b.example/{{ x }}{% endif %} {{ x }}';
    expect(await sent(links, { x: '1' }, text)).toEqual([
      [`https://a.example/1?${added}`],
      `At https://a.example/1?${added}. https://b.example/1 1`,
    ]);
    expect((await sent(links, { x: '' }, '-'))[0]).toEqual([`https://b.example?${added}`]);
    const raw = '{% raw %}<a href="https://a.example/{{ x }}">x</a> https://a.example/{{ x }} {% endraw %}';
    expect(await sent(raw, {}, raw)).toEqual([['https://a.example/{{ x }}'], raw.replaceAll(/\{%.*?%\}/g, '')]);
    const [, made] = await sent('<p><a href="https://a.example/?p={{ x }}&amp;q=1">Go</a></p>', { x: '1' });
    expect(made).toBe(`Go <https://a.example/?p=1&q=1&${added}>`);
  });

  test('are all that changes, whatever the HTML is', () => {
    const part = fc.constantFrom(
      '<a href="https://a.example">',
      "<a title='>' href='https://a.example/?x=1&y=2#z'>",
      '<a href=https://a.example>',
      '<a href="https://a.example" href="https://b.example">',
      '<a href="{{ url }}">',
      '<a {{ \'href="https://a.example"\' }}>',
      '{% assign x = "<a href=https://a.example>" %}',
      '<!-- <a href="https://a.example"> -->',
      '</a>',
      '<a ',
      '{{ x }}',
      'href="https://a.example"',
      '{% if a < b %}',
      '>',
      '"',
      '<',
    );
    const plain = (text: string): string =>
      text
        .replaceAll(/ ses:tags="label:[\w-]+"/g, '')
        .replaceAll(/[?&](amp;)?utm_source=news&amp;utm_medium=email&amp;utm_campaign=[^"#&]*/g, '')
        .replaceAll(/\{% (utm .*?|endutm) %\}/g, '')
        .replaceAll('&amp;', '&')
        .replaceAll(/['"]/g, '');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
        const source = parts.join('');
        const { html: marked } = markLinks(source, { isTracked: true, untracked: [], utm });
        expect(plain(marked)).toBe(plain(source));
        const codes = (text: string): string[] =>
          (text.match(/\{\{.*?\}\}|\{%.*?%\}/g) ?? []).filter((code) => !code.includes('utm'));
        expect(codes(marked)).toEqual(codes(source));
      }),
      { numRuns: 300 },
    );
  });
});
