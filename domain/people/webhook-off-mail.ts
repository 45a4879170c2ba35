import type { SingleMail } from '../ports/single-mailer.ts';
import { noticeMail } from './notice-mail.ts';
import type { Person } from './people.ts';
import type { Webhook } from './webhook.ts';

const words = {
  en: {
    title: 'The webhook {{ hook }} was switched off',
    greeting: 'Good day {{ name }}, nothing is sent to {{ host }} any more.',
    next: 'It took no message for a day, or said that it is gone for good. Look at its last delivery, mend the other end, try it and switch it on again. What happened meanwhile is not sent later.',
    open: 'Open the webhooks',
  },
  de: {
    title: 'Der Webhook {{ hook }} wurde abgeschaltet',
    greeting: 'Guten Tag {{ name }}, an {{ host }} wird nichts mehr gesendet.',
    next: 'Er hat einen Tag lang keine Nachricht angenommen oder gesagt, dass es ihn nicht mehr gibt. Sehen Sie sich die letzte Zustellung an, bringen Sie die Gegenseite in Ordnung, probieren Sie ihn aus und schalten Sie ihn wieder ein. Was in der Zwischenzeit geschah, wird nicht nachgesendet.',
    open: 'Webhooks öffnen',
  },
};

/** To an administrator, in their language. */
export const webhookOffMail = (
  to: Person,
  { name, host }: Webhook,
  { consoleUrl, from }: { consoleUrl: string; from: string },
): SingleMail =>
  noticeMail(
    to,
    {
      words: words[to.language],
      facts: { hook: name, host },
      quoted: [],
      tone: 'bad',
      link: `${consoleUrl}/webhooks`,
    },
    { from },
  );
