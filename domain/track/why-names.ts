import type { BounceReason } from '../model/profile.ts';
import type { RunState } from '../model/run.ts';

type Name = { en: string; de: string };

const exclusions: Record<string, Name> = {
  noAddress: { en: 'there was no address', de: 'es gab keine Adresse' },
  invalidAddress: { en: 'the address cannot be written to', de: 'an die Adresse kann man nicht schreiben' },
  optedOut: {
    en: 'the person had opted out, with this profile or another of the same address',
    de: 'die Person hatte sich abgemeldet, mit diesem Profil oder einem anderen derselben Adresse',
  },
  quarantined: { en: 'the address was in quarantine', de: 'die Adresse war in Quarantäne' },
  topicLeft: {
    en: 'the address had left the topic of the campaign',
    de: 'die Adresse hatte das Thema des Versands abbestellt',
  },
  suppressionList: {
    en: 'the address or its domain was on the suppression list of the organisation',
    de: 'die Adresse oder ihre Domain stand auf der Sperrliste der Organisation',
  },
  internationalAddress: {
    en: 'the address has characters before the @ that SES cannot write to',
    de: 'die Adresse hat vor dem @ Zeichen, an die SES nicht schreiben kann',
  },
  testProfile: {
    en: 'it is a test profile, and the campaign does not name its list',
    de: 'es ist ein Testprofil, und der Versand nennt dessen Liste nicht',
  },
  suppressed: { en: 'the SES account suppresses the address', de: 'das SES-Konto unterdrückt die Adresse' },
  excludedDomain: { en: 'the campaign excludes its domain', de: 'der Versand schließt ihre Domain aus' },
  fatigue: { en: 'the person gets enough messages already', de: 'die Person bekommt schon genug Nachrichten' },
  controlGroup: { en: 'the person is in the control group', de: 'die Person ist in der Kontrollgruppe' },
  notRenderable: {
    en: 'the mail could not be put together from the data of the person',
    de: 'die Mail ließ sich aus den Daten der Person nicht zusammensetzen',
  },
  timePassed: {
    en: 'the time at which it was meant had passed where the person is',
    de: 'die Zeit, für die sie gemeint war, war dort schon vorbei, wo die Person ist',
  },
  sizeLimit: { en: 'the campaign limits how many get it', de: 'der Versand begrenzt, wie viele sie bekommen' },
  duplicate: {
    en: 'another profile with the same address got the message',
    de: 'ein anderes Profil mit derselben Adresse bekam die Nachricht',
  },
};

const states: Record<RunState, Name> = {
  Preparing: { en: 'preparing', de: 'wird vorbereitet' },
  PreparationFailed: { en: 'preparation failed', de: 'Vorbereitung gescheitert' },
  AwaitingConfirmation: { en: 'awaiting confirmation', de: 'wartet auf Bestätigung' },
  Scheduled: { en: 'scheduled', de: 'geplant' },
  Sending: { en: 'sending', de: 'wird gesendet' },
  Paused: { en: 'paused', de: 'angehalten' },
  Finished: { en: 'finished', de: 'abgeschlossen' },
  Stopped: { en: 'stopped', de: 'abgebrochen' },
  Rejected: { en: 'rejected', de: 'abgelehnt' },
  Expired: { en: 'expired', de: 'abgelaufen' },
  Skipped: { en: 'skipped', de: 'ausgelassen' },
};

const failures: Record<BounceReason | 'rejected' | 'notRenderable', Name> = {
  userUnknown: { en: 'the user is unknown', de: 'der Empfänger ist unbekannt' },
  invalidDomain: { en: 'the domain does not exist', de: 'die Domain gibt es nicht' },
  mailboxFull: { en: 'the mailbox is full', de: 'das Postfach ist voll' },
  accountDisabled: { en: 'the account is disabled', de: 'das Konto ist abgeschaltet' },
  unreachable: { en: 'the server was not reached', de: 'der Server war nicht erreichbar' },
  refused: { en: 'the server refused the message', de: 'der Server wies die Nachricht ab' },
  suppressed: {
    en: 'the address is on the suppression list of SES',
    de: 'die Adresse steht auf der Sperrliste von SES',
  },
  notDefined: { en: 'the server named no reason', de: 'der Server nannte keinen Grund' },
  rejected: { en: 'SES refused the message', de: 'SES wies die Nachricht zurück' },
  notRenderable: {
    en: 'the message could not be put together',
    de: 'die Nachricht ließ sich nicht zusammensetzen',
  },
};

const nameIn = (names: Record<string, Name>, detail: string | null, other: (name: string) => Name): Name =>
  names[detail ?? ''] ?? other(detail ?? '');

const asItIs = (name: string): Name => ({ en: name, de: name });

/** Why preparation left somebody out, as the end of a sentence. */
export const exclusionName = (rule: string | null): Name =>
  nameIn(exclusions, rule, (name) => ({ en: `the rule “${name}” applied`, de: `die Regel „${name}“ griff` }));

/** A state of a run, within quotation marks. */
export const stateName = (state: string | null): Name => nameIn(states, state, asItIs);

/** Why a message failed, as the end of a sentence; a name of SES without words of ours is shown as it came. */
export const failureName = (failure: string | null): Name => nameIn(failures, failure, asItIs);
