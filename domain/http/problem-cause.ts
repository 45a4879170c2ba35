import type { MachineScope } from '../people/machine-scope.ts';
import type { Role } from '../people/people.ts';
import type { Rejection } from '../model/profile-import.ts';
import type { Acknowledgement, Decision, RunState } from '../model/run.ts';
import type { SeriesLife } from '../model/series-life.ts';

/** No value that a sentence needs. */
type Nothing = Record<string, unknown>;
type InState = { state: RunState };

/** A column of a file, and how often it has which value. */
export type SeenColumn = { column: string; seen: { word: string; count: number }[] };

/**
 * The particulars of a refusal that a person can meet, each with the values that its sentence needs. The console
 * has words for every one of them in each language; part of the contract, so names are added, never reused.
 * A code that has one refusal only and needs no value says it all by itself, and has no cause.
 */
export type CauseFacts = {
  noPermission: { whoMay: Role; action: string };
  accountGone: Nothing;
  accountGoneAtProvider: { name: string };
  accountDisabled: Nothing;
  accountNotReady: Nothing;
  providerUnknown: Nothing;
  addressNotOfProvider: Nothing;
  addressUnverified: Nothing;
  passwordNotAllowed: Nothing;
  lastAdministrator: Nothing;
  setByProvider: { name: string };
  signsInByProvider: Nothing;
  personExists: Nothing;
  personGone: Nothing;
  peopleBeingChanged: Nothing;
  onlyPeople: Nothing;
  scopeMissing: { scope: MachineScope };
  machineRevoked: Nothing;
  machineTooFast: { limit: number; retryAfterSeconds: number };
  machineGone: Nothing;
  machineNamed: { name: string };
  machinesMovedOn: Nothing;
  tooManyMachines: { limit: number };
  webhookGone: Nothing;
  webhookAddress: { fault: string };
  webhookMovedOn: Nothing;
  tooManyWebhooks: { limit: number };
  webhookOfChat: Nothing;
  notInvited: Nothing;
  linkOfSomebodyElse: Nothing;
  questionAskedAnew: Nothing;
  runDecided: { by: string; decision: Decision['decision']; at: string };
  deadlinePassed: { at: string };
  notAwaiting: InState;
  notAsked: { names: readonly string[] };
  notInPolicy: Nothing;
  fourEyes: { policy: 'fourEyes' };
  confirmedByYou: { decision: 'confirm'; at: string };
  warningsUnacknowledged: { missing: readonly Acknowledgement[] };
  nothingToWithdraw: InState & { claimed: number };
  sendingBegan: InState & { claimed: number; at: string };
  notConfirmedByYou: Nothing;
  nobodyIsAsked: InState;
  approverNotAsked: Nothing;
  approverHasConfirmed: { name: string };
  noSuchApprover: Nothing;
  approverAskedAlready: { name: string };
  approverIsAuthor: { name: string };
  notInThisState: InState & { event: string };
  runMovedOn: Nothing;
  runUnreadable: { runId: string };
  runUnderway: InState & { runId: string };
  stillSending: InState;
  testNotWaiting: InState;
  noSuchVariant: Nothing;
  resentAlready: { runId: string };
  resendUnderway: InState & { runId: string; messages: number };
  nothingUnknown: Nothing;
  answersOutstanding: { until: string };
  unknownChanged: { unknown: number; messages: number };
  startPast: { sendAt: string };
  seriesOver: Nothing;
  noSeries: Nothing;
  unaskedForbidden: Nothing;
  seriesNotInThisState: { seriesState: SeriesLife['state'] };
  seriesEndPast: Nothing;
  notTheNextStart: { sendAt: string };
  tooManySkipped: { limit: number };
  seriesMovedOn: Nothing;
  scheduleImpossible: { fields: readonly string[] };
  nothingPrepared: InState;
  notInAudience: Nothing;
  proofsToStrangers: { positions: readonly number[]; domains: readonly string[] };
  proofsOfRunUsedUp: { cap: number; left: number; proofs: number };
  proofsOfDayUsedUp: { cap: number; left: number; proofs: number; until: string; retryAfterSeconds: number };
  proofsNotChecked: Nothing;
  proofsHeldBack: { sent: number; left: number; retryAfterSeconds: number };
  proofsRefused: { sent: number; left: number };
  proofOptedOut: { positions: readonly number[] };
  proofSuppressed: { positions: readonly number[] };
  mailNotRendered: Nothing;
  campaignChanged: Nothing;
  campaignArchived: Nothing;
  campaignHasRuns: Nothing;
  seriesNotEnded: { seriesState: SeriesLife['state'] };
  topicUnknown: { topic: string; topics: readonly string[] };
  csvUnreadable: Nothing;
  csvEmpty: Nothing;
  noAddressColumn: Nothing;
  importGivenUp: { rows: number };
  fileTooLarge: { bytes: number; maxBytes: number };
  partsMissing: { parts: readonly number[] };
  uploadGone: Nothing;
  uploadDiffers: { bytes: number; announced: number };
  importMovedOn: { importState: string };
  tooManyRows: { rows: number; writes: number; maxWrites: number };
  tooManyColumns: { width: number; maxWidth: number };
  bytesLost: Nothing;
  badBytes: { lines: readonly number[] };
  encodingUnknown: Nothing;
  encodingUtf32: Nothing;
  headerMissing: Nothing;
  fileIsNoTable: { name: string };
  fileLocked: Nothing;
  workbookBroken: Nothing;
  workbookUncalculated: { name: string };
  sheetOfLeft: { name: string };
  peopleLeftBelow: { lines: readonly number[] };
  workbookTooLarge: Nothing;
  sheetMissing: { names: readonly string[] };
  columnsMissing: { names: readonly string[] };
  columnsCollide: { names: readonly string[] };
  optOutUnclear: { columns: readonly SeenColumn[] };
  noValidAddress: { rows: number };
  idsOfOthers: { known: number; changed: number };
  eventsTooFast: { why: 'busy' };
  countTookTooLong: { why: 'tooLong' };
  runNotCounted: Nothing;
  campaignNotCounted: Nothing;
  notInQuarantine: Nothing;
  addressChanged: Nothing;
  notOptedOut: Nothing;
  notSuppressed: Nothing;
  noSuppressionEntry: Nothing;
  personErased: Nothing;
  mailOfErased: Nothing;
  profileMerged: { into: string };
  mergedIntoItself: Nothing;
  profileBeingImported: Nothing;
  profileRefused: Nothing & { rejection: Rejection['code'] };
  segmentUnknown: { names: readonly string[] };
  runUnknown: { names: readonly string[] };
  campaignUnknown: { names: readonly string[] };
  segmentChanged: Nothing;
  tooManySegments: { limit: number };
  segmentInUse: { names: readonly string[]; usedBy: number };
  segmentNotCounted: { messages: number; limit: number };
  segmentRunsUnknown: { names: readonly string[] };
  audienceFull: Nothing;
  listInUse: { names: readonly string[]; usedBy: number };
  listBeingImported: Nothing;
  testListTooLong: { limit: number };
  campaignTooLarge: { bytes: number; limit: number };
  settingsTooLarge: { bytes: number; limit: number };
  templateChanged: Nothing;
  templateNamed: { name: string };
  tooManyTemplates: { limit: number };
  snippetChanged: Nothing;
  snippetNamed: { name: string };
  snippetBroken: { fault: string };
  snippetInUse: { names: readonly string[]; usedBy: number };
  tooManySnippets: { limit: number };
  attachmentNameRefused: { name: string };
  attachmentKindRefused: { name: string; names: readonly string[] };
  attachmentNotAsNamed: { name: string };
  attachmentGone: { name: string };
  attachmentTooLarge: { bytes: number; maxBytes: number };
  pictureRefused: Nothing;
  pictureTooLarge: { bytes: number; maxBytes: number };
  brandChanged: Nothing;
  logoUnknown: Nothing;
  logoAnimated: Nothing;
};

export type ProblemCause = keyof CauseFacts;

/** A cause together with its values: one without the other does not compile. */
export type Particular = { [C in ProblemCause]: { cause: C } & CauseFacts[C] }[ProblemCause];

/** Of those, why what mails are made of is refused. */
export type ContentCause = Extract<
  ProblemCause,
  `${'attachment' | 'picture' | 'brand' | 'logo' | 'template' | 'snippet' | 'tooManyTemplates' | 'tooManySnippets'}${string}`
>;

/** Of those, why a file of people is refused. */
export type FileCause = Extract<
  ProblemCause,
  `${'csv' | 'file' | 'workbook' | 'sheet' | 'columns' | 'tooManyRows' | 'tooManyColumns' | 'bytesLost' | 'badBytes' | 'encoding' | 'header' | 'peopleLeft' | 'noAddressColumn' | 'noValidAddress' | 'idsOfOthers' | 'optOutUnclear' | 'parts' | 'upload' | 'import'}${string}`
>;
