import type { Campaign } from './campaign.ts';
import type { ConfirmationLink } from './confirmation-link.ts';
import type { Counters, Figures } from './figures.ts';
import type { ChunkTally, Group } from './ledger.ts';
import type { MessageRow } from './message.ts';
import type { Page, PageQuery } from './page.ts';
import type { Actor, Person, Role } from './people.ts';
import type { AddressStanding, ListSummary, Profile } from './profile.ts';
import type { Run } from './run.ts';

/** Milliseconds since the epoch. */
export type Clock = () => number;

export type Campaigns = {
  get(id: string): Promise<Campaign | undefined>;
  /** Newest first. */
  list(query: PageQuery): Promise<Page<Campaign>>;
  create(campaign: Campaign): Promise<void>;
  /** Replaces version − 1. @throws Problem `conflict` when somebody else edited it meanwhile */
  replace(campaign: Campaign): Promise<void>;
};

export type Runs = {
  get(id: string): Promise<Run | undefined>;
  /** Newest first. */
  ofCampaign(campaignId: string, limit: number): Promise<Run[]>;
  /** False when a run of that id exists already (a launcher that fired twice). */
  create(run: Run): Promise<boolean>;
  /** Replaces version − 1. @throws Problem `conflict` when the run moved meanwhile */
  replace(run: Run): Promise<void>;
  /** Ids of all runs that have not ended. */
  open(): Promise<string[]>;
};

/** Who did what to a run; append-only, never with addresses of recipients or tokens. */
export type AuditEntry = {
  at: string;
  runId: string;
  what: string;
  by: Person | null;
  facts?: Record<string, string | number>;
};
export type Audit = { append(entry: AuditEntry): Promise<void>; ofRun(runId: string): Promise<AuditEntry[]> };

export type People = {
  /** Everybody who holds a role. */
  holding(role: Role): Promise<Person[]>;
  /** Completes what the access token says with name and address. */
  actor(claims: { sub: string; username: string; groups: string[] }): Promise<Actor>;
};

/** The frozen objects and uploads. Keys are never written twice. */
export type ContentStore = {
  put(key: string, body: string): Promise<void>;
  get(key: string): Promise<string | undefined>;
};

/** Mailed links: `create` answers the 256-bit id, which is nowhere kept in the clear. */
export type Links = {
  create(link: ConfirmationLink): Promise<string>;
  get(linkId: string): Promise<ConfirmationLink | undefined>;
};

/** The gates at which a machine waits for somebody: the task token of each run, encrypted at rest. */
export type Gates = {
  keep(runId: string, taskToken: string): Promise<void>;
  /** Wakes the machine of a run, if it waits; a token that is closed already is no error. */
  answer(runId: string): Promise<void>;
};

/** Starts the machine of a run. */
export type Machine = {
  /** An execution of that name that runs or ran already counts as started. */
  start(name: string, runId: string): Promise<void>;
};

/** One-time starts of the future, under deterministic names; setting one again replaces it. */
export type Timers = {
  set(name: string, at: string, target: 'launchRun' | 'closeOverdue', input: Record<string, string>): Promise<void>;
  cancel(name: string): Promise<void>;
};

/** Mail that is single: approvals, reminders, proofs (SES v1 SendRawEmail). */
export type SingleMail = {
  from: { name: string; address: string };
  to: string;
  subject: string;
  html: string;
  text: string;
  headers?: Record<string, string>;
};
export type SingleMailer = { send(mail: SingleMail): Promise<void> };

/** One SES call for a group. Values of `data` are inserted unescaped. */
export type GroupMail = {
  from: { name: string; address: string };
  replyTo: string | null;
  skeleton: { subject: string; html: string; text: string };
  entries: {
    number: number;
    address: string;
    data: Record<string, string>;
    headers: Record<string, string>;
    tags: Record<string, string>;
  }[];
};

/** What SES said of one entry. `released`: nothing went out and nothing is wrong with it; a later group takes it. */
export type EntryOutcome =
  | { number: number; kind: 'handedOver'; sesMessageId: string }
  | { number: number; kind: 'refused'; reason: string }
  | { number: number; kind: 'released' };

/** Why the next group has to wait: the rate, the day's quota, or something that only a person can mend. */
export type Halt = { kind: 'throttled' } | { kind: 'quota' } | { kind: 'account'; reason: string };

/** What SES said of a call. `unknown`: no definite answer, so nobody in it may be sent to again. */
export type GroupOutcome = { kind: 'answered'; entries: EntryOutcome[]; halt?: Halt } | { kind: 'unknown' };

export type GroupMailer = { send(mail: GroupMail): Promise<GroupOutcome> };

/** SES account limits: messages per second and per rolling 24 hours. */
export type Quota = { perSecond: number; per24Hours: number; sentLast24Hours: number };
export type SesAccount = { quota(): Promise<Quota>; isVerified(address: string): Promise<boolean> };

export type Profiles = {
  get(id: string): Promise<Profile | undefined>;
  getMany(ids: string[]): Promise<Profile[]>;
  findByAddress(addressKey: string): Promise<Profile[]>;
  /** Every profile of a list, in batches, in an order that does not change between two calls. */
  ofList(list: string): AsyncIterable<Profile[]>;
  put(profiles: Profile[]): Promise<void>;
  standing(addressKey: string): Promise<AddressStanding | undefined>;
  putStandings(standings: AddressStanding[]): Promise<void>;
  /** Keys of all quarantined addresses. */
  quarantined(): Promise<Set<string>>;
  /** Marks the profile and writes the opt-out into the feed that running sends read. Doing it again changes nothing. */
  optOut(id: string, at: string, source: 'oneClick' | 'page' | 'complaint'): Promise<void>;
  optIn(id: string): Promise<void>;
  /** Ids of profiles that opted out between `since` and `until` (ISO UTC). */
  optedOutSince(since: string, until: string): Promise<Set<string>>;
};

export type Lists = { put(summary: ListSummary): Promise<void>; all(): Promise<ListSummary[]> };

/** Responsive HTML from MJML; `problem` says in one line what is wrong with the source. */
export type HtmlCompiler = { compile(mjml: string): Promise<{ html: string } | { problem: string }> };

export type Ledger = {
  /** Claims a group. False when it, or another one from the same number, exists already. */
  claim(group: Group): Promise<boolean>;
  /** Closes it on the condition that this attempt still holds it open. */
  close(group: Group): Promise<void>;
  ofChunk(runId: string, chunk: number): Promise<Group[]>;
  putTally(runId: string, tally: ChunkTally): Promise<void>;
  tallies(runId: string): Promise<ChunkTally[]>;
};

/** Leases of the account-wide sending rate, one item for each second. */
export type RateLeases = {
  /**
   * Takes `tokens` of the second that begins at `second` (epoch seconds) if `perSecond` allows.
   * Answers how many of that second were taken before, or undefined when it has no room.
   */
  take(second: number, tokens: number, perSecond: number): Promise<number | undefined>;
};

/** A line of the tracking log; `id` is made from the event itself, so that a repeat lands on the same line. */
export type TrackedEvent = {
  id: string;
  runId: string;
  number: number;
  profileId: string;
  address: string;
  kind: 'delivery' | 'bounce' | 'complaint' | 'reject' | 'delay' | 'open' | 'click' | 'unsubscribe';
  at: string;
  link?: string;
  actorClass?: 'human' | 'machine' | 'unknown';
  rule?: string;
};

/** All rows and counters that one batch of events moves: one transaction, all or nothing. */
export type FactsCommit = {
  runId: string;
  rows: { row: MessageRow; expectedVersion: number }[];
  events: TrackedEvent[];
  delta: Counters;
};

export type Messages = {
  rows(ids: { runId: string; number: number }[]): Promise<MessageRow[]>;
  /** Which of these tracking-log lines exist already, as `number#id`. */
  knownEvents(events: TrackedEvent[]): Promise<Set<string>>;
  /** False when a row moved meanwhile: read again and decide anew. */
  commit(commit: FactsCommit): Promise<boolean>;
  rowsOfChunk(runId: string, chunk: number): Promise<MessageRow[]>;
  eventsOfRun(runId: string, chunks: number, query: PageQuery): Promise<Page<TrackedEvent>>;
  /** Messages of one profile, newest run first. */
  ofProfile(profileId: string, query: PageQuery): Promise<Page<MessageRow>>;
};

export type Kpis = {
  counters(runId: string): Promise<Counters>;
  /** Adds to the counters outside of any event: only "Compute stats" does. */
  adjust(runId: string, delta: Counters): Promise<void>;
  markChanged(runId: string): Promise<void>;
  changed(): Promise<{ runId: string; mark: string }[]>;
  /** Forgets the mark unless the run was marked again meanwhile. */
  clearChanged(runId: string, mark: string): Promise<void>;
  publish(figures: Figures): Promise<void>;
  latest(runId: string): Promise<Figures | undefined>;
  series(runId: string): Promise<Figures[]>;
};
