import { greeted, letterhead, mailOf } from './frame.ts';
import { lookOf } from './look.ts';
import { accents, type MailIn, type Template } from './template.ts';

type Words = {
  over: string;
  title: string;
  day: string;
  month: string;
  when: string;
  where: string;
  text: string;
  plan: string;
  rows: readonly (readonly [string, string])[];
  act: string;
  by: string;
};

const mjml =
  (language: 'en' | 'de', words: Words): MailIn =>
  (brand) => {
    const look = lookOf(language, accents.plum, brand);
    return mailOf(
      look,
      `
${letterhead(look)}
<mj-section background-color="${look.soft}" css-class="soft" border-radius="6px 6px 0 0" padding="24px 0">
  <mj-column width="30%" vertical-align="middle">
    <mj-text mj-class="over" align="center" font-size="56px" line-height="1">${words.day}</mj-text>
    <mj-text mj-class="over" align="center" font-size="18px">${words.month}</mj-text>
  </mj-column>
  <mj-column width="70%" vertical-align="middle">
    <mj-text mj-class="over">${words.over}</mj-text>
    <mj-text><h1>${words.title}</h1></mj-text>
    <mj-text>${words.when}<br />${words.where}</mj-text>
  </mj-column>
</mj-section>
<mj-section background-color="${look.card}" css-class="card" border-radius="0 0 6px 6px" padding="24px 0 8px">
  <mj-column>
    <mj-text>
      <p>${greeted(words.text)}</p>
      <h2>${words.plan}</h2>
    </mj-text>
    <mj-table>
${words.rows.map(([time, what]) => `      <tr><td width="30%" valign="top">${time}</td><td valign="top">${what}</td></tr>`).join('\n')}
    </mj-table>
    <mj-button href="https://www.example.com/">${words.act}</mj-button>
    <mj-text mj-class="small" padding="0 24px 16px">${words.by}</mj-text>
  </mj-column>
</mj-section>`,
    );
  };

/** A date that is seen at once, what happens, and an answer. */
export const invitation: Template<'invitation'> = {
  name: 'invitation',
  version: 2,
  in: {
    en: {
      subject: 'Join us for the summer evening on 12 June',
      preheader: 'Music, a short tour and something to eat. Please answer by 1 June.',
      mjml: mjml('en', {
        over: 'Invitation',
        title: 'Summer evening in the courtyard',
        day: '12',
        month: 'June',
        when: 'Friday, 6 to 10 pm',
        where: '1 Sample Street, London',
        text: 'once a year we put the tables outside. Come by, bring somebody along, and see what we have been building since the last time.',
        plan: 'The evening',
        rows: [
          ['6 pm', 'Welcome and a drink'],
          ['7 pm', 'A walk through the workshop'],
          ['8 pm', 'Dinner and music'],
        ],
        act: 'I will be there',
        by: 'Please answer by 1 June, so that there is enough for everybody.',
      }),
    },
    de: {
      subject: 'Kommen Sie am 12. Juni zum Sommerabend',
      preheader: 'Musik, ein kurzer Rundgang und etwas zu essen. Bitte antworten Sie bis zum 1. Juni.',
      mjml: mjml('de', {
        over: 'Einladung',
        title: 'Sommerabend im Hof',
        day: '12.',
        month: 'Juni',
        when: 'Freitag, 18 bis 22 Uhr',
        where: 'Musterstraße 1, Musterstadt',
        text: 'einmal im Jahr stellen wir die Tische nach draußen. Kommen Sie vorbei, bringen Sie jemanden mit und sehen Sie, was seit dem letzten Mal entstanden ist.',
        plan: 'Der Abend',
        rows: [
          ['18 Uhr', 'Begrüßung und ein Glas'],
          ['19 Uhr', 'Rundgang durch die Werkstatt'],
          ['20 Uhr', 'Essen und Musik'],
        ],
        act: 'Ich bin dabei',
        by: 'Bitte antworten Sie bis zum 1. Juni, damit es für alle reicht.',
      }),
    },
  },
};
