import type { Person } from '../people/people.ts';
import { isAuthor } from '../model/policy.ts';
import type { Particular } from '../http/problem-cause.ts';
import { Problem } from '../http/problem.ts';
import type { Gate, Run, RunIn } from '../model/run.ts';
import type { ReassignRequest } from './api.ts';

type Waiting = RunIn<'AwaitingConfirmation'>;

const refuse = (detail: string, mend: string, particular: Particular): never => {
  throw new Problem('conflict', detail, mend, particular);
};

/** Who holds Start deliveries at this address and would count for this run. @throws Problem `conflict` */
const newApprover = (run: Waiting, gate: Gate, email: string, holders: readonly Person[]): Person => {
  const to = holders.find((holder) => holder.email.toLowerCase() === email.toLowerCase());
  if (!to)
    return refuse('Nobody with the role Start deliveries has that address.', 'Give the address of an approver.', {
      cause: 'noSuchApprover',
    });
  const { name } = to;
  const another = 'Take somebody else.';
  if (gate.approvers.some(({ sub }) => sub === to.sub))
    return refuse(`${name} is asked already.`, another, { cause: 'approverAskedAlready', name });
  if (isAuthor(run.preparation.policy, run, to.sub))
    return refuse(`${name} prepared this or had a hand in it and does not count.`, another, {
      cause: 'approverIsAuthor',
      name,
    });
  return to;
};

/**
 * The gate after one approver's part went to another. The old link is dead from then on.
 * @param holders everybody who holds Start deliveries
 * @throws Problem `wrong-state`, `conflict`
 */
export const reassign = (
  run: Run,
  request: ReassignRequest,
  holders: readonly Person[],
): { gate: Gate; to: Person } => {
  if (run.state !== 'AwaitingConfirmation' || !run.gate) {
    throw new Problem(
      'wrong-state',
      `The run is ${run.state}; nobody is being asked.`,
      'Load the run again and look at its state.',
      { cause: 'nobodyIsAsked', state: run.state },
    );
  }
  const { gate } = run;
  const from = gate.approvers.find(({ sub }) => sub === request.from);
  if (!from)
    return refuse('This person is not one of those who are asked.', 'Take one of the approvers of the run.', {
      cause: 'approverNotAsked',
    });
  if (run.approvals.some(({ by }) => by.sub === from.sub))
    return refuse(`${from.name} has confirmed already.`, 'They can withdraw their confirmation.', {
      cause: 'approverHasConfirmed',
      name: from.name,
    });
  const to = newApprover(run, gate, request.to, holders);
  // Whether somebody is still missing is found anew.
  const { missing: _missing, ...asking } = gate;
  return {
    to,
    gate: {
      ...asking,
      approvers: [...gate.approvers.filter(({ sub }) => sub !== from.sub), to],
      relieved: [...gate.relieved.filter((sub) => sub !== to.sub), from.sub],
      standIns: [...(gate.standIns ?? []).filter((sub) => sub !== to.sub), to.sub],
    },
  };
};
