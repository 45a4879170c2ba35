import * as z from 'zod';
import type { Actor } from '../people/people.ts';
import { may } from '../people/authorisation.ts';
import { approvalsNeeded, Asked, isAsked, isAuthor } from './policy.ts';
import { Gate, type Acknowledgement, type Run, type RunIn } from './run.ts';

type Waiting = RunIn<'AwaitingConfirmation'>;

const Hand = z.object({ sub: z.string() });

/** What decides whether somebody can confirm a run that waits. */
export const OpenQuestion = z.object({
  gate: Gate.pick({ relieved: true, standIns: true, escalated: true })
    .extend({ approvers: z.array(Hand.extend({ name: z.string() })) })
    .optional(),
  preparation: z.object({
    policy: z.object({
      ask: Asked,
      escalateTo: z.string().nullable(),
      fourEyes: z.boolean(),
      training: z.boolean(),
    }),
  }),
  requestedBy: Hand,
  editedBy: Hand.optional(),
  authors: z.array(Hand).optional(),
  approvals: z.array(z.object({ by: Hand })),
});
export type OpenQuestion = z.infer<typeof OpenQuestion>;
type Somebody = Pick<Actor, 'sub' | 'email' | 'groups'>;

/**
 * Is the question put to this person? Whoever handed their part over is out; whoever took it over is in. Who was
 * asked by name stays asked; who was asked as one of a group is asked for as long as they are in it.
 */
export const asksPerson = (
  { gate, preparation }: Pick<OpenQuestion, 'gate' | 'preparation'>,
  person: Somebody,
): boolean => {
  const { policy } = preparation;
  if (gate?.relieved.includes(person.sub)) return false;
  if (gate?.standIns?.includes(person.sub)) return true;
  const isNamed = policy.ask.kind === 'people' && gate?.approvers.some(({ sub }) => sub === person.sub);
  return isNamed === true || isAsked(policy, person, gate?.escalated ?? false);
};

/** What a confirmation has to name: each warning, and a send time that is past. */
export const unacknowledged = (
  { preparation, sendAt, missedStart = sendAt }: Waiting,
  now: string,
): Acknowledgement[] => [
  ...preparation.checks.filter(({ verdict }) => verdict === 'warning').map(({ code }) => code),
  ...(missedStart !== undefined && missedStart < now ? (['sendTimePassed'] as const) : []),
];

/** Why a person cannot confirm a run that waits; null: they can. */
export type Bar = 'role' | 'notAsked' | 'fourEyes' | 'given' | null;

export const barOf = (run: OpenQuestion, person: Somebody): Bar => {
  if (!may(person, 'confirm')) return 'role';
  if (!asksPerson(run, person)) return 'notAsked';
  if (isAuthor(run.preparation.policy, run, person.sub)) return 'fourEyes';
  return run.approvals.some(({ by }) => by.sub === person.sub) ? 'given' : null;
};

/** Confirmations that are needed in all; null before preparation, 0 for a run that sends without. */
export const neededOf = (run: Run): number | null => {
  const preparation = 'preparation' in run ? run.preparation : undefined;
  if (!preparation) return null;
  return run.requestConfirmation ? approvalsNeeded(preparation.policy, preparation.counts.toDeliver) : 0;
};

/** May this person take their own confirmation back? Only while nothing is being sent. */
export const mayWithdraw = (run: Run, { sub }: Pick<Actor, 'sub'>): boolean =>
  (run.state === 'AwaitingConfirmation' || run.state === 'Scheduled') && run.approvals.some(({ by }) => by.sub === sub);

/** Which question of a run it is; before the first one is put, that one. */
export const roundOf = (run: Run): number => ('round' in run ? run.round : 1);
