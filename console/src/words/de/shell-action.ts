import type { Action } from '../../../../domain/people/authorisation.ts';

type Words = Record<`shell.action.${Action}`, string>;

export const words: Words = {
  'shell.action.unsubscribe': 'sich abzumelden',
  'shell.action.viewMail': 'eine Mail im Browser anzusehen',
  'shell.action.signUp': 'sich anzumelden',
  'shell.action.readFeed': 'einen Kalender-Feed zu lesen',
  'shell.action.subscribeCalendar': 'einen Kalender-Feed zu haben',
  'shell.action.identify': 'zu sehen, wer Sie sind',
  'shell.action.look': 'Versände, Ausführungen und Profile zu sehen',
  'shell.action.seeLogs': 'Protokolle mit Adressen zu sehen',
  'shell.action.managePeople': 'Personen einzuladen, zu ändern oder zu entfernen',
  'shell.action.manageMachines': 'Maschinen anzusehen oder zu ändern',
  'shell.action.manageWebhooks': 'Webhooks anzusehen oder zu ändern',
  'shell.action.manageBrand': 'die Marke zu ändern',
  'shell.action.prepare': 'einen Versand vorzubereiten',
  'shell.action.confirm': 'einen Versand zu bestätigen',
  'shell.action.control': 'einen Versand anzuhalten, fortzusetzen oder abzubrechen',
  'shell.action.stop': 'einen Versand abzubrechen',
  'shell.action.resend': 'Nachrichten noch einmal zu senden',
  'shell.action.reassign': 'jemand anderen um Bestätigung zu bitten',
  'shell.action.release': 'eine Adresse aus der Quarantäne zu entlassen',
  'shell.action.consent': 'eine neue Einwilligung festzuhalten',
  'shell.action.suppressions': 'in die Sperrliste zu sehen oder einen Eintrag zu entfernen',
  'shell.action.personalData': 'die Daten einer Person auszugeben oder zu löschen',
  'shell.action.manageAudience': 'eine Liste zu löschen oder zwei Profile zusammenzuführen',
};
