import { letterhead, mailOf, opening } from './frame.ts';
import { lookOf } from './look.ts';
import { accents, type MailIn, type Template } from './template.ts';

type Words = {
  over: string;
  title: string;
  text: string;
  rows: readonly (readonly [string, string])[];
  todo: string;
  what: string;
  act: string;
  help: string;
};

const mjml =
  (language: 'en' | 'de', words: Words): MailIn =>
  (brand) => {
    const look = lookOf(language, accents.slate, brand);
    return mailOf(
      look,
      `
${letterhead(look)}
<mj-section background-color="${look.primary}" border-radius="6px 6px 0 0" padding="4px 0">
  <mj-column>
    <mj-text mj-class="inverse" font-size="14px" font-weight="bold">${words.over}</mj-text>
  </mj-column>
</mj-section>
<mj-section background-color="${look.card}" css-class="card" padding="16px 0">
  <mj-column>
    ${opening(words.title, words.text)}
  </mj-column>
</mj-section>
<mj-section background-color="${look.soft}" css-class="soft" padding="16px 0">
  <mj-column>
    <mj-table>
${words.rows.map(([name, value]) => `      <tr><td width="35%" valign="top">${name}</td><td valign="top"><b>${value}</b></td></tr>`).join('\n')}
    </mj-table>
  </mj-column>
</mj-section>
<mj-section background-color="${look.card}" css-class="card" border-radius="0 0 6px 6px" padding="16px 0 0">
  <mj-column>
    <mj-text>
      <h2>${words.todo}</h2>
      <p>${words.what}</p>
    </mj-text>
    <mj-button href="https://www.example.com/">${words.act}</mj-button>
    <mj-text mj-class="small" padding="0 24px 16px">${words.help}</mj-text>
  </mj-column>
</mj-section>`,
    );
  };

/** A fact that concerns people, and what they have to do. */
export const notice: Template<'notice'> = {
  name: 'notice',
  version: 2,
  in: {
    en: {
      subject: 'Maintenance on Sunday, 2 to 4 am',
      preheader: 'Our pages cannot be reached for two hours. You need not do anything.',
      mjml: mjml('en', {
        over: 'For your information',
        title: 'Maintenance on Sunday',
        text: 'on Sunday night we renew our servers. For two hours our pages and the app cannot be reached.',
        rows: [
          ['From', 'Sunday, 2 am'],
          ['To', 'Sunday, 4 am'],
          ['Concerns', 'pages, app, customer account'],
        ],
        todo: 'What you have to do',
        what: 'Nothing. Orders that have been placed go on, and no data are lost.',
        act: 'Current state',
        help: 'Questions? Reply to this mail or call us, on workdays from 8 am to 6 pm.',
      }),
    },
    de: {
      subject: 'Wartung am Sonntag, 2 bis 4 Uhr',
      preheader: 'Unsere Seiten sind zwei Stunden nicht erreichbar. Sie müssen nichts tun.',
      mjml: mjml('de', {
        over: 'Zu Ihrer Information',
        title: 'Wartung am Sonntag',
        text: 'in der Nacht zum Sonntag erneuern wir unsere Server. Zwei Stunden lang sind unsere Seiten und die App nicht erreichbar.',
        rows: [
          ['Von', 'Sonntag, 2 Uhr'],
          ['Bis', 'Sonntag, 4 Uhr'],
          ['Betrifft', 'Seiten, App, Kundenkonto'],
        ],
        todo: 'Was Sie tun müssen',
        what: 'Nichts. Aufgegebene Bestellungen laufen weiter, und es gehen keine Daten verloren.',
        act: 'Aktueller Stand',
        help: 'Fragen? Antworten Sie auf diese Mail oder rufen Sie uns an, werktags von 8 bis 18 Uhr.',
      }),
    },
  },
};
