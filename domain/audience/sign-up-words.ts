import type { Language } from './unsubscribe-words.ts';

/** What the page says first. `asked` is said whoever asked, and whether or not a mail goes out. */
export type SignUpState =
  | 'form'
  | 'wrongAddress'
  | 'noTopic'
  | 'noConsent'
  | 'asked'
  | 'confirm'
  | 'tick'
  | 'done'
  | 'already'
  | 'invalid';

type Texts = Record<Language, string>;

export const signUpTitles: Record<SignUpState, Texts> = {
  form: { en: 'Subscribe', de: 'Anmelden' },
  wrongAddress: { en: 'Please enter a mail address.', de: 'Bitte geben Sie eine Mailadresse ein.' },
  noTopic: {
    en: 'Please tick what you would like to get.',
    de: 'Bitte setzen Sie ein Häkchen bei dem, was Sie bekommen möchten.',
  },
  noConsent: {
    en: 'Please tick the box beside the consent.',
    de: 'Bitte setzen Sie das Häkchen bei der Einwilligung.',
  },
  asked: {
    en: 'Please look into your mailbox: if this address can be signed up, a mail with a link is on its way. At most one such mail goes out in a day, and five in a month.',
    de: 'Bitte sehen Sie in Ihr Postfach: Wenn sich diese Adresse anmelden lässt, ist eine Mail mit einem Link unterwegs. Höchstens eine solche Mail geht am Tag hinaus, und fünf im Monat.',
  },
  confirm: { en: 'Confirm that you want these mails?', de: 'Bestätigen Sie, dass Sie diese Mails möchten?' },
  tick: {
    en: 'Tick the box if you want these mails. Nothing was changed.',
    de: 'Setzen Sie das Häkchen, wenn Sie diese Mails möchten. Es wurde nichts geändert.',
  },
  done: { en: 'You are subscribed.', de: 'Sie sind angemeldet.' },
  already: {
    en: 'You have confirmed this already. To get no more mails, use the link at the end of one of them.',
    de: 'Das haben Sie schon bestätigt. Wenn Sie keine Mails mehr möchten, nutzen Sie den Link am Ende einer Mail.',
  },
  invalid: {
    en: 'This link is not valid, or it is too old. Nothing was changed. Sign up anew to get another one.',
    de: 'Dieser Link ist nicht gültig oder zu alt. Es wurde nichts geändert. Melden Sie sich neu an, um einen anderen zu bekommen.',
  },
};

export const signUpLabels = {
  email: { en: 'Mail address', de: 'Mailadresse' },
  topics: { en: 'What you would like to get', de: 'Was Sie bekommen möchten' },
  send: { en: 'Subscribe', de: 'Anmelden' },
  empty: { en: 'Leave this field empty', de: 'Lassen Sie dieses Feld leer' },
  want: { en: 'Yes, I want to get these mails.', de: 'Ja, ich möchte diese Mails bekommen.' },
  confirm: { en: 'Confirm', de: 'Bestätigen' },
} satisfies Record<string, Texts>;

export const signUpMailWords = {
  en: {
    subject: 'Please confirm: mails from {{ sender }}',
    greeting: 'Good day,',
    why: 'somebody, probably you, asked for mails from {{ sender }} to this address. Follow the link and confirm it there. It works for {{ days }} days.',
    open: 'Look and confirm',
    otherwise: 'If it was not you, do nothing: without a confirmation no mails come.',
  },
  de: {
    subject: 'Bitte bestätigen: Mails von {{ sender }}',
    greeting: 'Guten Tag,',
    why: 'jemand, vermutlich Sie, möchte Mails von {{ sender }} an diese Adresse. Folgen Sie dem Link und bestätigen Sie es dort. Er gilt {{ days }} Tage.',
    open: 'Ansehen und bestätigen',
    otherwise: 'Wenn Sie es nicht waren, tun Sie nichts: Ohne Bestätigung kommen keine Mails.',
  },
} satisfies Record<Language, Record<string, string>>;
