import type { Language } from '../../shell/languages.ts';
import { logoCode } from '../brand/logo-code.ts';
import { darkness } from '../brand/shades.ts';
import type { Look } from './look.ts';

/** Why somebody gets it, where it is viewed in a browser, and the way out. */
const leaving: Record<Language, { why: string; view: string; leave: string }> = {
  en: { why: 'You get this mail because you asked for it.', view: 'View in browser', leave: 'Unsubscribe' },
  de: { why: 'Sie bekommen diese Mail, weil Sie sie bestellt haben.', view: 'Im Browser ansehen', leave: 'Abmelden' },
};

const indented = (text: string, by: number): string => text.trim().replaceAll('\n', `\n${' '.repeat(by)}`);

/** Nobody knows what a logo looks like on a dark ground. */
const onItsGround = (page: string): string => `
    .logo, .logo > table { background: ${page} !important; background-color: ${page} !important; }`;

/** Mail programs with a dark appearance read the style; others show the light one. */
const dark = ({ linkDark, softDark, onPrimary, page, logo }: Look): string => `
<mj-raw>
  <meta name="color-scheme" content="light dark" />
  <meta name="supported-color-schemes" content="light dark" />
</mj-raw>
<mj-style>
  :root { color-scheme: light dark; }
  @media (prefers-color-scheme: dark) {
    .page, .page > div { background-color: ${darkness.page} !important; }
    .card, .card > table { background: ${darkness.card} !important; background-color: ${darkness.card} !important; }
    .soft, .soft > table { background: ${softDark} !important; background-color: ${softDark} !important; }
    .ink div, .ink h1, .ink h2, .ink h3, .ink td { color: ${darkness.text} !important; }
    .quiet div { color: ${darkness.quiet} !important; }
    .accent div, .ink a, .quiet a { color: ${linkDark} !important; }
    .ink a.answer { color: ${onPrimary} !important; }
    .line p { border-color: #2a3532 !important; }${logo ? onItsGround(page) : ''}
  }
</mj-style>`;

const attributes = ({ primary, onPrimary, text, quiet, link, line, font, logo }: Look): string => `
<mj-attributes>
  <mj-all font-family="${font}" />
  <mj-text css-class="ink" color="${text}" font-size="16px" line-height="1.6" padding="8px 24px" />
  <mj-button background-color="${primary}" color="${onPrimary}" border-radius="6px" font-size="16px" font-weight="bold" inner-padding="14px 24px" padding="12px 24px 20px" align="left" />
  <mj-divider css-class="line" border-width="1px" border-color="${line}" padding="16px 24px" />
  <mj-table css-class="ink" color="${text}" font-size="16px" line-height="1.6" padding="8px 24px" />
  <mj-class name="brand" css-class="accent" color="${link}" font-weight="bold" font-size="18px" padding="24px" />
  <mj-class name="over" css-class="accent" color="${link}" font-weight="bold" font-size="14px" padding="8px 24px 0" />
  <mj-class name="inverse" css-class="inverse" color="${onPrimary}" />
  <mj-class name="small" css-class="quiet" color="${quiet}" font-size="13px" line-height="1.5" padding="4px 24px" />
</mj-attributes>
<mj-style inline="inline">
  h1 { margin: 0; font-size: 28px; line-height: 1.25; }
  h2 { margin: 0; font-size: 20px; line-height: 1.3; }
  p { margin: 0 0 12px; }
  a { color: ${link}; }${
    logo
      ? `
  .logo img { color: ${text}; }`
      : ''
  }
</mj-style>`;

const footer = ({ language, sender, imprint }: Look): string => {
  const { why, view, leave } = leaving[language];
  return `
<mj-section padding="16px 0 32px">
  <mj-column>
    <mj-text mj-class="small">${[sender, ...imprint].join('<br />')}</mj-text>
    <mj-text mj-class="small">${why} <a href="{{ view_in_browser_url }}">${view}</a> · <a href="{{ unsubscribe_url }}">${leave}</a></mj-text>
  </mj-column>
</mj-section>`;
};

/** A whole mail around its sections: appearance, who sends it, where it is viewed in a browser, and the way out. */
export const mailOf = (look: Look, sections: string): string => `<mjml lang="${look.language}">
  <mj-head>
    <mj-title>${look.sender}</mj-title>
    ${indented(attributes(look), 4)}
    ${indented(dark(look), 4)}
  </mj-head>
  <mj-body background-color="${look.page}" css-class="page">
    ${indented(sections, 4)}
    ${indented(footer(look), 4)}
  </mj-body>
</mjml>
`;

/** The logo above the mail, or the sender's name. */
export const letterhead = ({ logo, sender, page }: Look): string =>
  logo
    ? `
<mj-section background-color="${page}" css-class="logo" padding="16px 0">
  <mj-column>
    ${logoCode(logo, ' padding="0 24px"')}
  </mj-column>
</mj-section>`.trim()
    : `
<mj-section padding="8px 0 0">
  <mj-column>
    <mj-text mj-class="brand">${sender}</mj-text>
  </mj-column>
</mj-section>`.trim();

/** A sentence that begins with the first name of whoever has one; written with a small letter at its begin. */
export const greeted = (sentence: string): string =>
  `{% if first_name %}{{ first_name }}, ${sentence}{% else %}${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}{% endif %}`;

/** What a mail begins with in its card. */
export const opening = (title: string, sentence: string): string =>
  `
    <mj-text><h1>${title}</h1></mj-text>
    <mj-text>
      <p>${greeted(sentence)}</p>
    </mj-text>`.trim();
