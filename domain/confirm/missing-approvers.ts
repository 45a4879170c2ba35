import type { Person } from '../people/people.ts';
import { approvalsNeeded, isAuthor } from '../model/policy.ts';
import type { ApproversMissing, RunIn } from '../model/run.ts';

type Waiting = RunIn<'AwaitingConfirmation'>;

const confirmedBy = ({ approvals }: Waiting, sub: string): boolean => approvals.some(({ by }) => by.sub === sub);

const counts = (run: Waiting, { sub }: Person): boolean => !isAuthor(run.preparation.policy, run, sub);

/**
 * What a question lacks that those who are left cannot answer, and to whom a part of it can be given. Undefined: they
 * are enough.
 * @param meant to whom the question is put as the user pool has them now
 * @param holders everybody who holds Start deliveries now
 */
export const missingApprovers = (
  run: Waiting,
  { meant, holders, now }: { meant: readonly Person[]; holders: readonly Person[]; now: string },
): ApproversMissing | undefined => {
  const { approvers = [], relieved = [] } = run.gate ?? {};
  const { policy, counts: frozen } = run.preparation;
  const given = new Set(run.approvals.filter(({ by }) => counts(run, by)).map(({ by }) => by.sub)).size;
  const needed = approvalsNeeded(policy, frozen.toDeliver) - given;
  const mayAnswer = ({ sub }: Person): boolean => !relieved.includes(sub) && !confirmedBy(run, sub);
  const able = new Set(meant.filter((person) => mayAnswer(person) && counts(run, person)).map(({ sub }) => sub));
  if (able.size >= needed) return undefined;
  const asked = new Set([...approvers.map(({ sub }) => sub), ...able]);
  const canTake = holders.filter(
    (person) => counts(run, person) && !asked.has(person.sub) && !confirmedBy(run, person.sub),
  );
  return { since: now, needed: needed - able.size, canTake };
};

const subsOf = (missing: ApproversMissing | undefined): string =>
  missing
    ? `${missing.needed} ${missing.canTake
        .map(({ sub }) => sub)
        .toSorted()
        .join(' ')}`
    : '';

/** Is it the same that was found before? When it began is kept then. */
export const isSameMissing = (one: ApproversMissing | undefined, other: ApproversMissing | undefined): boolean =>
  subsOf(one) === subsOf(other);
