import type { MessageLink } from '../../../../domain/content/message-links.ts';
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
  address: string;
  leave: string;
  view: string;
};

const columns = (count: number): string =>
  Array.from({ length: count }, () => '  <mj-column>\n  </mj-column>\n').join('');

/** `look`: the attributes of a section beside it, as they are written. */
const section = (look: string, inside: string): string => `<mj-section${look}>\n${inside}</mj-section>`;

const linkTo = (address: MessageLink, text: string): string => `<a href="{{ ${address} }}">${textAsHtml(text)}</a>`;

const footer = ({ sender, address, leave, view }: NewWords): string => {
  const ways = `${linkTo('view_in_browser_url', view)} · ${linkTo('unsubscribe_url', leave)}`;
  return section(
    '',
    `  <mj-column>
    <mj-text font-size="13px">${textAsHtml(sender)}<br />${textAsHtml(address)}</mj-text>
    <mj-text font-size="13px">${ways}</mj-text>
  </mj-column>\n`,
  );
};

const socialLink = '<mj-social-element name="linkedin" href="https://www.linkedin.com/">LinkedIn</mj-social-element>';

/** Its lines are indented from its own begin on. */
export const codeOf = (kind: NewKind, words: NewWords, look = ''): string => {
  const codes: Record<NewKind, () => string> = {
    section1: () => section(look, columns(1)),
    section2: () => section(look, columns(2)),
    section3: () => section(look, columns(3)),
    footer: () => footer(words),
    column: () => '<mj-column>\n</mj-column>',
    text: () => `<mj-text>\n  <p>${textAsHtml(words.text)}</p>\n</mj-text>`,
    heading: () => `<mj-text><h2>${textAsHtml(words.heading)}</h2></mj-text>`,
    button: () => `<mj-button href="https://www.example.com/">${textAsHtml(words.button)}</mj-button>`,
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

/** A mail to begin with: a heading, a text, who sends it, where it is viewed in a browser, and the way out. */
export const emptyMail = (language: string, words: NewWords): string => {
  const inside = [codeOf('heading', words), codeOf('text', words)]
    .map((code) => `    ${code.replaceAll('\n', '\n    ')}\n`)
    .join('');
  const main = section(' background-color="#ffffff"', `  <mj-column>\n${inside}  </mj-column>\n`);
  const body = [main, footer(words)].map((code) => `    ${code.replaceAll('\n', '\n    ')}\n`).join('');
  return `<mjml lang="${language}">
  <mj-head>
    <mj-attributes>
      <mj-all font-family="Helvetica, Arial, sans-serif" />
      <mj-text color="#16211f" font-size="16px" line-height="1.6" />
      <mj-button background-color="#0b5a56" color="#ffffff" border-radius="6px" font-size="16px" />
    </mj-attributes>
    <mj-style inline="inline">
      h1, h2 { margin: 0; line-height: 1.25; }
      p { margin: 0 0 12px; }
      a { color: #0b5a56; }
    </mj-style>
  </mj-head>
  <mj-body background-color="#f4f6f2">
${body}  </mj-body>
</mjml>
`;
};
