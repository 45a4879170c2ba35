import type { WhyAnswer } from './api.ts';
import { exclusionName, failureName, stateName } from './why-names.ts';

type Facts = Pick<WhyAnswer, 'cause' | 'detail' | 'campaignName'> & { at: string };
type Sentence = WhyAnswer['sentence'];

const day = (at: string, language: 'en-GB' | 'de-DE'): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(at));

const both = (en: string, de: string, at: string): Sentence => ({
  en: en.replace('{at}', `${day(at, 'en-GB')} UTC`),
  de: de.replace('{at}', `${day(at, 'de-DE')} UTC`),
});

const sentences: Record<WhyAnswer['cause'], (facts: Facts) => Sentence> = {
  notInAudience: ({ campaignName, at }) =>
    both(
      `No. The profile was not in the audience of “${campaignName}” when it was prepared.`,
      `Nein. Das Profil war nicht in der Zielgruppe von „${campaignName}“, als vorbereitet wurde.`,
      at,
    ),
  forgotten: ({ campaignName, at }) =>
    both(
      `Not known any more. Who was in the audience of “${campaignName}” is deleted; its figures stay.`,
      `Nicht mehr bekannt. Wer zur Zielgruppe von „${campaignName}“ gehörte, ist gelöscht; die Zahlen bleiben.`,
      at,
    ),
  notPrepared: ({ campaignName, at }) =>
    both(`Not yet. “${campaignName}” is not prepared.`, `Noch nicht. „${campaignName}“ ist nicht vorbereitet.`, at),
  excluded: ({ campaignName, detail, at }) => {
    const { en, de } = exclusionName(detail);
    return both(
      `No. Left out of “${campaignName}” when it was prepared on {at}, because ${en}.`,
      `Nein. Bei der Vorbereitung von „${campaignName}“ am {at} ausgeschlossen, denn ${de}.`,
      at,
    );
  },
  ended: ({ campaignName, detail, at }) => {
    const { en, de } = stateName(detail);
    return both(
      `No. “${campaignName}” was never sent: it ended as “${en}”.`,
      `Nein. „${campaignName}“ wurde nie gesendet: Ende im Zustand „${de}“.`,
      at,
    );
  },
  waiting: ({ campaignName, detail, at }) => {
    const { en, de } = stateName(detail);
    return both(
      `Not yet. The message of “${campaignName}” waits; the state of the run is “${en}”.`,
      `Noch nicht. Die Nachricht von „${campaignName}“ wartet; die Ausführung ist im Zustand „${de}“.`,
      at,
    );
  },
  claimed: ({ campaignName, at }) =>
    both(
      `Not yet. The message of “${campaignName}” is being handed over right now.`,
      `Noch nicht. Die Nachricht von „${campaignName}“ wird gerade übergeben.`,
      at,
    ),
  handedOver: ({ campaignName, at }) =>
    both(
      `Not known yet. “${campaignName}” was handed to SES on {at}; the recipient's server has not answered.`,
      `Noch nicht bekannt. „${campaignName}“ wurde am {at} an SES übergeben; der Server des Empfängers hat nicht geantwortet.`,
      at,
    ),
  delivered: ({ campaignName, at }) =>
    both(
      `Yes. The recipient's server accepted “${campaignName}” on {at}.`,
      `Ja. Der Server des Empfängers nahm „${campaignName}“ am {at} an.`,
      at,
    ),
  failed: ({ campaignName, detail, at }) => {
    const { en, de } = failureName(detail);
    return both(
      `No. “${campaignName}” failed on {at}: ${en}.`,
      `Nein. „${campaignName}“ schlug am {at} fehl, Grund: ${de}.`,
      at,
    );
  },
  unknown: ({ campaignName, at }) =>
    both(
      `Not known. A worker died while it handed “${campaignName}” over on {at}; it is never sent again blindly.`,
      `Nicht bekannt. Ein Prozess starb, als er „${campaignName}“ am {at} übergab; es wird nie blind noch einmal gesendet.`,
      at,
    ),
  stopped: ({ campaignName, detail, at }) =>
    detail === 'optedOut'
      ? both(
          `No. The person opted out after “${campaignName}” was confirmed.`,
          `Nein. Die Person meldete sich ab, nachdem „${campaignName}“ bestätigt war.`,
          at,
        )
      : both(
          `No. “${campaignName}” was stopped before this message went out.`,
          `Nein. „${campaignName}“ wurde angehalten, bevor diese Nachricht hinausging.`,
          at,
        ),
};

/** One sentence in both languages. */
export const whySentence = (facts: Facts): Sentence => sentences[facts.cause](facts);
