import * as z from 'zod';
import type { Actor, Person } from '../people/people.ts';

const Group = z.string().regex(/^[\w+=,.@-]{1,128}$/, 'is the name of a group of the user pool');

/** Who is asked. Whoever is asked needs the role Start deliveries besides. */
export const Asked = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('group'), group: Group }),
  z.object({ kind: z.literal('people'), addresses: z.array(z.email()).min(1).max(20) }),
]);
export type Asked = z.infer<typeof Asked>;

/** Percent of the time from preparation to the end of the question at which those are reminded who have not answered. */
const RemindAt = z
  .array(z.int().min(1).max(99))
  .max(5)
  .refine((percents) => percents.every((percent, index) => index === 0 || percent > (percents[index - 1] ?? 0)), {
    message: 'takes percents in ascending order, each once, such as [50, 90]',
  });

/** A further group is asked with the last reminder: without one it never would be. */
export const asksInVain = ({
  escalateTo,
  remindAt,
}: {
  escalateTo?: string | null | undefined;
  remindAt?: number[] | undefined;
}): boolean => typeof escalateTo === 'string' && remindAt?.length === 0;

const inVain = {
  message: 'takes at least one percent, such as [90]: the group of escalateTo is asked with the last reminder',
  path: ['remindAt'],
};

const Fields = z.object({
  /** This many different people must confirm. */
  approvals: z.int().min(1).max(5).default(1),
  /** Whoever prepared the run or changed its campaign since it was last confirmed does not count. */
  fourEyes: z.boolean().default(true),
  /** More messages than this need one confirmation more; null: never. */
  extraAbove: z.int().min(0).nullable().default(null),
  ask: Asked.default({ kind: 'group', group: 'start-deliveries' }),
  /** From preparation to the end of the question. */
  deadlineSeconds: z
    .int()
    .min(60)
    .max(30 * 24 * 3600)
    .default(72 * 3600),
  remindAt: RemindAt.default([50, 90]),
  /** A further group that is asked at the last reminder; null: none. */
  escalateTo: Group.nullable().default(null),
  /** When nobody answers by the send time: `skip` ends the run; `hold` keeps asking, and who confirms then must say that they know it is late. */
  unanswered: z.enum(['skip', 'hold']).default('skip'),
  /** May a series do without a confirmation of each run? A stage may forbid it. */
  unaskedSeries: z.enum(['allowed', 'forbidden']).default('allowed'),
  /** Whoever prepared may confirm. For learning only; every screen says so. */
  training: z.boolean().default(false),
});

/** How a run is confirmed, as data. A stage sets it, a campaign tightens it, the manifest freezes it. */
export const Policy = Fields.refine((policy) => !asksInVain(policy), inVain).meta({ id: 'Policy' });
export type Policy = z.infer<typeof Policy>;

/** What a stage sets of it. Its deadline is the time limit of the state machine, a setting of its own. */
export const StagePolicy = Fields.omit({ deadlineSeconds: true }).refine((policy) => !asksInVain(policy), inVain);

/** What a campaign may set: it can ask others and ask for more, never for less than its stage. */
export const PolicyOverride = z
  .object({
    approvals: z.int().min(1).max(5),
    fourEyes: z.boolean(),
    extraAbove: z.int().min(0),
    ask: Asked,
    deadlineSeconds: z
      .int()
      .min(60)
      .max(30 * 24 * 3600),
    /** Earlier, later, more often or never: that weakens nothing. */
    remindAt: RemindAt,
    escalateTo: Group,
    unanswered: z.enum(['skip', 'hold']),
  })
  .partial()
  .refine((policy) => !asksInVain(policy), inVain)
  .meta({ id: 'PolicyOverride' });
export type PolicyOverride = z.infer<typeof PolicyOverride>;

const tighter = (stage: number | null, campaign: number | undefined): number | null =>
  campaign === undefined ? stage : Math.min(stage ?? campaign, campaign);

/** The policy of a run: the stage's, tightened by the campaign's. */
export const policyOf = (stage: Policy, campaign: PolicyOverride = {}): Policy => ({
  ...stage,
  approvals: Math.max(stage.approvals, campaign.approvals ?? 1),
  fourEyes: stage.fourEyes || campaign.fourEyes === true,
  extraAbove: tighter(stage.extraAbove, campaign.extraAbove),
  ask: campaign.ask ?? stage.ask,
  deadlineSeconds: Math.min(stage.deadlineSeconds, campaign.deadlineSeconds ?? stage.deadlineSeconds),
  remindAt: campaign.remindAt ?? stage.remindAt,
  escalateTo: campaign.escalateTo ?? stage.escalateTo,
  unanswered: campaign.unanswered ?? stage.unanswered,
});

export const approvalsNeeded = ({ approvals, extraAbove }: Policy, toDeliver: number): number =>
  approvals + (extraAbove !== null && toDeliver > extraAbove ? 1 : 0);

/** The end of the question that begins at `at`. Under `skip` it ends at the send time at the latest. */
export const deadlineFrom = (
  { deadlineSeconds, unanswered }: Policy,
  at: string,
  sendAt: string | undefined,
): string => {
  const end = new Date(Date.parse(at) + deadlineSeconds * 1000).toISOString();
  return unanswered === 'skip' && sendAt !== undefined && sendAt < end ? sendAt : end;
};

/** Who made what is to be confirmed: `authors` are all of them; runs that were stored before name the last editor only. */
export type Authors = { requestedBy: Person; editedBy?: Person | undefined; authors?: readonly Person[] | undefined };

type Hand = Pick<Person, 'sub'>;
type Hands = { requestedBy: Hand; editedBy?: Hand | undefined; authors?: readonly Hand[] | undefined };

/** Four eyes: does this person not count? */
export const isAuthor = (
  { fourEyes, training }: Pick<Policy, 'fourEyes' | 'training'>,
  { requestedBy, editedBy, authors = [] }: Hands,
  sub: string,
): boolean =>
  fourEyes &&
  !training &&
  [...authors, requestedBy, editedBy].some((author) => author !== undefined && author.sub === sub);

type Member = Pick<Actor, 'sub' | 'email' | 'groups'>;

/** Is this person one of those whom the policy asks? `escalated`: the further group is asked too. */
export const isAsked = (
  { ask, escalateTo }: Pick<Policy, 'ask' | 'escalateTo'>,
  { email, groups }: Member,
  escalated: boolean,
): boolean => {
  if (escalated && escalateTo !== null && groups.includes(escalateTo)) return true;
  if (ask.kind === 'group') return groups.includes(ask.group);
  return ask.addresses.some((address) => address.toLowerCase() === email.toLowerCase());
};

/** A confirmation as it is counted. */
type Approval = { decision: string; manifestHash: string; by: Pick<Person, 'sub'> };

/** Confirmations of this manifest by different people who count. */
const countApprovals = (policy: Policy, authors: Authors, hash: string, approvals: readonly Approval[]): number =>
  new Set(
    approvals
      .filter(({ decision, manifestHash }) => decision === 'confirm' && manifestHash === hash)
      .map(({ by }) => by.sub)
      .filter((sub) => !isAuthor(policy, authors, sub)),
  ).size;

/** Was exactly this manifest confirmed by as many as its policy asks for? The last look before the first message. */
export const isConfirmed = (
  run: Authors & {
    approvals: readonly Approval[];
    preparation: { policy: Policy; manifestHash: string; counts: { toDeliver: number } };
  },
): boolean => {
  const { policy, manifestHash, counts } = run.preparation;
  return countApprovals(policy, run, manifestHash, run.approvals) >= approvalsNeeded(policy, counts.toDeliver);
};
