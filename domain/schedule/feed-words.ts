import type { RunState } from '../model/run.ts';
import type { CalendarEntry } from './calendar-api.ts';

export type FeedLanguage = 'en' | 'de';

type Words = {
  name: string;
  state: Record<NonNullable<CalendarEntry['state']>, string>;
  run: Record<RunState, string>;
  to: (n: string) => string;
  about: (n: string) => string;
  starts: (n: string) => string;
};

/** What a calendar shows of a send; the words of the states are those of the console. */
export const feedWords: Record<FeedLanguage, Words> = {
  en: {
    name: 'Freigabe',
    state: { draft: 'Draft', armed: 'Series armed', paused: 'Series paused' },
    run: {
      Preparing: 'Preparing',
      PreparationFailed: 'Preparation failed',
      AwaitingConfirmation: 'Awaiting confirmation',
      Scheduled: 'Scheduled',
      Sending: 'Sending',
      Paused: 'Paused',
      Finished: 'Finished',
      Stopped: 'Stopped',
      Rejected: 'Rejected',
      Expired: 'Expired',
      Skipped: 'Skipped',
    },
    to: (n) => `To ${n}.`,
    about: (n) => `To about ${n}, as in the last run.`,
    starts: (n) => `${n} starts on this day.`,
  },
  de: {
    name: 'Freigabe',
    state: { draft: 'Entwurf', armed: 'Reihe aktiv', paused: 'Reihe angehalten' },
    run: {
      Preparing: 'Wird vorbereitet',
      PreparationFailed: 'Vorbereitung gescheitert',
      AwaitingConfirmation: 'Wartet auf Bestätigung',
      Scheduled: 'Geplant',
      Sending: 'Wird gesendet',
      Paused: 'Angehalten',
      Finished: 'Abgeschlossen',
      Stopped: 'Abgebrochen',
      Rejected: 'Abgelehnt',
      Expired: 'Abgelaufen',
      Skipped: 'Ausgelassen',
    },
    to: (n) => `An ${n}.`,
    about: (n) => `An etwa ${n}, wie in der letzten Ausführung.`,
    starts: (n) => `${n} Starts an diesem Tag.`,
  },
};
