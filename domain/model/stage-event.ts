import * as z from 'zod';

/** A cause as the run has it; more may come. */
const Cause = z.string();

/** Of a series that nobody ended. */
const EndReason = z.enum(['endDate', 'runs', 'endSet', 'noDateLeft']);
export type EndReason = z.infer<typeof EndReason>;

const dataOf = {
  'run.asked': z.object({
    /** The first question of a run is 1; one that is put anew counts on. */
    round: z.int().min(1),
    /** How many people were asked. */
    approvers: z.int().min(0),
    deadline: z.iso.datetime(),
  }),
  'run.reminded': z.object({ approvers: z.int().min(0), deadline: z.iso.datetime() }),
  /** Those who are left are too few: so many more are needed. */
  'run.approversMissing': z.object({ needed: z.int().min(1) }),
  'run.decided': z.object({
    decision: z.enum(['confirm', 'reject']),
    /** Confirmations in force with this one, and how many are needed in all. */
    confirmations: z.int().min(0),
    needed: z.int().min(0),
    /** False: the question is still open. */
    isSettled: z.boolean(),
  }),
  'run.changesRequested': z.object({}),
  /** Somebody took their confirmation back. */
  'run.withdrawn': z.object({ confirmations: z.int().min(0) }),
  /** `causes`: codes of the checks that block (`CheckCode` of docs/openapi.json). */
  'run.preparationBlocked': z.object({ causes: z.array(Cause) }),
  'run.expired': z.object({}),
  'run.skipped': z.object({ cause: Cause }),
  /** `byItself` false: somebody did it. */
  'run.paused': z.object({ byItself: z.boolean(), cause: Cause.nullable() }),
  /** The emergency brake paused it. */
  'run.braked': z.object({ cause: Cause }),
  /** Which content goes to the rest (null: the campaign's own), and why, as `AbResult` of docs/openapi.json has it. */
  'run.abTestDecided': z.object({ winner: z.string().nullable(), reason: Cause, isClear: z.boolean() }),
  'run.stopped': z.object({ byItself: z.boolean(), cause: Cause }),
  'run.finished': z.object({
    /** Messages, as they were when the event was published. */
    figures: z
      .object({
        toDeliver: z.int(),
        handedOver: z.int(),
        refused: z.int(),
        unknown: z.int(),
        optedOut: z.int(),
      })
      .optional(),
  }),
  /** Starts of a series that were not made: the first of them, and how many. */
  'series.missed': z.object({ start: z.iso.datetime().nullable(), starts: z.int().min(1) }),
  /**
   * `noStartLeft`: its schedule has no start after the last one, because its end date or its number of runs is reached
   * (`endDate`, `runs`), because somebody set an end to it (`endSet`), or because its day does not come any more.
   */
  'series.ended': z.object({ cause: z.enum(['byHand', 'noStartLeft']), reason: EndReason.optional() }),
} as const;

export type EventType = keyof typeof dataOf;
type DataOf<T extends EventType> = z.infer<(typeof dataOf)[T]>;

export type SeriesEnd = DataOf<'series.ended'>;

/** What happened, as whatever it happened to keeps it until it is published. */
const kept = <T extends EventType>(type: T) =>
  z.object({ id: z.string(), type: z.literal(type), at: z.iso.datetime(), data: dataOf[type] });

const isType = (name: string): name is EventType => name in dataOf;
export const eventTypes: readonly EventType[] = Object.keys(dataOf).filter(isType);

/** `id` is the same however often it is published: who gets it twice knows by that. */
export const Unpublished = z.discriminatedUnion('type', [
  kept('run.asked'),
  kept('run.reminded'),
  kept('run.approversMissing'),
  kept('run.decided'),
  kept('run.changesRequested'),
  kept('run.withdrawn'),
  kept('run.preparationBlocked'),
  kept('run.expired'),
  kept('run.skipped'),
  kept('run.paused'),
  kept('run.braked'),
  kept('run.abTestDecided'),
  kept('run.stopped'),
  kept('run.finished'),
  kept('series.missed'),
  kept('series.ended'),
]);
export type Unpublished = z.infer<typeof Unpublished>;

/** What of a kind happened, without its id. */
export type Happened = { [T in EventType]: { type: T; at: string; data: DataOf<T> } }[EventType];

const published = z.object({
  /** Raised when a field changes its meaning or goes; fields and types may be added at any time. */
  version: z.literal(1),
  campaignId: z.string(),
  /** Null: it is about the series of the campaign. */
  runId: z.string().nullable(),
  /** Of the page in the console; whoever opens it signs in. */
  url: z.url(),
});

/** An event as it is on the bus of the stage (`detail`) and in a webhook. No personal data, no tokens. */
export const StageEvent = z.intersection(published, Unpublished).meta({ id: 'StageEvent' });
export type StageEvent = z.infer<typeof StageEvent>;
