import type { WhyAnswer } from './api.ts';

type Told = Pick<WhyAnswer, 'cause' | 'detail' | 'campaignName'> & { at: string };
type Sentence = WhyAnswer['sentence'];

const day = (at: string, language: 'en-GB' | 'de-DE'): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(at));

const both = (en: string, de: string, at: string): Sentence => ({
  en: en.replace('{at}', `${day(at, 'en-GB')} UTC`),
  de: de.replace('{at}', `${day(at, 'de-DE')} UTC`),
});

const exclusions: Record<string, { en: string; de: string }> = {
  noAddress: { en: 'there was no address', de: 'es gab keine Adresse' },
  invalidAddress: { en: 'the address cannot be written to', de: 'an die Adresse kann man nicht schreiben' },
  optedOut: { en: 'the person had opted out', de: 'die Person hatte sich abgemeldet' },
  quarantined: { en: 'the address was in quarantine', de: 'die Adresse war in Quarantäne' },
  internationalAddress: {
    en: 'the address has characters before the @ that SES cannot write to',
    de: 'die Adresse hat vor dem @ Zeichen, an die SES nicht schreiben kann',
  },
  suppressed: { en: 'the SES account suppresses the address', de: 'das SES-Konto unterdrückt die Adresse' },
  excludedDomain: { en: 'the campaign excludes its domain', de: 'der Versand schließt ihre Domain aus' },
  controlGroup: { en: 'the person is in the control group', de: 'die Person ist in der Kontrollgruppe' },
  sizeLimit: { en: 'the campaign limits how many get it', de: 'der Versand begrenzt, wie viele sie bekommen' },
  duplicate: {
    en: 'another profile with the same address got the message',
    de: 'ein anderes Profil mit derselben Adresse bekam die Nachricht',
  },
};

const named = (names: Record<string, { en: string; de: string }>, detail: string | null): { en: string; de: string } =>
  names[detail ?? ''] ?? { en: `the rule “${detail ?? ''}” applied`, de: `die Regel „${detail ?? ''}“ griff` };

const sentences: Record<WhyAnswer['cause'], (told: Told) => Sentence> = {
  notInAudience: ({ campaignName, at }) =>
    both(
      `No. The profile was not in the audience of “${campaignName}” when it was prepared.`,
      `Nein. Das Profil war nicht in der Zielgruppe von „${campaignName}“, als vorbereitet wurde.`,
      at,
    ),
  notPrepared: ({ campaignName, at }) =>
    both(`Not yet. “${campaignName}” is not prepared.`, `Noch nicht. „${campaignName}“ ist nicht vorbereitet.`, at),
  excluded: ({ campaignName, detail, at }) => {
    const { en, de } = named(exclusions, detail);
    return both(
      `No. Left out of “${campaignName}” when it was prepared on {at}, because ${en}.`,
      `Nein. Bei der Vorbereitung von „${campaignName}“ am {at} ausgeschlossen, denn ${de}.`,
      at,
    );
  },
  ended: ({ campaignName, detail, at }) =>
    both(
      `No. “${campaignName}” was never sent: it ended as ${detail ?? ''}.`,
      `Nein. „${campaignName}“ wurde nie gesendet: Ende im Zustand ${detail ?? ''}.`,
      at,
    ),
  waiting: ({ campaignName, detail, at }) =>
    both(
      `Not yet. The message of “${campaignName}” waits; the run is in the state ${detail ?? ''}.`,
      `Noch nicht. Die Nachricht von „${campaignName}“ wartet; die Ausführung ist im Zustand ${detail ?? ''}.`,
      at,
    ),
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
  failed: ({ campaignName, detail, at }) =>
    both(
      `No. “${campaignName}” failed on {at}: ${detail ?? ''}.`,
      `Nein. „${campaignName}“ schlug am {at} fehl: ${detail ?? ''}.`,
      at,
    ),
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

/** One sentence in both languages; names of states and reasons stand as the API has them. */
export const whySentence = (told: Told): Sentence => sentences[told.cause](told);
