import { letterhead, mailOf } from './frame.ts';
import { lookOf } from './look.ts';
import { accents, type MailIn, type Template } from './template.ts';

type Words = {
  over: string;
  title: string;
  lead: string;
  act: string;
  facts: readonly (readonly [string, string])[];
  close: string;
};

const fact = ([figure, text]: readonly [string, string]): string => `  <mj-column>
    <mj-text mj-class="over" font-size="28px" align="center">${figure}</mj-text>
    <mj-text align="center" font-size="15px">${text}</mj-text>
  </mj-column>`;

const mjml =
  (language: 'en' | 'de', words: Words): MailIn =>
  (brand) => {
    const look = lookOf(language, accents.indigo, brand);
    return mailOf(
      look,
      `
${letterhead(look)}
<mj-section background-color="${look.primary}" border-radius="6px 6px 0 0" padding="40px 0">
  <mj-column>
    <mj-text mj-class="inverse" align="center" font-weight="bold" font-size="14px">${words.over}</mj-text>
    <mj-text mj-class="inverse" align="center"><h1>${words.title}</h1></mj-text>
    <mj-text mj-class="inverse" align="center" font-size="18px">${words.lead}</mj-text>
    <mj-button href="https://www.example.com/" background-color="${look.onPrimary}" color="${look.primary}" align="center">${words.act}</mj-button>
  </mj-column>
</mj-section>
<mj-section background-color="${look.card}" css-class="card" border-radius="0 0 6px 6px" padding="24px 0">
${words.facts.map(fact).join('\n')}
</mj-section>
<mj-section padding="16px 0 0">
  <mj-column>
    <mj-text>${words.close}</mj-text>
  </mj-column>
</mj-section>`,
    );
  };

/** One piece of news, large, with three facts. */
export const announcement: Template<'announcement'> = {
  name: 'announcement',
  version: 2,
  in: {
    en: {
      subject: 'It is here: the second edition',
      preheader: 'Lighter, repairable, and in three colours. You may order from today on.',
      mjml: mjml('en', {
        over: 'New from today on',
        title: 'The second edition is here',
        lead: 'Two years of work, a hundred small improvements, and the same price.',
        act: 'Have a look',
        facts: [
          ['30 %', 'lighter than the first'],
          ['10 years', 'of spare parts, promised'],
          ['3', 'colours to choose from'],
        ],
        close:
          '{% if first_name %}{{ first_name }}, you{% else %}You{% endif %} were with us at the first edition. Until the end of the month we send yours free of charge.',
      }),
    },
    de: {
      subject: 'Sie ist da: die zweite Ausgabe',
      preheader: 'Leichter, reparierbar und in drei Farben. Ab heute können Sie bestellen.',
      mjml: mjml('de', {
        over: 'Neu ab heute',
        title: 'Die zweite Ausgabe ist da',
        lead: 'Zwei Jahre Arbeit, hundert kleine Verbesserungen und derselbe Preis.',
        act: 'Jetzt ansehen',
        facts: [
          ['30 %', 'leichter als die erste'],
          ['10 Jahre', 'Ersatzteile, versprochen'],
          ['3', 'Farben zur Wahl'],
        ],
        close:
          '{% if first_name %}{{ first_name }}, Sie{% else %}Sie{% endif %} waren schon bei der ersten Ausgabe dabei. Bis zum Ende des Monats schicken wir Ihnen Ihre kostenlos.',
      }),
    },
  },
};
