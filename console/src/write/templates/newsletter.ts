import { letterhead, mailOf, opening } from './frame.ts';
import { lookOf } from './look.ts';
import { accents, type MailIn, type Template } from './template.ts';

type Item = { title: string; text: string };
type Words = {
  over: string;
  title: string;
  lead: string;
  read: string;
  items: readonly Item[];
  more: string;
  dates: string;
  rows: readonly (readonly [string, string])[];
};

const short = ({ title, text }: Item, more: string): string => `  <mj-column>
    <mj-text>
      <h2>${title}</h2>
      <p>${text}</p>
      <a href="https://www.example.com/">${more}: ${title}</a>
    </mj-text>
  </mj-column>`;

const mjml =
  (language: 'en' | 'de', words: Words): MailIn =>
  (brand) => {
    const look = lookOf(language, accents.petrol, brand);
    return mailOf(
      look,
      `
${letterhead(look)}
<mj-section background-color="${look.card}" css-class="card" border-radius="6px 6px 0 0" padding="16px 0 0">
  <mj-column>
    <mj-text mj-class="over">${words.over}</mj-text>
    ${opening(words.title, words.lead)}
    <mj-button href="https://www.example.com/">${words.read}</mj-button>
    <mj-divider />
  </mj-column>
</mj-section>
<mj-section background-color="${look.card}" css-class="card" padding="0 0 16px">
${words.items.map((item) => short(item, words.more)).join('\n')}
</mj-section>
<mj-section background-color="${look.soft}" css-class="soft" border-radius="0 0 6px 6px" padding="16px 0">
  <mj-column>
    <mj-text><h2>${words.dates}</h2></mj-text>
    <mj-table>
${words.rows.map(([day, what]) => `      <tr><td width="35%" valign="top">${day}</td><td valign="top">${what}</td></tr>`).join('\n')}
    </mj-table>
  </mj-column>
</mj-section>`,
    );
  };

/** One story that leads, two short ones, and dates. */
export const newsletter: Template<'newsletter'> = {
  name: 'newsletter',
  version: 2,
  in: {
    en: {
      subject: 'What is new this month',
      preheader: 'A longer look at our new workshop, two short stories and three dates.',
      mjml: mjml('en', {
        over: 'The letter of the month',
        title: 'Our new workshop opens its doors',
        lead: 'after a year of building we show you where our things are made from now on, who makes them, and why the windows face north.',
        read: 'Read the whole story',
        items: [
          {
            title: 'Repaired, not thrown away',
            text: 'In spring we repaired 412 pieces. What broke most often, and how you prevent it.',
          },
          {
            title: 'Three questions to Ada',
            text: 'She has packed every parcel since the first day. What she would never send without paper.',
          },
        ],
        more: 'More',
        dates: 'Dates',
        rows: [
          ['Saturday, 10 am', 'Open day in the workshop'],
          ['Wednesday, 6 pm', 'Evening course for beginners'],
          ['All month long', 'Exhibition in the foyer'],
        ],
      }),
    },
    de: {
      subject: 'Was es diesen Monat Neues gibt',
      preheader: 'Ein längerer Blick in unsere neue Werkstatt, zwei kurze Geschichten und drei Termine.',
      mjml: mjml('de', {
        over: 'Der Brief des Monats',
        title: 'Unsere neue Werkstatt öffnet ihre Türen',
        lead: 'nach einem Jahr Bauzeit zeigen wir Ihnen, wo unsere Dinge von nun an entstehen, wer sie macht und warum die Fenster nach Norden gehen.',
        read: 'Die ganze Geschichte lesen',
        items: [
          {
            title: 'Repariert statt weggeworfen',
            text: 'Im Frühjahr haben wir 412 Stücke repariert. Was am häufigsten brach und wie Sie es verhindern.',
          },
          {
            title: 'Drei Fragen an Ada',
            text: 'Sie packt seit dem ersten Tag jedes Paket. Was sie nie ohne Papier verschicken würde.',
          },
        ],
        more: 'Mehr',
        dates: 'Termine',
        rows: [
          ['Samstag, 10 Uhr', 'Tag der offenen Werkstatt'],
          ['Mittwoch, 18 Uhr', 'Abendkurs für Anfänger'],
          ['Den ganzen Monat', 'Ausstellung im Foyer'],
        ],
      }),
    },
  },
};
