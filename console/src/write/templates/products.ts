import { letterhead, mailOf } from './frame.ts';
import { lookOf, type Look } from './look.ts';
import { accents, type MailIn, type Template } from './template.ts';

type Product = { name: string; text: string; price: string };
type Words = {
  over: string;
  title: string;
  lead: string;
  products: readonly Product[];
  look: string;
  all: string;
  note: string;
};

const card = ({ name, text, price }: Product, look: string): string => `  <mj-column>
    <mj-text mj-class="over" font-size="22px">${price}</mj-text>
    <mj-text padding="0 24px 8px">
      <h2>${name}</h2>
      <p>${text}</p>
      <a href="https://www.example.com/">${look}: ${name}</a>
    </mj-text>
  </mj-column>`;

const row = (cards: readonly Product[], look: Look, ground: 'card' | 'soft', read: string): string =>
  `<mj-section background-color="${look[ground]}" css-class="${ground}" padding="16px 0">
${cards.map((product) => card(product, read)).join('\n')}
</mj-section>`;

const mjml =
  (language: 'en' | 'de', words: Words): MailIn =>
  (brand) => {
    const look = lookOf(language, accents.green, brand);
    return mailOf(
      look,
      `
${letterhead(look)}
<mj-section background-color="${look.card}" css-class="card" border-radius="6px 6px 0 0" padding="16px 0">
  <mj-column>
    <mj-text mj-class="over">${words.over}</mj-text>
    <mj-text><h1>${words.title}</h1></mj-text>
    <mj-text>${words.lead}</mj-text>
  </mj-column>
</mj-section>
${row(words.products.slice(0, 2), look, 'soft', words.look)}
${row(words.products.slice(2, 4), look, 'card', words.look)}
<mj-section background-color="${look.card}" css-class="card" border-radius="0 0 6px 6px" padding="0 0 16px">
  <mj-column>
    <mj-divider />
    <mj-button href="https://www.example.com/">${words.all}</mj-button>
    <mj-text mj-class="small">${words.note}</mj-text>
  </mj-column>
</mj-section>`,
    );
  };

/** Four things with their prices. */
export const products: Template<'products'> = {
  name: 'products',
  version: 2,
  in: {
    en: {
      subject: 'Four things for the balcony',
      preheader: 'Chosen by our gardeners, in stock, with you by the weekend.',
      mjml: mjml('en', {
        over: 'Picked for you',
        title: 'Four things for the balcony',
        lead: '{% if first_name %}For you, {{ first_name }}: our{% else %}Our{% endif %} gardeners chose what grows even where there is little room.',
        products: [
          { name: 'Herb box', text: 'Larch wood, for five plants, with a drawer for water.', price: '£39' },
          { name: 'Climbing beans', text: 'Three old kinds that bear until October.', price: '£6' },
          { name: 'Watering can', text: 'Galvanised, four litres, pours where you aim.', price: '£24' },
          { name: 'Soil without peat', text: 'Twenty litres, made of leaves from the city.', price: '£9' },
        ],
        look: 'Have a look',
        all: 'See everything for the balcony',
        note: 'All prices include VAT; delivery is free from £50 on.',
      }),
    },
    de: {
      subject: 'Vier Dinge für den Balkon',
      preheader: 'Von unseren Gärtnerinnen ausgesucht, vorrätig und bis zum Wochenende bei Ihnen.',
      mjml: mjml('de', {
        over: 'Für Sie ausgesucht',
        title: 'Vier Dinge für den Balkon',
        lead: '{% if first_name %}Für Sie, {{ first_name }}: Unsere{% else %}Unsere{% endif %} Gärtnerinnen haben ausgesucht, was auch auf wenig Platz gedeiht.',
        products: [
          {
            name: 'Kräuterkasten',
            text: 'Lärchenholz, für fünf Pflanzen, mit einer Schublade für Wasser.',
            price: '39 €',
          },
          { name: 'Stangenbohnen', text: 'Drei alte Sorten, die bis in den Oktober tragen.', price: '6 €' },
          { name: 'Gießkanne', text: 'Verzinkt, vier Liter, gießt genau dorthin, wo Sie wollen.', price: '24 €' },
          { name: 'Erde ohne Torf', text: 'Zwanzig Liter, aus dem Laub der Stadt.', price: '9 €' },
        ],
        look: 'Ansehen',
        all: 'Alles für den Balkon ansehen',
        note: 'Alle Preise mit Mehrwertsteuer; ab 50 € liefern wir kostenlos.',
      }),
    },
  },
};
