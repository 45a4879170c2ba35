/** What the page says first; `left` and `asksOfTopic` name the topic. */
export type PageState =
  | 'ask'
  | 'asksOfTopic'
  | 'done'
  | 'left'
  | 'saved'
  | 'tick'
  | 'back'
  | 'kept'
  | 'erased'
  | 'tooOld'
  | 'sample'
  | 'invalid';

export type Language = 'en' | 'de';

/** `{{topic}}` is its name in the same language. */
export const titles: Record<PageState, Record<Language, string>> = {
  ask: { en: 'Unsubscribe from these mails?', de: 'Von diesen Mails abmelden?' },
  asksOfTopic: { en: 'Unsubscribe from “{{topic}}”?', de: '„{{topic}}“ abbestellen?' },
  done: { en: 'You are unsubscribed.', de: 'Sie sind abgemeldet.' },
  left: { en: 'You are unsubscribed from “{{topic}}”.', de: 'Sie haben „{{topic}}“ abbestellt.' },
  saved: { en: 'This is saved.', de: 'Das ist gespeichert.' },
  tick: {
    en: 'Tick the box if you want these mails again. Nothing was changed.',
    de: 'Setzen Sie das Häkchen, wenn Sie diese Mails wieder möchten. Es wurde nichts geändert.',
  },
  back: { en: 'You are subscribed again.', de: 'Sie sind wieder angemeldet.' },
  kept: {
    en: 'This link cannot subscribe you again. For new mails, sign up anew or ask the sender.',
    de: 'Dieser Link kann Sie nicht wieder anmelden. Für neue Mails melden Sie sich neu an oder fragen den Absender.',
  },
  erased: {
    en: 'Nothing is kept of you here any more. For new mails, sign up anew.',
    de: 'Von Ihnen ist hier nichts mehr gespeichert. Für neue Mails melden Sie sich neu an.',
  },
  tooOld: {
    en: 'This link is too old, or of an earlier address, and cannot allow that. Use the link of a newer mail. What you refused is saved.',
    de: 'Dieser Link ist zu alt oder von einer früheren Adresse und kann das nicht erlauben. Nutzen Sie den Link einer neueren Mail. Was Sie abgelehnt haben, ist gespeichert.',
  },
  sample: {
    en: 'This link is a sample, and nothing was changed. In the mail that goes out it unsubscribes whoever gets it.',
    de: 'Dieser Link ist ein Muster, und es wurde nichts geändert. In der Mail, die verschickt wird, meldet er ab, wer sie bekommt.',
  },
  invalid: {
    en: 'This link is not valid, or a part of it was lost, and nothing was changed. Open it in the mail itself, use “Unsubscribe” of your mail program, or write to the sender.',
    de: 'Dieser Link ist nicht gültig, oder ein Teil davon ging verloren, und nichts wurde geändert. Öffnen Sie ihn in der Mail selbst, nutzen Sie „Abmelden“ Ihres Mailprogramms oder schreiben Sie dem Absender.',
  },
};

/** What a box of tracking says, which is the proof of what is said by it: of all mails, or of a topic. */
export const trackingLabel = (topic?: Record<Language, string>): Record<Language, string> =>
  topic
    ? {
        en: `The sender may see whether I open mails about “${topic.en}” and click their links.`,
        de: `Der Absender darf sehen, ob ich Mails zu „${topic.de}“ öffne und auf ihre Links klicke.`,
      }
    : labels.tracking;

/** A box of tracking beside those of other topics. */
export const inTopic = ({ en, de }: Record<Language, string>): Record<Language, string> => ({
  en: `In mails about “${en}”`,
  de: `In Mails zu „${de}“`,
});

export const labels = {
  unsubscribe: { en: 'Unsubscribe', de: 'Abmelden' },
  unsubscribeTopic: { en: 'Unsubscribe from “{{topic}}”', de: '„{{topic}}“ abbestellen' },
  all: { en: 'Unsubscribe from all mails', de: 'Von allen Mails abmelden' },
  again: { en: 'Subscribe again', de: 'Wieder anmelden' },
  wantAgain: { en: 'I want to get these mails again.', de: 'Ich möchte diese Mails wieder bekommen.' },
  topics: { en: 'What you get', de: 'Was Sie bekommen' },
  tracking: {
    en: 'The sender may see whether I open these mails and click their links.',
    de: 'Der Absender darf sehen, ob ich diese Mails öffne und auf ihre Links klicke.',
  },
  trackingOfTopics: {
    en: 'May the sender see whether you open mails and click their links?',
    de: 'Darf der Absender sehen, ob Sie Mails öffnen und auf ihre Links klicken?',
  },
  otherMails: {
    en: 'In all mails of which nothing else is said here',
    de: 'In allen Mails, zu denen hier nichts anderes gesagt ist',
  },
  stillComing: {
    en: 'Mails about none of these topics still come. “Unsubscribe from all mails” ends those, too.',
    de: 'Mails, die zu keinem dieser Themen gehören, kommen weiterhin. „Von allen Mails abmelden“ beendet auch diese.',
  },
  save: { en: 'Save', de: 'Speichern' },
  elsewhere: { en: 'left otherwise: sign up anew', de: 'anders abbestellt: melden Sie sich neu an' },
} satisfies Record<string, Record<Language, string>>;
