import * as z from 'zod';
import type { Actor } from '../people/people.ts';
import { Person } from '../people/people.ts';
import { barOf, OpenQuestion } from './open-question.ts';
import { Counts } from './preparation.ts';
import { runStates, type Run, type RunIn } from './run.ts';
import { hasEnded } from './run-end.ts';
import { scheduleModes } from './schedule.ts';
import { endingOf } from './ending.ts';
import { showWaves } from './show-waves.ts';

/** A run as lists show it to everybody: enough to say where it stands, and few bytes. Absent parts are null. */
export const RunLine = z
  .object({
    id: z.string(),
    campaignId: z.string(),
    campaignName: z.string(),
    state: z.enum(runStates),
    createdAt: z.iso.datetime(),
    requestedBy: Person,
    schedule: z.object({ mode: z.enum(scheduleModes) }),
    subject: z.string().nullable(),
    counts: Counts.pick({ targeted: true, toDeliver: true }).nullable(),
    /** Checks of its preparation that block it. */
    blocking: z.int(),
    /** Which start of its series it is the run of, UTC. */
    start: z.iso.datetime().nullable(),
    /** The same as the planned time on the clock of its zone; null: of none, or its line was written before this was kept. */
    occurrence: z.string().nullable().default(null),
    /** When it is planned to begin, UTC; null: as soon as it is confirmed, or its line was written before this was kept. */
    sendAt: z.iso.datetime().nullable().default(null),
    startAt: z.iso.datetime().nullable(),
    /** When the last of its waves begins, as far as that is known; null: all go out together. */
    lastWaveAt: z.iso.datetime().nullable().default(null),
    sendingStartedAt: z.iso.datetime().nullable(),
    /** Of a run that waits for a confirmation. */
    deadline: z.iso.datetime().nullable(),
    /** Names of some who were asked and have not answered. */
    whoCan: z.array(z.string()),
    pausedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
    endCause: z.string().nullable(),
    endedBy: Person.nullable(),
    /** Of a run that is sent: nothing goes out before this instant, for the day's quota. */
    holdUntil: z.iso.datetime().nullable(),
    resendOf: z.string().nullable(),
    you: z.object({ mayConfirm: z.boolean() }),
  })
  .meta({ id: 'RunLine' });
export type RunLine = z.infer<typeof RunLine>;

/** The same as an index keeps it: for nobody in particular, and as things were when it was written. */
export const RunEntry = RunLine.omit({ you: true }).extend({ question: OpenQuestion.optional() });
export type RunEntry = z.infer<typeof RunEntry>;

/** More names say no more. */
const NAMED = 5;

const namesOf = ({ gate, approvals }: RunIn<'AwaitingConfirmation'>): string[] =>
  (gate?.approvers ?? [])
    .filter(({ sub }) => !approvals.some(({ by }) => by.sub === sub))
    .slice(0, NAMED)
    .map(({ name }) => name);

const waiting = (run: Run): Pick<RunEntry, 'deadline' | 'whoCan' | 'question'> =>
  run.state === 'AwaitingConfirmation'
    ? { deadline: run.deadline, whoCan: namesOf(run), question: OpenQuestion.parse(run) }
    : { deadline: null, whoCan: [] };

const counted = (run: Run): Pick<RunEntry, 'counts' | 'blocking' | 'subject'> => {
  const preparation = 'preparation' in run ? run.preparation : undefined;
  const { checks, counts } =
    run.state === 'PreparationFailed' ? run : (preparation ?? { checks: [], counts: undefined });
  return {
    subject: preparation?.subject ?? null,
    counts: counts ? { targeted: counts.targeted, toDeliver: counts.toDeliver } : null,
    blocking: checks.filter(({ verdict }) => verdict === 'blocking').length,
  };
};

const ended = (run: Run): Pick<RunEntry, 'endedAt' | 'endCause' | 'endedBy'> => {
  const { endedAt, endCause, endedBy } = endingOf(run);
  return { endedAt, endCause, endedBy };
};

export const entryOf = (run: Run): RunEntry => ({
  id: run.id,
  campaignId: run.campaignId,
  campaignName: run.campaignName,
  state: run.state,
  createdAt: run.createdAt,
  requestedBy: run.requestedBy,
  schedule: { mode: run.schedule.mode },
  ...counted(run),
  start: run.start ?? null,
  occurrence: run.occurrence ?? null,
  sendAt: run.sendAt ?? null,
  startAt: 'startAt' in run ? run.startAt : null,
  lastWaveAt: showWaves(run).at(-1)?.notBefore ?? null,
  sendingStartedAt: ('sendingStartedAt' in run ? run.sendingStartedAt : undefined) ?? null,
  ...waiting(run),
  pausedAt: run.state === 'Paused' ? run.pausedAt : null,
  ...ended(run),
  holdUntil: (run.state === 'Sending' ? run.hold?.until : undefined) ?? null,
  resendOf: run.resendOf?.runId ?? null,
});

type Somebody = Pick<Actor, 'sub' | 'email' | 'groups'>;

/** As this person sees it. */
export const lineOf = ({ question, ...line }: RunEntry, somebody: Somebody): RunLine => ({
  ...line,
  you: { mayConfirm: question !== undefined && barOf(question, somebody) === null },
});

/** When a run ended without having been sent, and nobody wanted that; undefined for every other run. */
const failedAt = (run: Run): string | undefined => {
  if (run.state === 'PreparationFailed') return run.failedAt;
  if (run.state === 'Expired') return run.expiredAt;
  return run.state === 'Stopped' && run.stoppedBy === null ? run.stoppedAt : undefined;
};

/** The month, `2026-11`, of an instant. */
export const monthOf = (at: string): string => at.slice(0, 7);

export type RunPart = 'OPEN' | `FAILED#${string}` | `ENDED#${string}`;

/** The part of the list that a run is in: the open ones, and by month those that failed and those that ended otherwise. */
export const partOf = (run: Run): RunPart => {
  if (!hasEnded(run)) return 'OPEN';
  const failed = failedAt(run);
  return failed === undefined
    ? `ENDED#${monthOf(endingOf(run).endedAt ?? run.createdAt)}`
    : `FAILED#${monthOf(failed)}`;
};

/** A run that has just ended may be in two parts: as it ended is how it is. */
export const eachOnce = (runs: readonly RunEntry[]): RunEntry[] => {
  const known = new Map<string, RunEntry>();
  for (const run of runs) if (run.endedAt !== null || !known.has(run.id)) known.set(run.id, run);
  return [...known.values()];
};
