import { expect, test } from '@jest/globals';
import { mjmlCompiler } from '../../../lambdas/adapters/mjml/mjml-compiler.ts';
import { PrepareWorld, peopleWith, type Content } from './prepare-world.ts';

/** Mails as other tools write them. */
const link = '<a href="{{ unsubscribe_url }}">Unsubscribe</a>';
const gif = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

const mails: Record<string, Content & { told?: string[] }> = {
  'capital tags without a document type': {
    html: `<HTML><HEAD><TITLE>Hello</TITLE><STYLE TYPE="text/css">TD{FONT-FAMILY:Arial;COLOR:#333}</STYLE></HEAD><BODY BGCOLOR=#FFFFFF LINK=#0066CC><TABLE BORDER=0 WIDTH=600><TR><TD>Hello {{ name }}<BR><A HREF="{{ unsubscribe_url }}">Unsubscribe</A></TD></TR></TABLE></BODY></HTML>`,
  },
  'conditions for Outlook and a button of VML': {
    html: `<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]--><!--[if mso]><style>.btn{display:none}</style><![endif]--></head><body><!--[if mso]><v:roundrect href="{{ unsubscribe_url }}" style="height:40px;v-text-anchor:middle;width:200px;" arcsize="10%" fillcolor="#333"><w:anchorlock/><center style="color:#fff">Unsubscribe</center></v:roundrect><![endif]--><!--[if !mso]><!--><a class="btn" href="{{ unsubscribe_url }}" style="background-color:#333;color:#ffffff;display:inline-block;line-height:40px;mso-hide:all">Unsubscribe</a><!--<![endif]--></body></html>`,
  },
  'tables in tables with a hidden preheader': {
    html: `<!doctype html><html><body style="margin:0;padding:0;background-color:#f4f4f4"><div style="display:none;font-size:1px;color:#f4f4f4;line-height:1px;max-height:0;max-width:0;opacity:0;overflow:hidden;mso-hide:all">Preview &#847;&zwnj;&nbsp;</div><table width="100%" bgcolor="#f4f4f4"><tr><td align="center" style="font-size:0">${'<table width="600"><tr><td>'.repeat(12)}<p style="font-size:12px;color:#999999">${link.replace('<a ', '<a style="color:#999999" ')}</p>${'</td></tr></table>'.repeat(12)}</td></tr></table></body></html>`,
    // #999999 on #f4f4f4 has 2.58.
    told: ['unsubscribeContrast'],
  },
  'a font of the web and a sheet in the body': {
    html: `<!doctype html><html><head><link href="https://fonts.example/css?family=Open+Sans" rel="stylesheet"><style>@import url("https://fonts.example/css2?family=Inter:wght@400;700&display=swap");@font-face{font-family:Inter;src:url(https://fonts.example/i.woff2) format("woff2")}</style></head><body><style>.footer a{color:#ffffff !important}.footer{background:#222}</style><div class="footer">${link}</div></body></html>`,
  },
  'pictures within': {
    html: `<html><body><img src="${gif}" alt="Logo" width="100"><img src="cid:logo" alt=""><p>${link}</p></body></html>`,
  },
  'a dark appearance': {
    html: `<!doctype html><html><head><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){.body{background:#121212!important}.text,.text a{color:#ffffff!important}.light-img{display:none!important}.dark-img{display:block!important}}[data-ogsc] .text{color:#fff!important}u + .body .gmail{display:none}</style></head><body class="body" style="background:#ffffff"><img class="light-img" src="https://x.example/l.png" alt="L"><div class="text" style="color:#222222">${link.replace('<a ', '<a style="color:#222222" ')}</div></body></html>`,
  },
  'a footer for large screens and one for phones': {
    html: `<html><head><style>@media only screen and (max-width:480px){.hide{display:none!important;max-height:0!important;overflow:hidden!important}.show{display:block!important;max-height:none!important;overflow:visible!important}}@media print{.hide,.show{display:none!important}}</style></head><body><div class="hide">${link}</div><div class="show" style="display:none;max-height:0;overflow:hidden;mso-hide:all">${link}</div></body></html>`,
  },
  'a part for AMP that was left in': {
    html: `<!doctype html><html ⚡4email data-css-strict><head><meta charset="utf-8"><script async src="https://cdn.ampproject.org/v0.js"></script><style amp-custom>.x{color:red}</style></head><body><p>Hello</p>${link}</body></html>`,
  },
  'tags that nobody closed': {
    html: `<body><table><tr><td><font color="#666666" size=2><p>Hello {{ name }}<p><b>Bold<i>both</b></i><ul><li>one<li>two</ul>${link}`,
  },
  'no body at all': { html: `Hello {{ name }}<br>${link}` },
  'attributes without quotation marks and entities': {
    html: `<html><body text=#333333><p align=center>&copy; 2026 M&uuml;ller &amp; S&ouml;hne &mdash; <a href={{ unsubscribe_url }} target=_blank>Un&shy;subscribe</a></body></html>`,
  },
  'a grid of MJML with raw and conditions': {
    mjml: `<mjml><mj-head><mj-preview>Soon</mj-preview><mj-attributes><mj-all font-family="Arial" /><mj-class name="small" font-size="12px" color="#999999" /></mj-attributes><mj-font name="Inter" href="https://fonts.example/inter" /><mj-style>.a:hover{color:red} @media (prefers-color-scheme:dark){.x{color:#fff}}</mj-style><mj-style inline="inline">.f a{color:#888888}</mj-style></mj-head><mj-body background-color="#eeeeee"><mj-raw><!--[if mso]><b>Outlook</b><![endif]--></mj-raw><mj-section background-color="#ffffff"><mj-group><mj-column><mj-text>Hello {{ name }}</mj-text></mj-column><mj-column><mj-image src="https://x.example/1.png" alt="One" /></mj-column></mj-group></mj-section><mj-raw>{% if name == "Ada" %}</mj-raw><mj-section><mj-column><mj-button href="https://x.example">Go</mj-button></mj-column></mj-section><mj-raw>{% endif %}</mj-raw><mj-section css-class="f"><mj-column><mj-text mj-class="small">${link}</mj-text></mj-column></mj-section></mj-body></mjml>`,
  },
  'a hero of MJML with white words on a picture': {
    mjml: `<mjml><mj-body><mj-hero mode="fluid-height" background-url="https://x.example/h.jpg" background-color="#2a3448"><mj-text color="#ffffff"><a href="{{ unsubscribe_url }}" style="color:#ffffff">Unsubscribe</a></mj-text></mj-hero></mj-body></mjml>`,
  },
  'a navigation and a table of MJML': {
    mjml: `<mjml><mj-body><mj-section><mj-column><mj-navbar hamburger="hamburger"><mj-navbar-link href="https://x.example/a">A</mj-navbar-link></mj-navbar><mj-table><tr><td>{{ name }}</td><td>1 €</td></tr></mj-table><mj-social><mj-social-element name="facebook" href="https://facebook.com/x">Share</mj-social-element></mj-social><mj-text>${link}</mj-text></mj-column></mj-section></mj-body></mjml>`,
  },
  'an accordion and a carousel of MJML': {
    mjml: `<mjml><mj-body><mj-section><mj-column><mj-accordion><mj-accordion-element><mj-accordion-title>Why</mj-accordion-title><mj-accordion-text>Because</mj-accordion-text></mj-accordion-element></mj-accordion><mj-carousel><mj-carousel-image src="https://x.example/1.png" alt="1" /><mj-carousel-image src="https://x.example/2.png" alt="2" /></mj-carousel><mj-text>${link}</mj-text></mj-column></mj-section></mj-body></mjml>`,
  },
};

test.each(Object.entries(mails))('is prepared: %s', async (_, { told = [], ...content }) => {
  const mail = content.mjml === undefined ? content : { ...content, html: undefined, text: '' };
  const run = await new PrepareWorld(mail, peopleWith([{ name: 'Ada' }]), mjmlCompiler).prepare();
  if (run.state !== 'AwaitingConfirmation') throw new Error(run.state);
  // Of the sender of these tests, not of what is sent.
  const found = run.preparation.checks.filter(
    ({ code, verdict }) => code !== 'senderProofs' && !['passed', 'information'].includes(verdict),
  );
  expect(found.map(({ code, verdict }) => [code, verdict])).toEqual(told.map((code) => [code, 'warning']));
});
