import type { Action } from '../../../../domain/people/authorisation.ts';

type Words = Record<`shell.action.${Action}`, string>;

/** Ends the sentence "Your permissions do not allow you to …". */
export const words: Words = {
  'shell.action.unsubscribe': 'unsubscribe',
  'shell.action.viewMail': 'view a mail in the browser',
  'shell.action.signUp': 'sign up',
  'shell.action.readFeed': 'read a calendar feed',
  'shell.action.subscribeCalendar': 'have a calendar feed',
  'shell.action.identify': 'see who you are',
  'shell.action.look': 'see campaigns, runs and profiles',
  'shell.action.seeLogs': 'see logs with addresses',
  'shell.action.managePeople': 'invite, change or remove people',
  'shell.action.manageMachines': 'see or change machines',
  'shell.action.manageWebhooks': 'see or change webhooks',
  'shell.action.manageBrand': 'change the brand',
  'shell.action.prepare': 'prepare a delivery',
  'shell.action.confirm': 'confirm a delivery',
  'shell.action.control': 'pause, resume or stop a delivery',
  'shell.action.stop': 'stop a delivery',
  'shell.action.resend': 'send messages again',
  'shell.action.reassign': 'ask another approver',
  'shell.action.release': 'release an address from quarantine',
  'shell.action.consent': 'record a new consent',
  'shell.action.suppressions': 'look into the suppression list or take an entry off it',
  'shell.action.personalData': 'export or erase a person',
  'shell.action.manageAudience': 'delete a list or merge two profiles',
};
