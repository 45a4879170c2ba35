import { describe, expect, test } from '@jest/globals';
import { setupI18n } from '@lingui/core';
import type { CauseFacts, ProblemCause } from '../../../domain/http/problem-cause.ts';
import { Problem } from '../../../domain/http/problem.ts';
import { problemAnswer } from '../../../lambdas/entry/http-answer.ts';
import { problemOf } from '../../../console/src/shell/api-problem.ts';
import { causeText } from '../../../console/src/shell/cause-text.ts';
import { formatIn } from '../../../console/src/shell/format-in.ts';
import { languages, type Language } from '../../../console/src/shell/languages.ts';
import type { WordKey } from '../../../console/src/shell/word-key.ts';
import { deRefusals } from '../../../console/src/words/de-refusals.ts';
import { deWriting } from '../../../console/src/words/de-writing.ts';
import { de } from '../../../console/src/words/de.ts';
import { enRefusals } from '../../../console/src/words/en-refusals.ts';
import { enWriting } from '../../../console/src/words/en-writing.ts';
import { en } from '../../../console/src/words/en.ts';

const at = '2026-11-24T09:30:00.000Z';

/** What the API sends for each cause; the type is the one that its refusals are built by. */
const sent: CauseFacts = {
  noPermission: { whoMay: 'start-deliveries', action: 'confirm' },
  accountGone: {},
  accountGoneAtProvider: { name: 'Contoso' },
  accountDisabled: {},
  accountNotReady: {},
  providerUnknown: {},
  addressNotOfProvider: {},
  addressUnverified: {},
  passwordNotAllowed: {},
  lastAdministrator: {},
  setByProvider: { name: 'Contoso' },
  signsInByProvider: {},
  personExists: {},
  personGone: {},
  peopleBeingChanged: {},
  onlyPeople: {},
  scopeMissing: { scope: 'figures' },
  machineRevoked: {},
  machineTooFast: { limit: 600, retryAfterSeconds: 30 },
  machineGone: {},
  machineNamed: { name: 'Shop' },
  machinesMovedOn: {},
  tooManyMachines: { limit: 20 },
  webhookGone: {},
  webhookAddress: { fault: 'notHttps' },
  webhookMovedOn: {},
  tooManyWebhooks: { limit: 20 },
  webhookOfChat: {},
  notInvited: {},
  linkOfSomebodyElse: {},
  questionAskedAnew: {},
  runDecided: { by: 'Anna', decision: 'confirm', at },
  deadlinePassed: { at },
  notAwaiting: { state: 'Finished' },
  notAsked: { names: ['Anna', 'Bernd', 'Clara'] },
  notInPolicy: {},
  fourEyes: { policy: 'fourEyes' },
  confirmedByYou: { decision: 'confirm', at },
  warningsUnacknowledged: { missing: ['size', 'sendTimePassed'] },
  nothingToWithdraw: { state: 'Rejected', claimed: 0 },
  sendingBegan: { state: 'Sending', claimed: 1400, at },
  notConfirmedByYou: {},
  nobodyIsAsked: { state: 'Scheduled' },
  approverNotAsked: {},
  approverHasConfirmed: { name: 'Anna' },
  noSuchApprover: {},
  approverAskedAlready: { name: 'Anna' },
  approverIsAuthor: { name: 'Anna' },
  notInThisState: { state: 'Paused', event: 'paused' },
  runMovedOn: {},
  runUnreadable: { runId: 'r1' },
  profileRefused: { rejection: 'tooLarge', bytes: 300_000, most: 256_000 },
  listInUse: { names: ['Spring'], usedBy: 1 },
  segmentUnknown: { names: ['s1'] },
  runUnknown: { names: ['r1'] },
  campaignUnknown: { names: ['c1'] },
  segmentChanged: {},
  tooManySegments: { limit: 500 },
  segmentInUse: { names: ['Spring'], usedBy: 1 },
  segmentNotCounted: { messages: 300_000, limit: 200_000 },
  segmentRunsUnknown: { names: ['r1'] },
  audienceFull: {},
  listBeingImported: {},
  testListTooLong: { limit: 100 },
  runUnderway: { state: 'AwaitingConfirmation', runId: 'r1' },
  testNotWaiting: { state: 'Sending' },
  noSuchVariant: {},
  stillSending: { state: 'Sending' },
  resentAlready: { runId: 'r1' },
  resendUnderway: { state: 'Preparing', runId: 'r1', messages: 14 },
  nothingUnknown: {},
  answersOutstanding: { until: at },
  unknownChanged: { unknown: 12, messages: 14 },
  startPast: { sendAt: at },
  seriesOver: {},
  noSeries: {},
  unaskedForbidden: {},
  seriesNotInThisState: { seriesState: 'paused' },
  seriesEndPast: {},
  notTheNextStart: { sendAt: at },
  tooManySkipped: { limit: 100 },
  seriesMovedOn: {},
  scheduleImpossible: { fields: ['schedule.frequency.time'] },
  nothingPrepared: { state: 'Preparing' },
  notInAudience: {},
  proofsToStrangers: { positions: [2, 5, 7], domains: ['example.com'] },
  proofsOfRunUsedUp: { cap: 1000, left: 3, proofs: 4 },
  proofsOfDayUsedUp: { cap: 2000, left: 0, proofs: 4, until: at, retryAfterSeconds: 60 },
  proofsNotChecked: {},
  proofsHeldBack: { sent: 59, left: 41, retryAfterSeconds: 60 },
  proofsRefused: { sent: 0, left: 1 },
  proofOptedOut: { positions: [2, 5] },
  proofSuppressed: { positions: [2, 5] },
  mailNotRendered: {},
  campaignChanged: {},
  campaignArchived: {},
  campaignHasRuns: {},
  seriesNotEnded: { seriesState: 'armed' },
  topicUnknown: { topic: 'offers', topics: ['newsletter'] },
  csvUnreadable: {},
  csvEmpty: {},
  noAddressColumn: {},
  importGivenUp: { rows: 2000 },
  fileTooLarge: { bytes: 5_000_000, maxBytes: 4_500_000 },
  partsMissing: { parts: [2, 3] },
  uploadGone: {},
  uploadDiffers: { bytes: 12_000_000, announced: 12_000_001 },
  importMovedOn: { importState: 'settling' },
  tooManyRows: { rows: 41_000, writes: 41_000, maxWrites: 30_000 },
  tooManyColumns: { width: 1001, maxWidth: 1000 },
  bytesLost: {},
  badBytes: { lines: [3, 17] },
  encodingUnknown: {},
  encodingUtf32: {},
  headerMissing: {},
  fileIsNoTable: { name: '.xls' },
  fileLocked: {},
  workbookBroken: {},
  workbookUncalculated: { name: 'Kunden' },
  sheetOfLeft: { name: 'Abgemeldet' },
  peopleLeftBelow: { lines: [7] },
  workbookTooLarge: {},
  sheetMissing: { names: ['Customers', 'Old'] },
  columnsMissing: { names: ['Street'] },
  columnsCollide: { names: ['email'] },
  optOutUnclear: { columns: [{ column: 'Opt-in', seen: [{ word: 'no', count: 1400 }] }] },
  noValidAddress: { rows: 2 },
  idsOfOthers: { known: 200, changed: 57 },
  eventsTooFast: { why: 'busy' },
  countTookTooLong: { why: 'tooLong' },
  runNotCounted: {},
  campaignNotCounted: {},
  notInQuarantine: {},
  addressChanged: {},
  notOptedOut: {},
  notSuppressed: {},
  noSuppressionEntry: {},
  personErased: {},
  mailOfErased: {},
  profileMerged: { into: 'p2' },
  mergedIntoItself: {},
  profileBeingImported: {},
  campaignTooLarge: { bytes: 1_455_000, limit: 1_000_000 },
  settingsTooLarge: { bytes: 140_000, limit: 75_000 },
  templateChanged: {},
  templateNamed: { name: 'Spring' },
  tooManyTemplates: { limit: 200 },
  snippetChanged: {},
  snippetNamed: { name: 'footer' },
  snippetBroken: { fault: 'tag {% if %} not closed' },
  snippetInUse: { names: ['Spring'], usedBy: 1 },
  tooManySnippets: { limit: 200 },
  attachmentNameRefused: { name: 'a:b.pdf' },
  attachmentKindRefused: { name: 'a.exe', names: ['pdf', 'txt'] },
  attachmentNotAsNamed: { name: 'a.pdf' },
  attachmentGone: { name: 'a.pdf' },
  attachmentTooLarge: { bytes: 5_000_000, maxBytes: 4_000_000 },
  pictureRefused: {},
  pictureTooLarge: { bytes: 5_000_000, maxBytes: 4_000_000 },
  brandChanged: {},
  logoUnknown: {},
  logoAnimated: {},
};
const causes = Object.entries(sent);

const messages = {
  en: { ...en, ...enWriting, ...enRefusals },
  de: { ...de, ...deWriting, ...deRefusals },
};

const unfilled: string[] = [];
/** Every name that stands in a sentence, for when nobody says its value. */
const names = Object.values(messages)
  .flatMap((words) => Object.values(words))
  .flatMap((sentence) => [...sentence.matchAll(/\{(\w+)/g)].map(([, name = '']) => name));
const variables = Object.fromEntries(
  names.map((name) => [
    name,
    () => {
      unfilled.push(name);
      return '';
    },
  ]),
);

const read = (cause: string, facts: Record<string, unknown>, language: Language) => {
  const i18n = setupI18n({ locale: language, messages, variables });
  return causeText(
    { cause, facts },
    {
      t: i18n.t,
      exists: (key): key is WordKey => Object.hasOwn(i18n.messages, key),
      format: formatIn(language),
    },
  );
};

describe.each([...languages])('a refusal in %s', (language) => {
  test.each(causes)('%s: what is wrong and how to go on, every value put in', (cause, facts) => {
    const { what = '', wayOn = '' } = read(cause, facts, language) ?? {};
    expect(unfilled.splice(0)).toEqual([]);
    for (const sentence of [what, wayOn]) {
      expect(sentence).toMatch(/^\S.*[.!]$/);
      expect(sentence).not.toMatch(/(shell|confirm)\.\w|\{|undefined|T09:30/);
    }
  });
});

test('values are written as the reader writes them', () => {
  expect(read('sendingBegan', sent.sendingBegan, 'en')?.what).toContain('1,400');
  expect(read('sendingBegan', sent.sendingBegan, 'de')?.what).toContain('1.400');
  expect(read('notAsked', sent.notAsked, 'de')?.wayOn).toBe('Bitten Sie Anna, Bernd oder Clara.');
  expect(read('notAwaiting', sent.notAwaiting, 'de')?.what).toContain('Abgeschlossen');
  expect(read('noPermission', sent.noPermission, 'de')).toEqual({
    what: 'Ihre Berechtigungen erlauben es nicht, einen Versand zu bestätigen.',
    wayOn: 'Bitten Sie jemanden mit der Rolle Sendungen starten.',
  });
});

test('a cause that the console does not know, or cannot read, is left to the words of its code', () => {
  expect(read('thoughtOfLater', {}, 'de')).toBeUndefined();
  expect(read('notAwaiting', { state: 'ThoughtOfLater' }, 'de')).toBeUndefined();
});

test('the cause travels in the body of the problem, beside its values', async () => {
  const cause: ProblemCause = 'unknownChanged';
  const { body, statusCode = 0 } = problemAnswer(
    new Problem('conflict', 'Now 12, not 14.', 'Look again.', { cause, ...sent.unknownChanged }),
  );
  const problem = await problemOf(new Response(body ?? '', { status: statusCode }));
  expect(problem).toMatchObject({ code: 'conflict', cause, facts: { unknown: 12, messages: 14 } });
  expect(problemAnswer(new Problem('not-found', 'No.', 'Look.')).body).not.toContain('cause');
});
