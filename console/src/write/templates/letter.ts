import { letterhead, mailOf } from './frame.ts';
import { lookOf } from './look.ts';
import { accents, type MailIn, type Template } from './template.ts';

const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('\n      ');

const mjml =
  (language: 'en' | 'de', texts: readonly string[]): MailIn =>
  (brand) => {
    const look = lookOf(language, accents.slate, brand);
    return mailOf(
      look,
      `
${letterhead(look)}
<mj-section background-color="${look.card}" css-class="card" border-radius="6px" padding="24px 0">
  <mj-column>
    <mj-text>
      ${paragraphs(texts)}
    </mj-text>
  </mj-column>
</mj-section>`,
    );
  };

/** A letter: nothing but words. */
export const letter: Template<'letter'> = {
  name: 'letter',
  version: 2,
  in: {
    en: {
      subject: 'A few words about the coming months',
      preheader: 'What we are working on, and what changes for you.',
      mjml: mjml('en', [
        'Dear {{ first_name | default: "reader" }},',
        'the past weeks were busy ones for us, and you will soon notice why. I would like to tell you myself before you read it anywhere else.',
        'From next month on you reach us every day from eight in the morning to eight in the evening. All that you have agreed with us stays as it is.',
        'If something is on your mind, just reply to this mail. I read every answer.',
        'With kind regards<br />Mara Sample',
      ]),
    },
    de: {
      subject: 'Ein paar Worte zu den nächsten Monaten',
      preheader: 'Woran wir arbeiten und was sich für Sie ändert.',
      mjml: mjml('de', [
        'Guten Tag{% if first_name %} {{ first_name }}{% endif %},',
        'die vergangenen Wochen waren arbeitsreich, und bald werden Sie merken, warum. Ich möchte es Ihnen selbst sagen, bevor Sie es anderswo lesen.',
        'Vom nächsten Monat an erreichen Sie uns täglich von acht bis zwanzig Uhr. Alles, was Sie mit uns vereinbart haben, bleibt, wie es ist.',
        'Wenn Ihnen etwas am Herzen liegt, antworten Sie einfach auf diese Mail. Ich lese jede Antwort.',
        'Mit freundlichen Grüßen<br />Mara Muster',
      ]),
    },
  },
};
