import * as z from 'zod';
import { AbResult } from './ab-test.ts';
import { ImportSnapshot } from './import-snapshot.ts';
import { campaignBlocks } from './campaign-blocks.ts';
import { AudienceFilter } from './audience-filter.ts';
import { ReleaseLimits } from './check-limits.ts';
import { Person } from '../people/people.ts';
import { Check, Counts, Preparation } from './preparation.ts';
import { Schedule } from './schedule.ts';
import { Unpublished } from './stage-event.ts';
import { OccurrenceId } from '../calendar/occurrence-id.ts';
import { TopicId } from './topics.ts';
import { WaveUnderway } from './waves.ts';
import { StopCause } from './stop-cause.ts';

/** What an approver has to say that they know: the warnings of the checks, and that the send time is past. */
export const Acknowledgement = z.enum([...Check.shape.code.options, 'sendTimePassed']);
export type Acknowledgement = z.infer<typeof Acknowledgement>;

export const Decision = z
  .object({
    /** `requestChanges` ends the run as `reject` does; it says that another version is wanted. */
    decision: z.enum(['confirm', 'reject', 'requestChanges']),
    manifestHash: z.string(),
    reason: z.string().optional(),
    acknowledged: z.array(Acknowledgement).default([]),
    by: Person,
    at: z.iso.datetime(),
    /** `link`: by the mailed link; `console`: by the button of the run. */
    via: z.enum(['link', 'console']),
  })
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof Decision>;

/** Those who are asked and could sign in are too few to confirm a run: somebody was removed, disabled or taken out of a group. */
export const ApproversMissing = z
  .object({
    since: z.iso.datetime(),
    /** So many more people are needed than are left. */
    needed: z.int().min(1),
    /** Who holds Start deliveries, would count and is not asked yet: a part can be given to them. */
    canTake: z.array(Person),
  })
  .meta({ id: 'ApproversMissing' });
export type ApproversMissing = z.infer<typeof ApproversMissing>;

/** The open question to the approvers. */
export const Gate = z.object({
  requestedAt: z.iso.datetime(),
  /** Nobody can confirm at or after this instant. */
  deadline: z.iso.datetime(),
  approvers: z.array(Person),
  /** How many of the approvers could not be mailed; they can still confirm in the console. */
  notMailed: z.int().min(0),
  /** Percents of the time at which reminders went out. */
  reminded: z.array(z.int()).default([]),
  /** The policy's further group was asked too. */
  escalated: z.boolean().default(false),
  /** Subs of those whose part somebody else took over. */
  relieved: z.array(z.string()).default([]),
  /** Subs of those who took the part of somebody else over, whether or not the policy means them. */
  standIns: z.array(z.string()).optional(),
  /** Absent: enough people are left. */
  missing: ApproversMissing.optional(),
});
export type Gate = z.infer<typeof Gate>;

/** What a run sends again: messages of an earlier run of which nobody knows whether they went out. */
export const Resend = z.object({
  runId: z.string(),
  /** How many there were for whoever asked for it. */
  messages: z.int().min(1),
  /** Raised when an earlier resend of the same run ended before it sent anything. */
  round: z.int().min(0),
});
export type Resend = z.infer<typeof Resend>;

/** The run that sends the unknown messages of this one again, or was to: the last one. */
const resentAs = z.string().optional();

const Base = z.object({
  id: z.string(),
  campaignId: z.string(),
  campaignVersion: z.int(),
  campaignName: z.string(),
  /** Empty: all stored profiles that the filter means. */
  list: z.string(),
  filter: AudienceFilter.optional(),
  /** What it is about, for whoever left that topic; absent: about nothing that can be left by itself. */
  topic: TopicId.optional(),
  createdAt: z.iso.datetime(),
  requestedBy: Person,
  /** Who last edited the campaign before this run. */
  editedBy: Person.optional(),
  /** Everybody who changed what it sends since that was last confirmed. Absent of runs that were stored before. */
  authors: z.array(Person).optional(),
  schedule: Schedule,
  /** False: it is sent by the confirmation of an earlier run of its series. */
  requestConfirmation: z.boolean(),
  /** With its confirmation the runs that follow in its series are sent without asking. */
  releasesSeries: z.boolean().optional(),
  /** What its confirmation holds those runs to, as it was frozen. */
  releaseLimits: ReleaseLimits.optional(),
  /** Planned start of a scheduled or recurring run, UTC. Absent: as soon as it is confirmed. */
  sendAt: z.iso.datetime().optional(),
  /** The start that was due and was not made in time: because of it the run asks before it sends, even if it had been confirmed. */
  missedStart: z.iso.datetime().optional(),
  /** The start of its series that it is the run of. Absent: of none; or it was stored before, and tells it by its planned time. */
  start: z.iso.datetime().optional(),
  /** The same as the planned time, which names it whatever the rules of its zone become. Absent: it was stored before. */
  occurrence: OccurrenceId.optional(),
  /** Somebody prepared it besides the starts of its series. */
  isBesides: z.literal(true).optional(),
  /** Of one that was skipped because it was missed: how many starts were, with it. Absent: one. */
  missedStarts: z.int().min(1).optional(),
  resendOf: Resend.optional(),
  /** What happened to it and is not on the bus of the stage yet; published and taken out each minute. */
  unpublished: z.array(Unpublished).optional(),
  /** Raised by each transition; every write is conditional on it. */
  version: z.int().min(1),
});

const Prepared = Base.extend({
  preparation: Preparation,
  /** Confirmations in force, in their order; the last one that is needed moves the run. */
  approvals: z.array(Decision).default([]),
  /** Raised when a withdrawn confirmation, or a start that was missed, opens the question anew: older links are dead. */
  round: z.int().min(1).default(1),
});
/** A run whose messages may go out: confirmed, or one that needs no confirmation. */
const Released = Prepared.extend({ gate: Gate.optional(), decision: Decision.optional(), startAt: z.iso.datetime() });
const Started = Released.extend({
  sendingStartedAt: z.iso.datetime(),
  /** Of a run whose people are spread over waves. */
  wave: WaveUnderway.optional(),
  /** What its test came to; absent: it has none, or it is not decided. */
  abTest: AbResult.optional(),
});

/** A preparation that ran out of time: where the next step goes on, once. */
export const PreparationLeft = z.object({
  /** Key prefix of the attempt, and the number of its checkpoint (`leg` as stored). */
  prefix: z.string(),
  leg: z.int().min(1),
  /** The imports that counted when the attempt began. */
  imports: ImportSnapshot,
  begunAt: z.iso.datetime(),
});
export type PreparationLeft = z.infer<typeof PreparationLeft>;

export const Preparing = Base.extend({
  state: z.literal('Preparing'),
  /** One that was left in another form begins anew. */
  left: PreparationLeft.optional().catch(undefined),
});
export const PreparationFailed = Base.extend({
  state: z.literal('PreparationFailed'),
  failedAt: z.iso.datetime(),
  checks: z.array(Check),
  counts: Counts.optional(),
});
export const AwaitingConfirmation = Prepared.extend({
  state: z.literal('AwaitingConfirmation'),
  gate: Gate.optional(),
  /** When the question began, or began anew. */
  since: z.iso.datetime().optional(),
  /** Same as `gate.deadline`, known before the approvers are asked. */
  deadline: z.iso.datetime(),
});
export const Scheduled = Released.extend({ state: z.literal('Scheduled') });
/** What the emergency brake pauses a run for, each a question of its own. */
export const BrakeCause = z.enum(['bounceRatio', 'complaintRatio', 'refusalRatio']);
export type BrakeCause = z.infer<typeof BrakeCause>;
/** What only a person can mend or answer for, and for which a run pauses by itself. */
export const PauseCause = z.enum([
  'accountSuspended',
  'accountSendingPaused',
  'configurationSetSendingPaused',
  'configurationSetMissing',
  'senderNotVerified',
  'accountInSandbox',
  'sendingPoolInvalid',
  'accessDenied',
  'contentRefused',
  'refusedBySes',
  'earlierRunBehind',
  ...BrakeCause.options,
]);
export type PauseCause = z.infer<typeof PauseCause>;
const brakes = {
  /** Somebody resumed after these: they answered those questions, and no other. */
  brakesReleased: z.array(BrakeCause).optional(),
  /** Of a run that was stored before they were told apart: all of them. */
  brakeReleased: z.boolean().optional(),
};

export const Sending = Started.extend({
  state: z.literal('Sending'),
  ...brakes,
  /** The day's quota is used up: nothing goes out before `until`, when SES is asked again. Past: it went on. */
  hold: z.object({ cause: z.literal('quota'), until: z.iso.datetime() }).optional(),
});
export const Paused = Started.extend({
  state: z.literal('Paused'),
  pausedAt: z.iso.datetime(),
  pausedBy: Person.nullable(),
  pauseCause: PauseCause.optional(),
  /** What SES said, in its own words. */
  pauseReason: z.string().optional(),
  ...brakes,
});
export const Finished = Started.extend({ state: z.literal('Finished'), finishedAt: z.iso.datetime(), resentAs });
export const Stopped = Base.extend({
  state: z.literal('Stopped'),
  preparation: Preparation.optional(),
  decision: Decision.optional(),
  sendingStartedAt: z.iso.datetime().optional(),
  abTest: AbResult.optional(),
  stoppedAt: z.iso.datetime(),
  /** Null: the system, because what was confirmed is not there as it was, or not to be sent any more. */
  stoppedBy: Person.nullable(),
  cause: StopCause,
  /** Blocks of the campaign that the edit changed. */
  changed: z.array(z.enum(campaignBlocks)).default([]),
  resentAs,
});
export const Rejected = Prepared.extend({ state: z.literal('Rejected'), gate: Gate.optional(), decision: Decision });
export const Expired = Prepared.extend({
  state: z.literal('Expired'),
  gate: Gate.optional(),
  expiredAt: z.iso.datetime(),
});
/** Why a run ended at its start. `missed`: its timer came too late. */
export const SkipCause = z.enum(['earlierRunPending', 'emptyAudience', 'missed']);
export type SkipCause = z.infer<typeof SkipCause>;

export const Skipped = Base.extend({
  state: z.literal('Skipped'),
  skippedAt: z.iso.datetime(),
  cause: SkipCause,
  preparation: Preparation.optional(),
});

/** One pass of a campaign through prepare, confirm, send. */
export const Run = z.discriminatedUnion('state', [
  Preparing,
  PreparationFailed,
  AwaitingConfirmation,
  Scheduled,
  Sending,
  Paused,
  Finished,
  Stopped,
  Rejected,
  Expired,
  Skipped,
]);
export type Run = z.infer<typeof Run>;
export type RunState = Run['state'];
export type RunIn<S extends RunState> = Extract<Run, { state: S }>;

export const runStates = Run.options.map((option) => option.shape.state.value);
