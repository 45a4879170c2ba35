import { describe, expect, test } from '@jest/globals';
import type { Campaign } from '../../../domain/model/campaign.ts';
import { mjmlCompiler } from '../../../lambdas/adapters/mjml/mjml-compiler.ts';
import { blocking } from './prepare-world.ts';

/** What a campaign may have, nearly. Whatever takes the square of it ends in hours. */
const SIZE = 390_000;

const link = '<a href="{{ unsubscribe_url }}">Leave</a>';
const many = (text: string, size = SIZE): string => text.repeat(Math.ceil(size / text.length));
const html = (body: string, sheet = '') => ({
  html: `<html><head><style>${sheet}</style></head><body><p>Hello</p>${body}${link}</body></html>`,
});
const sheet = (css: string) => html('', css);
const text = (body: string) => ({ text: `${body} {{ unsubscribe_url }}` });
const mjml = (body: string, head = '') => ({
  mjml: `<mjml><mj-head>${head}</mj-head><mj-body><mj-section><mj-column><mj-text>${link}</mj-text>${body}</mj-column></mj-section></mj-body></mjml>`,
});

type Content = Partial<Campaign['content']>;

const prepared = async (content: Content): Promise<string[]> =>
  Object.keys(await blocking(content, [{ name: 'Ada' }], mjmlCompiler));

describe('a template as large as a campaign may have is prepared, or blocked, whatever is in it', () => {
  test.each<[string, Content]>([
    ['an at-rule without end', sheet(`@${many('a')}`)],
    ['at-rules without end', sheet(many('@a'))],
    ['at-rules without end, with spaces', sheet(many('@a '))],
    ['an at-rule of blocks', sheet(`@a{ ${many('{}')}`)],
    ['blocks without end', sheet(many('a{'))],
    ['no block', sheet(many('a'))],
    ['semicolons behind white space', sheet(`${many(' ', SIZE / 2)}${many(';', SIZE / 2)}`)],
    ['a selector of classes', sheet(`${many('.a')} b{display:none}`)],
    ['a selector of white space', sheet(`${many(' ')}é{display:none}`)],
    ['many selectors', sheet(`${many('.a,')}b{color:red}`)],
    ['comments without end', sheet(many('/*'))],
    ['comments without end in a style', html(`<p style="${many('/*')}">x</p>`)],
    ['importance without end', html(`<p style="color:${many('! ')}">x</p>`)],
    [
      'rules for each class, and elements of them',
      html(many('<p class="a">x</p>', SIZE / 2), many('.a{color:x}', SIZE / 2)),
    ],
    [
      'rules for other classes, and elements of all of them',
      html(
        many('<p class="a b c d e f">x</p>', SIZE / 2),
        Array.from({ length: 8000 }, (_, index) => `.a.x${index}{display:none}`).join(''),
      ),
    ],
    ['spaces in a colour', html(`<p style="color:/${many(' ')}x">x</p>`)],
    ['selectors within selectors', html('<p class=b>x</p>', `${many('a >  ')}b{display:none}`)],
    ['spaces in a length', html(`<p style="opacity:${many('0')}!">x</p>`)],
    ['backslashes', html(`${many('\\')}x`)],
    ['backslashes before a value', html(`${many('\\')}x{{ name }}`)],
    ['begins of outputs that are raw', html(`{% raw %}${many('{{')}{% endraw %}`)],
    ['begins of tags that are raw', html(`{% raw %}${many('{%')}{% endraw %}`)],
    ['lines', html(`${many('\n')}x`)],
    ['captures that are none', html(many('\ncapture a'))],
    ['attributes', html(`<p ${many(' href')}>x</p>`)],
    ['signs of base64', html(`<img alt="" src="data:image/png;base64,${many('=')}x">`)],
    ['links', html(many('<a href="https://x.example">x</a>'))],
    ['hidden white space', html(many('<p>&#847; </p>'))],
    ['backslashes in the text', text(`${many('\\')}x`)],
    ['links in the text', text(many('{{ unsubscribe_url }} ', 100_000))],
    ['begins of remarks', mjml(`<mj-raw>${many('<!-- ')}--></mj-raw>`)],
    ['begins of raw parts', mjml(`<mj-text>{%raw%}${many('{{')}{%endraw%}</mj-text>`)],
  ])('%s', async (_, content) => {
    expect(await prepared(content)).toEqual([]);
  });

  test.each<[string, Content]>([
    ['style sheets that begin', html(many('<style>'))],
    ['begins of style sheets', html(many('<style'))],
    ['titles that begin', html(many('<title>'))],
    ['comments that begin', html(many('<!--'))],
    ['quotes that begin', html(many('<a"'))],
    ['begins of a body', { html: `${many('<body')} ${link}` }],
  ])('%s swallow the link', async (_, content) => {
    expect(await prepared(content)).toEqual(['unsubscribeLink']);
  });

  test.each<[string, Content]>([
    ['more outputs than any mail has', html(many('{{ name }}'))],
    ['more tags than any mail has', html(many('{% if name %}x{% endif %}'))],
    ['more outputs in MJML', mjml(`<mj-text>${many('{{ name }}')}</mj-text>`)],
    ['more outputs in the text', text(many('{{ name }}'))],
    ['names that get each other in so many steps', html(many('{% assign a = b %}'))],
    ['elements within one another', html(many('<b>'))],
    ['begins of defaults, which nobody closed', mjml(`<mj-raw>${many('<mj-attributes ')}</mj-raw>`)],
    ['parts of other files', mjml(`<mj-text>${many('<mj-include ')}></mj-text>`)],
  ])('%s is refused', async (_, content) => {
    expect(await prepared(content)).toEqual(['templateValid']);
  });
});
