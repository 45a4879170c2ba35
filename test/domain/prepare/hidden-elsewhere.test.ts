import { describe, expect, test } from '@jest/globals';
import { address, isSeen, link, mail, sheet, styled, within } from './leaving-mail.ts';

describe('in programs that know less than others', () => {
  const body = `<div class="a"><p class="gone">${link}</p></div>`;
  const hidden = (style: string): string => `<p class="gone" style="${style}">${link}</p>`;
  test.each([
    [
      'what only @supports shows, which Gmail and Outlook.com leave out',
      body,
      '.gone{display:none} @supports (display:block){.gone{display:block}}',
    ],
    ['what another engine does not support', body, '@supports not (-moz-appearance:none){.gone{display:none}}'],
    ['what only a sheet shows: some programs read none', hidden('display:none'), '.gone{display:block!important}'],
    ['what only a sheet from elsewhere would show', hidden('display:none'), '@import url(https://x.example/show.css);'],
    ['what an animation ends in', body, '@keyframes go{to{opacity:0}} .gone{animation:go 1s ease 2s forwards}'],
    [
      'what an animation ends in, by long names',
      body,
      '@-webkit-keyframes go{0%{top:0}100%{visibility:hidden}} .gone{animation-name:go;animation-fill-mode:both}',
    ],
    [
      'what only an animation shows',
      body,
      '@keyframes come{to{opacity:1}} .gone{opacity:0;animation:come 1s forwards}',
    ],
  ])('blocks: %s', (_, html, css) => expect(isSeen(mail(html, sheet(css)))).toBe(false));
  test.each([
    ['an animation that ends as it began', body, '@keyframes go{to{opacity:0}} .gone{animation:go 1s}'],
    ['an animation that is not there', body, '.gone{animation:go 1s forwards}'],
    ['a transition, which nothing begins', body, '.gone{transition:opacity 1s}'],
    [
      'two of which each is seen somewhere',
      `${hidden('display:none')}<p class="b">${link}</p>`,
      '@supports (display:block){.gone{display:block!important}.b{display:none}}',
    ],
    ['another type of sheet', body + '<style type="text/x-template">.gone{display:none}</style>', ''],
    ['a sheet elsewhere', '<link rel="stylesheet" href="https://x.example/gone.css">' + body, ''],
  ])('passes: %s', (_, html, css) => expect(isSeen(mail(html, sheet(css)))).toBe(true));
});

describe('by layers of a sheet', () => {
  const body = `<div class="a"><p class="gone" id="g">${link}</p></div>`;
  test.each([
    '@layer x{#g{display:block}} .gone{display:none}',
    '@layer one, two; @layer two{.gone{display:none}} @layer one{#g{display:block}}',
    '@layer one{.gone{display:none!important}} #g{display:block!important}',
    '@layer{#g{display:block}} .gone{display:none}',
  ])('blocks: %s', (css) => expect(isSeen(mail(body, sheet(css)))).toBe(false));
  test.each([
    '@layer x{#g{display:none}} .gone{display:block}',
    '@layer one, two; @layer two{.gone{display:block}} @layer one{#g{display:none}}',
  ])('passes: %s', (css) => expect(isSeen(mail(body, sheet(css)))).toBe(true));
});

describe('by queries that are turned around', () => {
  const body = `<div class="a"><p class="gone">${link}</p></div>`;
  test.each([
    '@media not all and (max-width:600px){.gone{display:none}}',
    '@media (600px >= width){.gone{display:none}}',
    '@media not (min-width:10000px){.gone{display:none}}',
    '@media (not (print)) or (width){.gone{display:none}}',
    '@media only all{.gone{display:none}}',
    '@media (min-aspect-ratio:1/100){.gone{display:none}}',
  ])('blocks: %s', (css) => expect(isSeen(mail(body, sheet(css)))).toBe(false));
});

describe('by other ways to hide', () => {
  test.each([
    'transform:scale(1,0)',
    'transform:scaleY(0)',
    'transform:scale3d(1,0,1)',
    'transform:scale(0.01)',
    'transform:matrix(1,0,0,0,0,0)',
    'transform:rotateX(90deg)',
    'transform:rotateY(-90deg)',
    'scale:1 0',
    'zoom:0.01',
    'translate:-9999px',
    'transform:translate(-100vw)',
    'clip-path:inset(100%)',
    'clip-path:inset(0 100% 0 0)',
    'clip-path:inset(0 0 100%)',
    'clip-path:polygon(0 0, 0 0, 0 0)',
    'clip-path:polygon(0px 0px,0px 0px,0px 0px,0px 0px)',
    '-webkit-clip-path:circle(0px at 50% 50%)',
    'text-indent:100%;white-space:nowrap;overflow:hidden',
    'position:absolute;left:-100%',
    'position:absolute;left:-200vw',
    'position:absolute;inset-inline-start:-9999px',
    'margin-inline-start:-9999px',
    'block-size:0;overflow:hidden',
    'max-block-size:0;overflow:hidden',
    'letter-spacing:-99px',
    'font-size:min(0px, 16px)',
    'font-size:max(0px, 1px)',
    'font-size:clamp(0px, 1vw, 1px)',
    'font-size:0.05em',
    'font-size:5%',
    'font-size:0;line-height:0',
    'pointer-events:none',
    'display:none;display:nonsense',
    'visibility:hidden;visibility:seen',
    'opacity:0;opacity:full',
    'opacity:.2;filter:opacity(10%)',
    'filter:blur(20px) opacity(0.01)',
  ])('blocks: %s', (style) => {
    expect(isSeen(within(style))).toBe(false);
  });
  test.each([
    'transform:scale(1,0.9)',
    'transform:rotate(90deg)',
    'transform:rotateX(20deg)',
    'zoom:1.2',
    'translate:10px',
    'clip-path:inset(10%)',
    'clip-path:polygon(0 0,100% 0,100% 100%,0 100%)',
    'text-indent:10%',
    'letter-spacing:-0.5px',
    'letter-spacing:normal',
    'font-size:clamp(12px, 2vw, 14px)',
    'font-size:smaller',
    'pointer-events:auto',
    'display:none!ie',
    'display:none;display:block',
    'margin-inline-start:4px',
  ])('passes: %s', (style) => {
    expect(isSeen(within(style))).toBe(true);
  });
  test('opacities of what is in each other are multiplied, and a size in em follows the one around', () => {
    expect(isSeen(mail(`<div style="opacity:.2"><p style="opacity:.2">${link}</p></div>`))).toBe(false);
    expect(isSeen(mail(`<div style="font-size:.3em"><p style="font-size:30%">${link}</p></div>`))).toBe(false);
    expect(isSeen(mail(`<div style="font-size:0"><p style="font-size:12px">${link}</p></div>`))).toBe(true);
  });
  test('visibility is inherited and can be undone', () => {
    expect(isSeen(mail(`<div style="visibility:hidden"><p>${link}</p></div>`))).toBe(false);
    expect(isSeen(mail(`<div style="visibility:hidden"><p style="visibility:visible">${link}</p></div>`))).toBe(true);
  });
  test('a rule about the body holds where the mail has none, as in every program', () => {
    expect(isSeen(`${sheet('body a{display:none}')}<p>${link}</p>`)).toBe(false);
    expect(isSeen(`${sheet('html > body > p{display:none}')}<p>${link}</p>`)).toBe(false);
    expect(isSeen(`${sheet('body b{display:none}')}<p>${link}</p>`)).toBe(true);
  });
});

describe('by colours in other notations', () => {
  test.each([
    ['a ground without its sign', `<table bgcolor="ffffff"><tr><td>${styled('color:#fff')}</td></tr></table>`],
    [
      'a font without its sign',
      `<table bgcolor="fff"><tr><td><a href="${address}"><font color="FFFFFF">Leave</font></a></td></tr></table>`,
    ],
    ['a ground of the whole page', `<html><body bgcolor="000000" link="000000">${link}</body></html>`],
    ['shares', styled('color:rgb(100%,100%,100%)')],
    ['colours of the system', styled('color:canvas')],
    ['what a colour after it that is none does not change', styled('color:#fff;color:nonsense')],
    ['half of it at the ground, half by the words', `<div style="opacity:.3">${styled('color:rgba(0,0,0,.2)')}</div>`],
  ])('blocks: %s', (_, body) => expect(isSeen(body.startsWith('<html') ? body : mail(body))).toBe(false));
  test.each([
    ['a dark ground without its sign', `<table bgcolor="336699"><tr><td>${styled('color:#fff')}</td></tr></table>`],
  ])('passes: %s', (_, body) => expect(isSeen(mail(body))).toBe(true));
});

test.each([
  '&#8203;',
  '&zwnj;&zwj;',
  '&#8288;&#65279;',
  '&#847;&zwnj;&nbsp;',
  '&#10240;',
  '&#12644;',
  '&#917536;',
  '&#173;&#x202e;',
])('a label of %s is none', (label) => {
  expect(isSeen(mail(styled('', label)))).toBe(false);
  expect(isSeen(mail(`<a href="${address}"><img src="https://x.example/1.png" alt="${label}"></a>`))).toBe(false);
});

test('of as many layers as a sheet has room for, the later one wins', () => {
  const layers = Array.from({ length: 50_000 }, (_, index) => `a${index}`);
  const css = `@layer ${layers.join(',')}; @layer a49999{.gone{display:none}} @layer a0{.gone{display:block}}`;
  expect(isSeen(mail(`<p class="gone">${link}</p>`, sheet(css)))).toBe(false);
});
