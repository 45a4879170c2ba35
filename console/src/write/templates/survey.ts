import { letterhead, mailOf, opening } from './frame.ts';
import { lookOf, type Look } from './look.ts';
import { accents, type MailIn, type Template } from './template.ts';

type Words = {
  title: string;
  text: string;
  question: string;
  worst: string;
  best: string;
  answer: string;
  long: string;
  act: string;
  thanks: string;
};

const answers = [1, 2, 3, 4, 5] as const;

/** Five answers side by side, also on a phone. */
const scale = ({ answer }: Words, look: Look): string => `<mj-table align="center" padding="8px 16px">
      <tr>
${answers
  .map(
    (n) =>
      `        <td align="center" width="20%" style="padding: 4px"><a href="https://www.example.com/answer?value=${n}" class="answer" title="${answer} ${n}" style="display: block; padding: 12px 0; border-radius: 6px; background-color: ${look.primary}; color: ${look.onPrimary}; font-size: 20px; font-weight: bold; text-decoration: none">${n}</a></td>`,
  )
  .join('\n')}
      </tr>
    </mj-table>`;

const mjml =
  (language: 'en' | 'de', words: Words): MailIn =>
  (brand) => {
    const look = lookOf(language, accents.blue, brand);
    return mailOf(
      look,
      `
${letterhead(look)}
<mj-section background-color="${look.card}" css-class="card" border-radius="6px 6px 0 0" padding="16px 0 0">
  <mj-column>
    ${opening(words.title, words.text)}
  </mj-column>
</mj-section>
<mj-section background-color="${look.soft}" css-class="soft" padding="24px 0">
  <mj-column>
    <mj-text align="center"><h2>${words.question}</h2></mj-text>
    ${scale(words, look)}
    <mj-text mj-class="small" align="center">1 = ${words.worst}, 5 = ${words.best}</mj-text>
  </mj-column>
</mj-section>
<mj-section background-color="${look.card}" css-class="card" border-radius="0 0 6px 6px" padding="16px 0">
  <mj-column>
    <mj-text>${words.long}</mj-text>
    <mj-button href="https://www.example.com/">${words.act}</mj-button>
    <mj-text>${words.thanks}</mj-text>
  </mj-column>
</mj-section>`,
    );
  };

/** One question that is answered in the mail, and more for who has time. */
export const survey: Template<'survey'> = {
  name: 'survey',
  version: 2,
  in: {
    en: {
      subject: 'One question, ten seconds',
      preheader: 'How satisfied are you with us? One tap is enough.',
      mjml: mjml('en', {
        title: 'How are we doing?',
        text: 'we would like to get better, and you know best where. One tap is an answer.',
        question: 'How satisfied are you with us?',
        worst: 'not at all',
        best: 'very',
        answer: 'Answer',
        long: 'Do you have three minutes? Six more questions tell us why.',
        act: 'Answer all questions',
        thanks: 'Thank you! We publish the results in June.',
      }),
    },
    de: {
      subject: 'Eine Frage, zehn Sekunden',
      preheader: 'Wie zufrieden sind Sie mit uns? Ein Fingertipp genügt.',
      mjml: mjml('de', {
        title: 'Wie machen wir uns?',
        text: 'wir möchten besser werden, und Sie wissen am besten, wo. Ein Fingertipp ist eine Antwort.',
        question: 'Wie zufrieden sind Sie mit uns?',
        worst: 'gar nicht',
        best: 'sehr',
        answer: 'Antwort',
        long: 'Haben Sie drei Minuten? Sechs weitere Fragen sagen uns, warum.',
        act: 'Alle Fragen beantworten',
        thanks: 'Danke! Die Ergebnisse veröffentlichen wir im Juni.',
      }),
    },
  },
};
