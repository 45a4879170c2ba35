import { greeted, letterhead, mailOf } from './frame.ts';
import { lookOf } from './look.ts';
import { accents, type MailIn, type Template } from './template.ts';

type Words = {
  title: string;
  text: string;
  reasons: readonly (readonly [string, string])[];
  act: string;
  stay: string;
  leave: string;
};

const reason = ([title, text]: readonly [string, string]): string => `    <mj-text>
      <h2>${title}</h2>
      <p>${text}</p>
    </mj-text>`;

const mjml =
  (language: 'en' | 'de', words: Words): MailIn =>
  (brand) => {
    const look = lookOf(language, accents.brown, brand);
    return mailOf(
      look,
      `
${letterhead(look)}
<mj-section background-color="${look.soft}" css-class="soft" border-radius="6px 6px 0 0" padding="32px 0">
  <mj-column>
    <mj-text align="center"><h1>${greeted(words.title)}</h1></mj-text>
    <mj-text align="center">${words.text}</mj-text>
    <mj-button href="https://www.example.com/" align="center">${words.act}</mj-button>
  </mj-column>
</mj-section>
<mj-section background-color="${look.card}" css-class="card" border-radius="0 0 6px 6px" padding="24px 0 8px">
  <mj-column>
${words.reasons.map(reason).join('\n    <mj-divider />\n')}
  </mj-column>
</mj-section>
<mj-section padding="16px 0 0">
  <mj-column>
    <mj-text>${words.stay} <a href="{{ unsubscribe_url }}">${words.leave}</a></mj-text>
  </mj-column>
</mj-section>`,
    );
  };

/** To people who were not there for long: what is new, and an honest way out. */
export const comingBack: Template<'coming-back'> = {
  name: 'coming-back',
  version: 2,
  in: {
    en: {
      subject: 'It has been a while',
      preheader: 'Three things are new since your last visit.',
      mjml: mjml('en', {
        title: 'it has been a while',
        text: 'We have not heard of each other for half a year. A good deal has happened.',
        act: 'See what is new',
        reasons: [
          ['Ordered today, here tomorrow', 'What is ordered before four in the afternoon leaves us on the same day.'],
          ['Returns without paper', 'One code on your phone is enough, at any parcel shop.'],
          ['Repairs for everything', 'Also for what you bought years ago, and elsewhere.'],
        ],
        stay: 'You would rather not hear from us? That is all right, one click is enough:',
        leave: 'no more mails',
      }),
    },
    de: {
      subject: 'Es ist eine Weile her',
      preheader: 'Drei Dinge sind neu seit Ihrem letzten Besuch.',
      mjml: mjml('de', {
        title: 'es ist eine Weile her',
        text: 'Seit einem halben Jahr haben wir nichts voneinander gehört. Inzwischen ist einiges geschehen.',
        act: 'Ansehen, was neu ist',
        reasons: [
          ['Heute bestellt, morgen da', 'Was vor 16 Uhr bestellt wird, verlässt uns am selben Tag.'],
          ['Rückgabe ohne Papier', 'Ein Code auf dem Handy genügt, in jedem Paketshop.'],
          ['Reparatur für alles', 'Auch für das, was Sie vor Jahren und anderswo gekauft haben.'],
        ],
        stay: 'Sie möchten lieber nichts mehr von uns hören? Das ist in Ordnung, ein Klick genügt:',
        leave: 'keine Mails mehr',
      }),
    },
  },
};
