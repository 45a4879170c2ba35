import type { Action } from '../../../domain/people/authorisation.ts';

type Words = Record<`shell.action.${Action}`, string>;

const en: Words = {
  'shell.action.unsubscribe': 'unsubscribe',
  'shell.action.identify': 'see who you are',
  'shell.action.look': 'see campaigns, runs and profiles',
  'shell.action.prepare': 'prepare a delivery',
  'shell.action.confirm': 'confirm a delivery',
  'shell.action.control': 'pause, resume or stop a delivery',
  'shell.action.stop': 'stop a delivery',
  'shell.action.resend': 'send messages again',
  'shell.action.reassign': 'ask another approver',
  'shell.action.release': 'release an address from quarantine',
  'shell.action.consent': 'record a new consent',
  'shell.action.personalData': 'export or erase a person',
};

const de: Words = {
  'shell.action.unsubscribe': 'sich abzumelden',
  'shell.action.identify': 'zu sehen, wer Sie sind',
  'shell.action.look': 'Versände, Ausführungen und Profile zu sehen',
  'shell.action.prepare': 'einen Versand vorzubereiten',
  'shell.action.confirm': 'einen Versand zu bestätigen',
  'shell.action.control': 'einen Versand anzuhalten, fortzusetzen oder abzubrechen',
  'shell.action.stop': 'einen Versand abzubrechen',
  'shell.action.resend': 'Nachrichten noch einmal zu senden',
  'shell.action.reassign': 'jemand anderen um Bestätigung zu bitten',
  'shell.action.release': 'eine Adresse aus der Quarantäne zu entlassen',
  'shell.action.consent': 'eine neue Einwilligung festzuhalten',
  'shell.action.personalData': 'die Daten einer Person auszugeben oder zu löschen',
};

/** Ends the sentence "Your permissions do not allow you to …". */
export const actionWords = { en, de };
