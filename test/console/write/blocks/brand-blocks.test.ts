import { describe, expect, test } from '@jest/globals';
import { brandAttributes } from '../../../../console/src/write/blocks/brand-attributes.ts';
import { codeOf, emptyMail } from '../../../../console/src/write/blocks/new-blocks.ts';
import { draftOf, readBrand, shownOf } from '../../../../console/src/write/brand/brand-draft.ts';
import { templates } from '../../../../console/src/write/templates/templates.ts';
import { brand, shown } from '../../../domain/write/brand-world.ts';

const words = { text: 'a', heading: 'b', button: 'Go', sender: 'S & co', address: 'A\nB', leave: 'Out', view: 'View' };
const withHead = (attributes: string): string =>
  `<mjml><mj-head><mj-attributes>${attributes}</mj-attributes></mj-head><mj-body></mj-body></mjml>`;
const font = "Georgia, 'Times New Roman', serif";

describe('new blocks', () => {
  test.each([
    [
      'nothing',
      '',
      `<mj-button href="https://www.example.com/" font-family="${font}" background-color="#7a1f3d" color="#ffffff">Go</mj-button>`,
    ],
    [
      'other colours',
      '<mj-button background-color="#000000" color="#FFFFFF" />',
      `<mj-button href="https://www.example.com/" font-family="${font}" background-color="#7a1f3d">Go</mj-button>`,
    ],
    [
      'the font of all',
      `<mj-all font-family="${font}" /><mj-button background-color="#7A1F3D" color="#fff" />`,
      '<mj-button href="https://www.example.com/" color="#ffffff">Go</mj-button>',
    ],
    [
      'another font of buttons',
      `<mj-button font-family="Arial" background-color="#7a1f3d" color="#ffffff"/><mj-all font-family="${font}" />`,
      `<mj-button href="https://www.example.com/" font-family="${font}">Go</mj-button>`,
    ],
  ])('take what the head of the mail does not say of the brand: %s', (_what, head, expected) => {
    expect(codeOf('button', words, '', brandAttributes(withHead(head), shown))).toBe(expected);
  });

  test.each(['', '<mjml>', '<mj-head><mj-attributes>', '{% if x %}<html>'])('take it in any source: %j', (source) => {
    expect(codeOf('text', words, '', brandAttributes(source, shown))).toContain(' color="#221a1d">');
    expect(codeOf('text', words, '', brandAttributes(source, undefined))).toBe(codeOf('text', words));
  });

  test('say in a template of ours nothing that it says itself', () => {
    for (const { in: languages } of templates) {
      const attributes = brandAttributes(languages.en.mjml(shown), shown);
      for (const kind of ['text', 'heading', 'button', 'footer'] as const)
        expect(codeOf(kind, words, '', attributes)).toBe(codeOf(kind, words));
    }
  });

  test('are in an empty mail with logo, colours and each line of who sends', () => {
    const mail = emptyMail('en', words, shown);
    expect(mail).toContain(`src="${shown.logo?.url}"`);
    expect(mail).toContain('<mj-text font-size="13px">S &amp; co<br />A<br />B</mj-text>');
    expect(mail).not.toMatch(/#0b5a56|#16211f|Helvetica/);
    expect(codeOf('text', words, '', brandAttributes(mail, shown))).toBe(codeOf('text', words));
    expect(emptyMail('en', words)).toContain('Helvetica, Arial, sans-serif');
  });
});

describe('a brand that is written', () => {
  const view = { version: 3, brand: shown, isUnreadable: false, lowContrast: [] };

  test('is what there is until somebody writes, and can be saved as it is', () => {
    const draft = draftOf({ ...view, brand: { ...shown, ...brand, logo: shown.logo } });
    expect(readBrand(draft)).toEqual({ input: { ...brand, logo: { id: shown.logo?.id, alt: shown.logo?.alt } } });
    expect('input' in readBrand(draftOf({ ...view, brand: null }))).toBe(true);
  });

  test('names what is wrong, and shows what was there in its place', () => {
    const known = draftOf(view);
    const draft = { ...known, colours: { ...known.colours, primary: 'red', link: ' #ABCDEF ' }, sender: '{{ x }}' };
    expect(readBrand(draft)).toEqual({ wrong: ['colours.primary', 'sender'] });
    expect(shownOf(draft, known).colours).toMatchObject({ primary: '#7a1f3d', link: '#abcdef' });
  });

  test('with a colour that is none, before there is a brand, shows that of the templates', () => {
    const known = draftOf({ ...view, brand: null });
    const { colours } = shownOf({ ...known, colours: { ...known.colours, card: '' } }, known);
    expect(colours.card).toBe('#ffffff');
  });
});
