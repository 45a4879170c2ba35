import type { Check } from '../model/preparation.ts';
import type { Run } from '../model/run.ts';
import type { SingleMail } from '../ports/single-mailer.ts';
import { noticeMail } from './notice-mail.ts';
import type { Person } from './people.ts';
import type { RunNotice } from './run-notice.ts';
import type { Sent } from './sent.ts';

type Language = Person['language'];

type Values = Readonly<Record<string, string | number>>;
/** A sentence of the console with its values. Undefined: it has none of this key. */
type Say = (key: string, values: Values) => string | undefined;
/** The words of the console, in each language. */
export type ConsoleWords = Record<Language, Say>;

const own = {
  en: {
    locale: 'en-GB',
    greeting: 'Good day {{ name }}, this is about {{ campaign }}.',
    open: 'Open the run',
    sent: (n: Record<keyof Sent | 'toDeliver', string>): string =>
      `${n.toDeliver} to deliver: ${n.handedOver} handed over to SES, ${n.refused} refused, ${n.unknown} unknown, ${n.optedOut} opted out after the confirmation.`,
  },
  de: {
    locale: 'de-DE',
    greeting: 'Guten Tag {{ name }}, es geht um {{ campaign }}.',
    open: 'Ausführung öffnen',
    sent: (n: Record<keyof Sent | 'toDeliver', string>): string =>
      `${n.toDeliver} zu senden: ${n.handedOver} an SES übergeben, ${n.refused} zurückgewiesen, ${n.unknown} unbekannt, ${n.optedOut} nach der Bestätigung abgemeldet.`,
  },
};

const zoneOf = ({ schedule }: Run): string => ('zone' in schedule ? schedule.zone : 'UTC');

const moment = (at: string, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(at));

type Fact = Check['facts'][string];

/** Of a fact that is a time: times are kept as ISO 8601 in UTC. */
const isInstant = (fact: Fact): fact is string => typeof fact === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(fact);

const factIn =
  (locale: string, zone: string) =>
  (fact: Fact): string => {
    if (isInstant(fact)) return moment(fact, locale, zone);
    const texts = [fact]
      .flat()
      .map((one) => (typeof one === 'number' ? new Intl.NumberFormat(locale).format(one) : one));
    return texts.join(', ');
  };

/** The lists of which a sentence names one (console/src/prepare/check-text.ts). */
const lists = ['unknown', 'places', 'missing', 'present', 'off'];

/** What a check found, as the page says it. */
const checkText = ({ code, facts }: Check, say: Say, locale: string): string => {
  const zone = typeof facts['zone'] === 'string' ? facts['zone'] : 'UTC';
  const text = factIn(locale, zone);
  const values = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, text(fact)]));
  const { starts = '', ends = '' } = values;
  const hours = starts === ends ? starts : (say('prepare.check.sendWindow.hours', { starts, ends }) ?? '');
  const missing = [facts['missing'] ?? []].flat().map(String);
  const parts = missing.map((part) => say(`prepare.part.${part}`, {}) ?? part).join(', ');
  const names = lists.map((name) => values[name]).find((named) => named !== undefined && named !== '') ?? '';
  return say(`prepare.check.${code}.wrong`, { names, hours, parts, ...values }) ?? code;
};

const quotedOf = (run: Run, sent: Sent | undefined, words: ConsoleWords, language: Language): string[] => {
  const { locale, sent: sentence } = own[language];
  const number = (n: number): string => new Intl.NumberFormat(locale).format(n);
  if (run.state === 'PreparationFailed')
    return run.checks
      .filter(({ verdict }) => verdict === 'blocking')
      .map((check) => checkText(check, words[language], locale));
  // What SES said stays in its own language.
  if (run.state === 'Paused') return run.pauseReason === undefined ? [] : [run.pauseReason];
  if (run.state !== 'Finished' || !sent) return [];
  const { handedOver, refused, unknown, optedOut } = sent;
  return [
    sentence({
      toDeliver: number(run.preparation.counts.toDeliver),
      handedOver: number(handedOver),
      refused: number(refused),
      unknown: number(unknown),
      optedOut: number(optedOut),
    }),
  ];
};

/** One link, the words of the console, the language of the person; no address but theirs. */
export const runNoticeMail = (
  to: Person,
  told: { run: Run; notice: RunNotice; sent?: Sent | undefined },
  place: { words: ConsoleWords; consoleUrl: string; from: string },
): SingleMail => {
  const { run, notice, sent } = told;
  const { locale, greeting, open } = own[to.language];
  const say = place.words[to.language];
  const values: Record<string, string | number> = { ...notice.values };
  for (const [name, at] of Object.entries(notice.times)) values[name] = moment(at, locale, zoneOf(run));
  const said = (key: string): string => say(key, values) ?? key;
  const mail = noticeMail(
    to,
    {
      words: { title: '{{ campaign }}: {{ said }}', greeting, next: '{{ next }}', open },
      facts: { campaign: run.campaignName, said: said(notice.title), next: said(notice.next) },
      quoted: quotedOf(run, sent, place.words, to.language),
      tone: notice.tone,
      link: `${place.consoleUrl}/runs/${run.id}`,
    },
    { from: place.from },
  );
  return { ...mail, about: { runId: run.id, mail: 'notice', sub: to.sub } };
};
