import type { EventType, StageEvent } from '../model/stage-event.ts';
import type { Webhook } from './webhook.ts';

type Sentences = Record<EventType, string>;

const sentences: Record<Webhook['language'], Sentences> = {
  en: {
    'run.asked': 'waits for confirmation',
    'run.reminded': 'still waits for confirmation',
    'run.approversMissing': 'waits, and nobody is left who could confirm',
    'run.decided': 'was decided',
    'run.changesRequested': 'changes are requested',
    'run.withdrawn': 'a confirmation was taken back',
    'run.preparationBlocked': 'the preparation found something that blocks it',
    'run.expired': 'nobody confirmed in time',
    'run.skipped': 'a start was skipped',
    'run.paused': 'sending is paused',
    'run.braked': 'the emergency brake has paused sending',
    'run.abTestDecided': 'the test is decided, and the rest is sent to',
    'run.stopped': 'was stopped',
    'run.finished': 'is sent',
    'series.missed': 'starts of the series were missed',
    'series.ended': 'the series is over',
  },
  de: {
    'run.asked': 'wartet auf Bestätigung',
    'run.reminded': 'wartet weiter auf Bestätigung',
    'run.approversMissing': 'wartet, und es ist niemand mehr da, der bestätigen könnte',
    'run.decided': 'wurde entschieden',
    'run.changesRequested': 'es werden Änderungen gewünscht',
    'run.withdrawn': 'eine Bestätigung wurde zurückgenommen',
    'run.preparationBlocked': 'die Vorbereitung hat etwas gefunden, das sie verhindert',
    'run.expired': 'niemand hat rechtzeitig bestätigt',
    'run.skipped': 'ein Start wurde ausgelassen',
    'run.paused': 'der Versand ist angehalten',
    'run.braked': 'die Notbremse hat den Versand angehalten',
    'run.abTestDecided': 'der Test ist entschieden, der Rest wird beliefert',
    'run.stopped': 'wurde abgebrochen',
    'run.finished': 'ist versendet',
    'series.missed': 'Starts der Reihe wurden verpasst',
    'series.ended': 'die Reihe ist zu Ende',
  },
};

const words = {
  en: { open: 'Open in Freigabe', tried: 'Freigabe: this is a test.' },
  de: { open: 'In Freigabe öffnen', tried: 'Freigabe: Das ist ein Test.' },
};

/** Who names a campaign mentions nobody in a chat, makes no link there and formats nothing. */
const harmless = (name: string): string =>
  name
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll('&', '＆')
    .replaceAll('@', '＠')
    .replaceAll('://', ': //')
    .replaceAll(/[*_~`|[\]]/g, ' ')
    .slice(0, 100);

/** A sentence, and one link to a page behind the sign-in; null: it is tried. */
export const chatText = (
  language: Webhook['language'],
  about: { event: Pick<StageEvent, 'type'>; campaignName: string } | null,
): string =>
  about
    ? `Freigabe: ${harmless(about.campaignName)} – ${sentences[language][about.event.type]}.`
    : words[language].tried;

/** As each chat takes it: Slack and Google Chat by their link syntax, Teams by an Adaptive Card whose text is no Markdown. */
export const chatBody = ({ kind, language }: Pick<Webhook, 'kind' | 'language'>, text: string, url: string): object => {
  const { open } = words[language];
  if (kind !== 'teams') return { text: `${text}\n<${url}|${open}>` };
  const content = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.4',
    body: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] }],
    actions: [{ type: 'Action.OpenUrl', title: open, url }],
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  };
};
