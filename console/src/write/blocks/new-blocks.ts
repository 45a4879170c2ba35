import type { MessageLink } from '../../../../domain/content/message-links.ts';
import type { MailBrand } from '../../../../domain/write/brand-routes.ts';
import type { Language } from '../../shell/languages.ts';
import { logoCode } from '../brand/logo-code.ts';
import { lookOf } from '../templates/look.ts';
import { accents } from '../templates/template.ts';
import type { Attributes } from './brand-attributes.ts';
import { textAsHtml } from './written.ts';
import type { Level } from './block-tree.ts';

/** What can be put into what; of sections by how many columns they have. */
export const offered = {
  section: ['section1', 'section2', 'section3', 'footer'],
  column: ['column'],
  block: ['text', 'heading', 'button', 'image', 'divider', 'spacer', 'social', 'view', 'code'],
  link: ['socialLink'],
} as const satisfies Record<Level, readonly string[]>;
export type NewKind = (typeof offered)[Level][number];

/** What a new block says until somebody writes something else. */
export type NewWords = {
  text: string;
  heading: string;
  button: string;
  sender: string;
  /** In lines. */
  address: string;
  leave: string;
  view: string;
};

const columns = (count: number): string =>
  Array.from({ length: count }, () => '  <mj-column>\n  </mj-column>\n').join('');

/** `look`: the attributes of a section beside it, as they are written. */
const section = (look: string, inside: string): string => `<mj-section${look}>\n${inside}</mj-section>`;

const linkTo = (address: MessageLink, text: string): string => `<a href="{{ ${address} }}">${textAsHtml(text)}</a>`;

const footer = ({ sender, address, leave, view }: NewWords, look: string): string => {
  const lines = [sender, ...address.split('\n')].map(textAsHtml).join('<br />');
  const ways = `${linkTo('view_in_browser_url', view)} · ${linkTo('unsubscribe_url', leave)}`;
  return section(
    '',
    `  <mj-column>
    <mj-text${look} font-size="13px">${lines}</mj-text>
    <mj-text${look} font-size="13px">${ways}</mj-text>
  </mj-column>\n`,
  );
};

const socialLink = '<mj-social-element name="linkedin" href="https://www.linkedin.com/">LinkedIn</mj-social-element>';

const asUsual: Attributes = () => '';

/** Its lines are indented from its own begin on. */
export const codeOf = (kind: NewKind, words: NewWords, look = '', attributesOf = asUsual): string => {
  const text = attributesOf('mj-text');
  const codes: Record<NewKind, () => string> = {
    section1: () => section(look, columns(1)),
    section2: () => section(look, columns(2)),
    section3: () => section(look, columns(3)),
    footer: () => footer(words, text),
    column: () => '<mj-column>\n</mj-column>',
    text: () => `<mj-text${text}>\n  <p>${textAsHtml(words.text)}</p>\n</mj-text>`,
    heading: () => `<mj-text${text}><h2>${textAsHtml(words.heading)}</h2></mj-text>`,
    button: () =>
      `<mj-button href="https://www.example.com/"${attributesOf('mj-button')}>${textAsHtml(words.button)}</mj-button>`,
    image: () => '<mj-image src="" alt="" />',
    divider: () => '<mj-divider />',
    spacer: () => '<mj-spacer height="24px" />',
    social: () => `<mj-social>\n  ${socialLink}\n</mj-social>`,
    socialLink: () => socialLink,
    view: () => `<mj-text font-size="13px">${linkTo('view_in_browser_url', words.view)}</mj-text>`,
    code: () => '<mj-raw>\n</mj-raw>',
  };
  return codes[kind]();
};

const indented = (code: string): string => `    ${code.replaceAll('\n', '\n    ')}\n`;

const logoSection = (logo: MailBrand['logo']): string[] =>
  logo ? [section('', `  <mj-column>\n    ${logoCode(logo)}\n  </mj-column>\n`)] : [];

/** A mail to begin with, in the look of the brand: a heading, a text, who sends it, where it is viewed in a browser, and the way out. */
export const emptyMail = (language: Language, words: NewWords, brand?: MailBrand): string => {
  const { font, text, primary, onPrimary, link, page, card, logo } = lookOf(language, accents.petrol, brand);
  const inside = [codeOf('heading', words), codeOf('text', words)].map(indented).join('');
  const main = section(` background-color="${card}"`, `  <mj-column>\n${inside}  </mj-column>\n`);
  const body = [...logoSection(logo), main, footer(words, '')].map(indented).join('');
  return `<mjml lang="${language}">
  <mj-head>
    <mj-attributes>
      <mj-all font-family="${font}" />
      <mj-text color="${text}" font-size="16px" line-height="1.6" />
      <mj-button background-color="${primary}" color="${onPrimary}" border-radius="6px" font-size="16px" />
    </mj-attributes>
    <mj-style inline="inline">
      h1, h2 { margin: 0; line-height: 1.25; }
      p { margin: 0 0 12px; }
      a { color: ${link}; }
    </mj-style>
  </mj-head>
  <mj-body background-color="${page}">
${body}  </mj-body>
</mjml>
`;
};
