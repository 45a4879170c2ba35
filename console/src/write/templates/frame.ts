import type { Language } from '../../shell/languages.ts';
import type { Accent } from './template.ts';

/** Who sends, until the author writes who that is. */
const imprint: Record<
  Language,
  { sender: string; address: string; contact: string; why: string; view: string; leave: string }
> = {
  en: {
    sender: 'Sample Ltd.',
    address: '1 Sample Street, London W1A 1AA',
    contact: 'Company no. 01234567, registered in England and Wales',
    why: 'You get this mail because you asked for it.',
    view: 'View in browser',
    leave: 'Unsubscribe',
  },
  de: {
    sender: 'Muster GmbH',
    address: 'Musterstraße 1, 12345 Musterstadt',
    contact: 'Geschäftsführung: Mara Muster, HRB 12345, Amtsgericht Musterstadt',
    why: 'Sie bekommen diese Mail, weil Sie sie bestellt haben.',
    view: 'Im Browser ansehen',
    leave: 'Abmelden',
  },
};

const senderIn = (language: Language): string => imprint[language].sender;

const indented = (text: string, by: number): string => text.trim().replaceAll('\n', `\n${' '.repeat(by)}`);

/** Mail programs with a dark appearance read the style; others show the light one. */
const dark = ({ dark: accent, softDark }: Accent): string => `
<mj-raw>
  <meta name="color-scheme" content="light dark" />
  <meta name="supported-color-schemes" content="light dark" />
</mj-raw>
<mj-style>
  :root { color-scheme: light dark; }
  @media (prefers-color-scheme: dark) {
    .page, .page > div { background-color: #0f1514 !important; }
    .card, .card > table { background: #161e1c !important; background-color: #161e1c !important; }
    .soft, .soft > table { background: ${softDark} !important; background-color: ${softDark} !important; }
    .ink div, .ink h1, .ink h2, .ink h3, .ink td { color: #e8edea !important; }
    .quiet div { color: #b9c4c0 !important; }
    .accent div, .ink a, .quiet a { color: ${accent} !important; }
    .ink a.answer { color: #ffffff !important; }
    .line p { border-color: #2a3532 !important; }
  }
</mj-style>`;

const attributes = ({ light }: Accent): string => `
<mj-attributes>
  <mj-all font-family="Helvetica, Arial, sans-serif" />
  <mj-text css-class="ink" color="#16211f" font-size="16px" line-height="1.6" padding="8px 24px" />
  <mj-button background-color="${light}" color="#ffffff" border-radius="6px" font-size="16px" font-weight="bold" inner-padding="14px 24px" padding="12px 24px 20px" align="left" />
  <mj-divider css-class="line" border-width="1px" border-color="#dbe0d8" padding="16px 24px" />
  <mj-table css-class="ink" color="#16211f" font-size="16px" line-height="1.6" padding="8px 24px" />
  <mj-class name="brand" css-class="accent" color="${light}" font-weight="bold" font-size="18px" padding="24px" />
  <mj-class name="over" css-class="accent" color="${light}" font-weight="bold" font-size="14px" padding="8px 24px 0" />
  <mj-class name="inverse" css-class="inverse" color="#ffffff" />
  <mj-class name="small" css-class="quiet" color="#414e4b" font-size="13px" line-height="1.5" padding="4px 24px" />
</mj-attributes>
<mj-style inline="inline">
  h1 { margin: 0; font-size: 28px; line-height: 1.25; }
  h2 { margin: 0; font-size: 20px; line-height: 1.3; }
  p { margin: 0 0 12px; }
  a { color: ${light}; }
</mj-style>`;

const footer = (language: Language): string => {
  const { sender, address, contact, why, view, leave } = imprint[language];
  return `
<mj-section padding="16px 0 32px">
  <mj-column>
    <mj-text mj-class="small">${sender}<br />${address}<br />${contact}</mj-text>
    <mj-text mj-class="small">${why} <a href="{{ view_in_browser_url }}">${view}</a> · <a href="{{ unsubscribe_url }}">${leave}</a></mj-text>
  </mj-column>
</mj-section>`;
};

/** A whole mail around its sections: appearance, who sends it, where it is viewed in a browser, and the way out. */
export const mailOf = (language: Language, accent: Accent, sections: string): string => `<mjml lang="${language}">
  <mj-head>
    <mj-title>${senderIn(language)}</mj-title>
    ${indented(attributes(accent), 4)}
    ${indented(dark(accent), 4)}
  </mj-head>
  <mj-body background-color="#f4f6f2" css-class="page">
    ${indented(sections, 4)}
    ${indented(footer(language), 4)}
  </mj-body>
</mjml>
`;

/** The sender's name above the mail. */
export const letterhead = (language: Language): string =>
  `
<mj-section padding="8px 0 0">
  <mj-column>
    <mj-text mj-class="brand">${senderIn(language)}</mj-text>
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
