import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blocking, orderly, peopleWith, PrepareWorld } from './prepare-world.ts';

const link = '<a href="{{ unsubscribe_url }}">Leave this list</a>';
const page = (body: string, head = ''): string => `<html><head>${head}</head><body><p>Hello</p>${body}</body></html>`;
const tiers = [{ tier: 'gold' }, { tier: 'none' }];

/** Everything that is found out about the unsubscribe link of such a mail; undefined: nothing blocks. */
const missingLink = async (content: { html?: string; text?: string }, people: Record<string, string>[] = tiers) =>
  (await blocking(content, people))['unsubscribeLink'];

describe('an unsubscribe link that nobody sees', () => {
  const hidden: Record<string, string> = {
    'there is none': page(''),
    'in a comment': page(`<!-- <p>${link}</p> -->`),
    'in a comment of Liquid': page(`{% comment %}${link}{% endcomment %}`),
    'for Outlook only': page(`<!--[if mso]><p>${link}</p><![endif]-->`),
    'behind a condition that never holds': page(`{% if false %}${link}{% endif %}`),
    'in a hidden part': page(`<div style="display:none">${link}</div>`),
    'in a hidden part, written otherwise': page(`<DIV STYLE=" Display : NONE !important ">${link}</DIV>`),
    'in a hidden part further out': page(`<div style="display:none"><table><tr><td>${link}</td></tr></table></div>`),
    'hidden itself': page(link.replace('<a ', '<a style="color:red;display:none" ')),
    'by the attribute hidden': page(`<p hidden>${link}</p>`),
    invisible: page(`<p style="visibility:hidden">${link}</p>`),
    'without size': page(`<p style="font-size:0">${link}</p>`),
    'without size, in a unit': page(`<p style="font-size:0.0px;color:#000">${link}</p>`),
    'without opacity': page(`<p style="opacity:0">${link}</p>`),
    'without height': page(`<p style="max-height:0px;overflow:hidden">${link}</p>`),
    'of one pixel height': page(`<p style="height:1px;overflow:hidden">${link}</p>`),
    'behind a remark in its style': page(`<p style="display:/* x */none">${link}</p>`),
    'cut away': page(`<p style="position:absolute;clip:rect(0,0,0,0)">${link}</p>`),
    'out of the page': page(`<p style="position:absolute;left:-9999px">${link}</p>`),
    'hidden by a class behind others': page(
      `<p class="gone">${link}</p>`,
      '<style>@charset "utf-8"; @media (min-width:1px){.a{color:red}} <!-- td, .gone{visibility:hidden} --></style>',
    ),
    'hidden by a class': page(`<p class="big gone">${link}</p>`, '<style>.gone{display:none}</style>'),
    'hidden by an id': page(`<p id="gone">${link}</p>`, '<style>p{color:red} #gone { display : none }</style>'),
    'hidden by a class within another': page(
      `<div class="a"><p class="b">${link}</p></div>`,
      '<style>.c .b{color:red} div.a > .b{display:none}</style>',
    ),
    'hidden by an element within others': page(
      `<div class="a"><div><p>${link}</p></div></div>`,
      '<style>body .a p a{display:none}</style>',
    ),
    'hidden on every screen': page(
      `<p class="gone">${link}</p>`,
      '<style>@media (max-width:1px){p{color:red}} @media only screen{@layer x{.gone{display:none}} p{color:red}}</style>',
    ),
    'in a colour that is none': page('<a href="{{ unsubscribe_url }}" style="color:rgba(0, 0, 0, 0.0)">Leave</a>'),
    'in a colour that is none, in short': page('<a href="{{ unsubscribe_url }}" style="color:#FFF0">Leave</a>'),
    'as source': page(`<plaintext>${link}`),
    'with more on its path': page('<a href="{{ unsubscribe_url }}/me">Leave</a>'),
    'with words right behind it': page('<a href="{{ unsubscribe_url }}&utm_source=x">Leave</a>'),
    'in the head': page('', `<title>x</title>${link}`),
    'in the title': page('', `<title>${link}</title>`),
    'in a style': page('', `<style>${link}</style>`),
    'in a script': page(`<script>${link}</script>`),
    'in a template': page(`<template>${link}</template>`),
    'in a box that nobody reads': page(`<textarea>${link}</textarea>`),
    'without a text': page('<a href="{{ unsubscribe_url }}"></a>'),
    'with nothing but space in it': page('<a href="{{ unsubscribe_url }}">&nbsp; &#8203;&zwnj;</a>'),
    'with a hidden text': page('<a href="{{ unsubscribe_url }}"><span style="display:none">Leave</span></a>'),
    'with a picture of one pixel': page(
      '<a href="{{ unsubscribe_url }}"><img src="https://x.example/1.gif" width="1" height="1"></a>',
    ),
    'with a picture that says nothing where pictures are not shown': page(
      '<a href="{{ unsubscribe_url }}"><img src="https://x.example/leave.png" width="120" alt=""></a>',
    ),
    'as an attribute of something else': page('<a title="{{ unsubscribe_url }}" href="https://x.example">Leave</a>'),
    'as another address': page('<a href="{{ unsubscribe_url | upcase }}">Leave</a>'),
    'behind another address': page('<a href="https://x.example/?u={{ unsubscribe_url }}">Leave</a>'),
    'as words only': page('<p>{{ unsubscribe_url }}</p>'),
    'emptied on the way': page(`{% assign unsubscribe_url = "https://x.example" %}${link}`),
    'after the end of everything': page(`{% break %}<a href="{{ unsubscribe_url | append: "" }}">Leave</a>`),
    'in a part that a condition hides': page(`<div style="{% if true %}display:none{% endif %}">${link}</div>`),
    'in a comment that a condition opens': page(`{% if true %}<!--{% endif %}${link}-->`),
    'in a part that a raw value hides': page(`{{ "<div style='display:none'>" | raw }}${link}</div>`),
  };
  test.each(Object.entries(hidden))('blocks: %s', async (_, html) => {
    expect(await missingLink({ html })).toEqual({ missing: ['html'], mails: 2, example: 'p0' });
  });
});

describe('an unsubscribe link for some only', () => {
  const gold = '{% if tier == "gold" %}';
  const some: Record<string, { html?: string; text?: string }> = {
    'the link': { html: page(`${gold}<p>${link}</p>{% endif %}`) },
    'its address': { html: page(`<a href="${gold}{{ unsubscribe_url }}{% endif %}">Leave</a>`) },
    'its words': { html: page(`<a href="{{ unsubscribe_url }}">${gold}Leave{% endif %}</a>`) },
    'a style that hides it': { html: page(`<div style="display:${gold}block{% else %}none{% endif %}">${link}</div>`) },
    'a style out of the data': { html: page(`<div style="display:{{ shown }}">${link}</div>`) },
    'a class out of the data': {
      html: page(`<div class="{{ tier }}">${link}</div>`, '<style>.none{display:none}</style>'),
    },
    'words out of the data': { html: page('<a href="{{ unsubscribe_url }}">{{ words }}</a>') },
    'a size out of the data': { html: page(`<p style="font-size:{{ size }}px">${link}</p>`) },
    'a comment around it': { html: page(`${gold}{% else %}<!--{% endif %}${link}<!-- -->`) },
    'in the text': { text: `Hello ${gold}{{ unsubscribe_url }}{% endif %}` },
    'in the text, by way of another name': {
      text: `${gold}{% assign u = unsubscribe_url %}{% else %}{% assign u = "-" %}{% endif %}{{ u }}`,
    },
  };
  const people = [
    { tier: 'gold', shown: 'block', words: 'Leave', size: '12' },
    { tier: 'none', shown: 'none', words: ' ', size: '0' },
    { tier: 'none', shown: ' NONE ', words: '\u200B', size: '0.0' },
  ];
  test.each(Object.entries(some))('blocks, and says for how many and for whom: %s', async (_, content) => {
    const missing = content.html === undefined ? ['text'] : ['html'];
    expect(await missingLink(content, people)).toEqual({ missing, mails: 2, example: 'p1' });
    expect(await missingLink(content, people.slice(0, 1))).toBeUndefined();
  });
});

describe('an unsubscribe link that everybody sees', () => {
  const visible: Record<string, string> = {
    'as it is written mostly': orderly.html,
    'under another name': page('{% assign out = unsubscribe_url %}<a href="{{ out }}">Leave</a>'),
    'through a filter': page('<a href="{{ unsubscribe_url | append: "" }}">Leave</a>'),
    'in each branch': page(`{% if tier == "gold" %}<b>${link}</b>{% else %}${link}{% endif %}`),
    'without quotation marks': page('<a href={{ unsubscribe_url }}>Leave</a>'),
    'within what another rule hides elsewhere': page(
      `<div class="a"><p class="b">${link}</p></div>`,
      '<style>.c .b{display:none} .b .a a{display:none} @media print{a{display:none}} .a > i > a{display:none}</style>',
    ),
    'in a colour': page('<a href="{{ unsubscribe_url }}" style="color:rgb(0,0,0)">Leave</a>'),
    'with a query behind it': page('<a href="{{ unsubscribe_url }}?utm_source=x#y">Leave</a>'),
    'with an empty rule': page(link, '<style>,{display:none}</style>'),
    'as a picture': page(
      '<a href="{{ unsubscribe_url }}"><img src="https://x.example/leave.png" width="120" alt="Leave"></a>',
    ),
    'in a table whose cells have no size of letters': page(
      `<table><tr><td style="font-size:0px"><div style="font-size:13px">${link}</div></td></tr></table>`,
    ),
    'beside a hidden one': page(`<div style="display:none">${link}</div>${link}`),
    'in a mail without a head': `<p>${link}</p>`,
    'in a head that nobody closed': `<html><head><title>x</title><body>${link}`,
    'for all but Outlook': page(`<!--[if !mso]><!-->${link}<!--<![endif]-->`),
    'where a class hides something else': page(
      link,
      '<style>.gone{display:none} @media (max-width:1px){a{display:none}}</style>',
    ),
    'with the letters of each person': page('<a href="{{ unsubscribe_url }}">{{ tier }}, leave</a> {{ tier }} none'),
  };
  test.each(Object.entries(visible))('passes: %s', async (_, html) => {
    expect(await missingLink({ html })).toBeUndefined();
  });

  test('whatever the data are', async () => {
    const html = page(
      `<b title="{{ a }}">{{ a }}</b>{% if b == "x" %}<i>{{ a | upcase }}</i>{% endif %}${link}{{ b }}`,
    );
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('none', '0', '<!--', '" hidden style="display:none', '\u0001', '\u0002', 'x'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ a: value, b: value }), { minLength: 1, maxLength: 5 }), async (people) => {
        expect(await missingLink({ html }, people)).toBeUndefined();
      }),
    );
  });
});

describe('an unsubscribe link in the text', () => {
  const bare = '{{ unsubscribe_url }}';
  const made = '{% if tier %}{{ unsubscribe_url }}{% endif %}';
  const places: Record<string, (address: string) => string> = {
    'in what is quoted': (address) => `Hello\n> Leave: ${address}\nBye`,
    'in what is quoted deeply': (address) => `Hello\r\n >> ${address}`,
    'behind five thousand empty lines': (address) => `Hello${'\n'.repeat(5000)}Leave: ${address}`,
    'behind five thousand blank lines': (address) => `Hello${' \u00A0\r\n'.repeat(5000)}Leave: ${address}`,
    'with more on its path': (address) => `Leave: ${address}/me`,
    'with words right behind it': (address) => `Leave: ${address}now`,
    'within another address': (address) => `Leave: https://x.example/?u=${address}`,
  };
  describe.each(Object.entries(places))('blocks: %s', (_, place) => {
    test.each([bare, made])('%s', async (address) => {
      expect(await missingLink({ text: place(address) })).toEqual({ missing: ['text'], mails: 2, example: 'p0' });
      expect(await missingLink({ text: `${place(address)}\n\nLeave here: ${bare} .` })).toEqual(
        place(address).length < 5000 ? undefined : { missing: ['text'], mails: 2, example: 'p0' },
      );
    });
  });

  test.each([
    `Hello\n\n\n\n\n\nLeave: <${bare}>.`,
    `Leave (${bare}), or write to us`,
    `Leave:${bare}?utm_source=x`,
    `[Leave](${bare})`,
    `Hello\n-- \nWe, here\n${made}`,
    `{{ tier }}${bare}{{ tier }}`,
    `> quoted\n${made}!`,
    `Hello {{ gap }}${bare}`,
  ])('passes: %s', async (text) => {
    expect(await missingLink({ text }, [{ tier: '\n', gap: '\n\n' }])).toBeUndefined();
  });
});

describe('an unsubscribe link in a pale colour', () => {
  const pale = async (style: string, people: Record<string, string>[] = tiers) => {
    const html = page(`<p><a href="{{ unsubscribe_url }}" style="${style}">Leave</a></p>`);
    const run = await new PrepareWorld({ ...orderly, html }, peopleWith(people)).prepare();
    if (run.state !== 'AwaitingConfirmation') return run.state;
    return run.preparation.checks.find(({ code }) => code === 'unsubscribeContrast');
  };
  const told = (contrast: number, mails = 2, example = 'p0') => ({
    code: 'unsubscribeContrast',
    verdict: 'warning',
    facts: { contrast, needed: 3, mails, example },
  });

  test.each([
    ['color:#999', 2.84],
    ['color:#ccc', 1.6],
    ['color:#fff;background:#aaa', 2.32],
    ['color:#000;opacity:.4', 2.84],
  ])('is told with its contrast, and blocks nothing: %s', async (style, contrast) => {
    expect(await pale(style)).toEqual(told(contrast));
  });

  test('is told of whom it is true, with the palest', async () => {
    const people = [{ ink: '#000' }, { ink: '#bbb' }, { ink: '#aaa' }];
    expect(await pale('color:{{ ink }}', people)).toEqual(told(1.91, 2, 'p1'));
  });

  test.each(['', 'color:#949494', 'color:#767676', 'color:windowtext'])('nothing is said of %s', async (style) => {
    expect(await pale(style)).toBeUndefined();
  });

  test('what is as good as white blocks', async () => expect(await pale('color:#f6f6f6')).toBe('PreparationFailed'));
});
