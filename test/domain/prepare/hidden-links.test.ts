import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { address, isSeen, link, mail, sheet, styled, within } from './leaving-mail.ts';

describe('by the selectors that programs know', () => {
  const body = `<div id="out" class="a"><p class="gone" title="x" data-part="foot">${link}</p><p>End</p></div>`;
  test.each([
    ':is(.gone)',
    ':where(.gone, .other)',
    'p:not(.other)',
    '[title]',
    '[title="x"]',
    '[class~=gone]',
    '[class^="go"]',
    '[data-part*=oo i]',
    'a[href*="leave"]',
    'p:nth-child(2), p:first-child',
    'div > p:nth-last-of-type(2)',
    'p + div > p',
    'p ~ .a .gone',
    'p:has(a)',
    'body *',
    '.g\\6fne',
    'DIV#out P',
    'a:link',
    'a:any-link',
  ])('blocks: %s', (selector) => {
    const html = mail(body, sheet(`${selector}{display:none}`));
    expect(isSeen(html)).toBe(false);
  });

  test.each([
    '.other',
    ':is(.other, #x)',
    'p:not(.gone) a',
    '[title="y"]',
    'p:has(b)',
    'p + p',
    'a:visited',
    'a:hover',
    '.gone:hover',
    '.gone:target',
    'p::before',
    '.gone::first-line',
    'p:nth-child(7)',
    '.a > a',
    'p ~ a',
    ':unknown(.gone)',
  ])('passes: %s', (selector) => expect(isSeen(mail(body, sheet(`${selector}{display:none}`)))).toBe(true));
});

describe('by rules around a rule', () => {
  const body = `<div class="a"><p class="gone">${link}</p></div>`;
  test.each([
    '@supports (display:block){.gone{display:none}}',
    '@supports (display:grid) or (display:flex){@media all{.gone{display:none}}}',
    '@media (min-width:1px){.gone{display:none}}',
    '@media not print{.gone{display:none}}',
    '@media screen yahoo, only screen and (min-width:1px){.gone{display:none}}',
    '@media (max-width:99999px){.gone{display:none}}',
    '@media (prefers-color-scheme:light){.gone{display:none}}',
    '@media (prefers-color-scheme:dark){.gone{display:none}}',
    '@media only screen and (max-width:600px){.gone{display:none}}',
    '@media (width <= 600px){.gone{display:none}}',
    '@media (400px <= width < 2000px), print{.gone{display:none}}',
    '.a{color:red; .gone{display:none}}',
    '.a{& > .gone{display:none}}',
    '.a{@media screen{.gone{display:none}}}',
    '@layer x{.gone{display:none}}',
    '.gone{display:none!important} p.gone{display:block}',
    '.a .gone{display:none} p{display:block}',
    '.gone{display:none',
    '.gone{color:;;display:none}',
    '.gone{DISPLAY:NONE}',
    '.gone{display:n\\6fne}',
  ])('blocks: %s', (css) => expect(isSeen(mail(body, sheet(css)))).toBe(false));

  test.each([
    '@media print{.gone{display:none}}',
    '@media screen yahoo{.gone{display:none}}',
    '@media (min-width:1px{.gone{display:none}}',
    '@supports yahoo{.gone{display:none}}',
    '@media (max-width:1px){.gone{display:none}}',
    '@media screen and (min-width:5000px){.gone{display:none}}',
    '@media (unknown-thing:1){.gone{display:none}}',
    '@supports not (display:block){.gone{display:none}}',
    '@font-face{font-family:x;src:url(x)} @import url("gone.css");',
    '@keyframes x{from{display:none}}',
    '.gone{display:none} .a .gone{display:block}',
    '.gone{display:none} .gone{display:block}',
    '.gone{display:none;display:block}',
    '.gone{display:block!important} .a .gone{display:none}',
    '.gone{/*display:none*/}',
    // The second brace belongs to the selector, which makes it void.
    '#x{color:red}} .gone{display:none}',
    '.gone{content:"}.gone{display:none}"}',
  ])('passes: %s', (css) => expect(isSeen(mail(body, sheet(css)))).toBe(true));

  test('a sheet for another medium, or in a comment for Outlook, hides nothing', () => {
    const css = '.gone{display:none}';
    expect(isSeen(mail(body, `<style media="print">${css}</style>`))).toBe(true);
    expect(isSeen(mail(body, `<!--[if mso]><style>${css}</style><![endif]-->`))).toBe(true);
    expect(isSeen(mail(body + `<style media="screen">${css}</style>`))).toBe(false);
  });

  test('what is seen on each screen by another link passes', () => {
    const two = `<p class="desk">${link}</p><p class="phone" style="display:none">${link}</p>`;
    const css = '@media (max-width:600px){.desk{display:none!important}.phone{display:block!important}}';
    expect(isSeen(mail(two, sheet(css)))).toBe(true);
    expect(isSeen(mail(two, sheet('@media (max-width:600px){.desk{display:none!important}}')))).toBe(false);
  });

  test('pictures for a light and a dark appearance pass together', () => {
    const picture = (name: string, style = ''): string =>
      `<a href="${address}"><img class="${name}" style="${style}" src="https://x.example/${name}.png" alt="Leave"></a>`;
    const css =
      '@media (prefers-color-scheme:dark){.light{display:none!important}.dark{display:block!important}} [data-ogsc] .light{display:none}';
    expect(isSeen(mail(picture('light') + picture('dark', 'display:none'), sheet(css)))).toBe(true);
    expect(isSeen(mail(picture('light'), sheet(css)))).toBe(false);
  });
});

describe('by its own style or that of what is around it', () => {
  test.each([
    'visibility:collapse',
    'content-visibility:hidden',
    'opacity:0.01',
    'opacity:0%',
    'filter:opacity(0)',
    'font:0/0 a',
    'font:1px/1px Arial',
    'font-size:1px',
    'font-size:.5pt',
    'font-size:0.01em',
    'font-size:calc(0px)',
    'position:absolute;left:-9999px',
    'position:absolute;left:-999em',
    'position:fixed;top:-100vh;margin-top:-900px',
    'position:absolute;inset:-9999px auto auto -9999px',
    'position:absolute;right:5000px',
    'margin-left:-9999px',
    'margin:0 0 0 -2000px',
    'text-indent:-9999px',
    'transform:translateX(-9999px)',
    'transform:scale(0)',
    'scale:0',
    'clip-path:inset(50%)',
    'clip-path:circle(0)',
    'position:absolute;clip:rect(1px,1px,1px,1px)',
    'height:0;overflow:hidden',
    'max-height:0;overflow-y:hidden',
    'width:1px;height:1px;overflow:clip',
    'line-height:0;max-height:0;overflow:hidden',
    'mso-hide:all',
  ])('blocks: %s', (style) => {
    expect(isSeen(within(style))).toBe(false);
  });

  test.each([
    'display:contents',
    'opacity:0.6',
    'font-size:9px',
    'font:bold 12px/0 Arial',
    'left:-9999px',
    'margin-left:-10px',
    'text-indent:-20px',
    'max-height:0',
    'height:0',
    'overflow:hidden',
    'overflow:hidden;max-width:600px',
    'max-width:0',
    'clip-path:inset(0 round 4px)',
    'transform:translateX(-4px)',
    'transform:scale(0.9)',
    'position:relative;left:-2px',
    'color:var(--ink, #fff)',
    'mso-line-height-rule:exactly',
  ])('passes: %s', (style) => {
    expect(isSeen(within(style))).toBe(true);
  });

  test('what only Outlook hides passes where Outlook has its own', () => {
    const own = `<!--[if mso]><v:roundrect href="${address}"></v:roundrect><![endif]-->`;
    expect(isSeen(mail(`${own}<div style="mso-hide:all">${link}</div>`))).toBe(true);
  });

  test.each(['noscript', 'template', 'svg', 'object'])('in <%s>', (name) => {
    expect(isSeen(mail(`<${name}>${link}</${name}>`))).toBe(false);
  });
});

describe('by its colour', () => {
  const white = 'color:#ffffff';
  test.each([
    ['white on nothing', styled(white)],
    ['white on white', `<div style="background:#fff">${styled('color:white')}</div>`],
    ['nearly white', styled('color:#fdfdfe')],
    ['black on black further out', `<table bgcolor="black"><tr><td>${styled('color:#000')}</td></tr></table>`],
    ['near the colour of a page', `<div style="background-color:rgb(20 20 20)">${styled('color:#181818')}</div>`],
    ['its words', styled('', `<span style="${white}">Leave</span>`)],
    ['its words by a font', styled('', '<font color="#FFFFFF">Leave</font>')],
    ['taken over', `<div style="${white}">${styled('color:inherit')}</div>`],
    ['nearly see-through', styled('color:rgba(0,0,0,.02)')],
    ['its filling', styled('color:#000;-webkit-text-fill-color:transparent')],
    ['in another notation', styled('color:hsl(0,0%,100%)')],
  ])('blocks: %s', (_, body) => expect(isSeen(mail(body))).toBe(false));

  test.each(['a{color:#fff}', ':is(a){color:#fff}', 'a:link{color:white!important}', 'p ~ a{color:rgb(255,255,255)}'])(
    'blocks by a sheet: %s',
    (css) => expect(isSeen(mail(link, sheet(css)))).toBe(false),
  );

  test('blocks by the attributes of the body', () => {
    expect(isSeen(`<html><body bgcolor="#ffffff" link="#ffffff">${link}</body></html>`)).toBe(false);
  });

  test.each([
    ['light grey', styled('color:#999;font-size:12px')],
    ['lighter grey', styled('color:#cccccc;font-size:12px')],
    ['white on a colour', `<table bgcolor="#336699"><tr><td>${styled(white)}</td></tr></table>`],
    ['white on a picture', `<td style="background:#fff url(https://x.example/1.png)">${styled(white)}</td>`],
    ['white on a picture further out', `<table background="1.png"><tr><td>${styled(white)}</td></tr></table>`],
    ['white on a gradient', `<div style="background-image:linear-gradient(#000,#111)">${styled(white)}</div>`],
    ['white on its own ground', styled('color:#fff;background:navy')],
    ['a link in a white text has its own colour', `<div style="${white}">${link}</div>`],
    ['a colour nobody knows', styled('color:windowtext')],
    ['no colour at all', styled('color:#12')],
    ['white with a shadow', styled('color:#fff;text-shadow:0 0 2px #000')],
    [
      'white on something see-through on a colour',
      `<div style="background:#000"><p style="background:transparent">${styled(white)}</p></div>`,
    ],
  ])('passes: %s', (_, body) => expect(isSeen(mail(body))).toBe(true));

  test('passes: white for a dark appearance', () => {
    const css = '@media (prefers-color-scheme:dark){a{color:#fff!important}}';
    expect(isSeen(mail(link, sheet(css)))).toBe(true);
  });
});

describe('by what is in it', () => {
  const picture = (attributes: string): string =>
    `<a href="${address}"><img src="https://x.example/1.png" ${attributes}></a>`;
  test.each([
    ['nothing', ''],
    ['an empty element', '<span></span>'],
    ['a line break', '<br>'],
    ['a hidden word', '<span hidden>Leave</span>'],
    ['a soft hyphen', '&shy;'],
  ])('blocks: %s', (_, inside) => expect(isSeen(mail(styled('', inside)))).toBe(false));
  test.each([
    ['without words', ''],
    ['with empty words', 'alt=" "'],
    ['of one pixel', 'alt="Leave" width="1" height="1"'],
    ['of one pixel by its style', 'alt="Leave" style="width:1px;height:1px"'],
    ['of nothing', 'alt="Leave" style="max-height:0"'],
  ])('blocks: a picture %s', (_, attributes) => expect(isSeen(mail(picture(attributes)))).toBe(false));
  test.each(['alt="Leave"', 'alt="Leave" width="120" height="40"', 'alt="Leave" style="width:100%;max-width:1px0"'])(
    'passes: a picture %s',
    (attributes) => expect(isSeen(mail(picture(attributes)))).toBe(true),
  );
});

test('a mail that is hostile to selectors is read in time', () => {
  const deep = '<div class="a">'.repeat(3000) + link;
  const css = Array.from({ length: 3000 }, (_, at) => `.a .a .a .a .a .a .a .b${at}, :has(.x${at}){display:none}`).join(
    '',
  );
  expect(isSeen(mail(deep, sheet(css)))).toBe(true);
});

test('whatever somebody writes into a sheet or a style, it is read', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      ...'@media @supports @layer screen and not or ( ) { } ; : , .gone :is( [a= \\ /* */ <!-- " color display none #fff url( calc( var( & > ~ ! important'.split(
        ' ',
      ),
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const css = pieces.join(' ').replaceAll(/<\/?|["<]/g, '');
      expect(isSeen(mail(`<p style="${css}">x</p>${link}`, sheet(`.none{${css}} .other ${css}`)))).toEqual(
        expect.any(Boolean),
      );
      expect(
        isSeen(mail(`<p class="gone">x</p>${link}`, `<style media="${css}">.gone{}</style>${sheet(css)}`)),
      ).toEqual(expect.any(Boolean));
    }),
  );
});
