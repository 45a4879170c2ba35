import type { Person } from '../people.ts';
import { isAuthor } from '../policy.ts';
import { Problem } from '../problem.ts';
import type { Gate, Run } from '../run.ts';
import type { ReassignRequest } from './api.ts';

const refuse = (detail: string, mend: string): never => {
  throw new Problem('conflict', detail, mend);
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
      { state: run.state },
    );
  }
  const { gate, preparation } = run;
  const from = gate.approvers.find(({ sub }) => sub === request.from);
  if (!from) return refuse('This person is not one of those who are asked.', 'Take one of the approvers of the run.');
  if (run.approvals.some(({ by }) => by.sub === from.sub))
    return refuse(`${from.name} has confirmed already.`, 'They can withdraw their confirmation.');
  const to = holders.find(({ email }) => email.toLowerCase() === request.to.toLowerCase());
  if (!to) return refuse('Nobody with the role Start deliveries has that address.', 'Give the address of an approver.');
  if (gate.approvers.some(({ sub }) => sub === to.sub))
    return refuse(`${to.name} is asked already.`, 'Take somebody else.');
  if (isAuthor(preparation.policy, run, to.sub))
    return refuse(`${to.name} prepared or edited this and does not count.`, 'Take somebody else.');
  return {
    to,
    gate: {
      ...gate,
      approvers: [...gate.approvers.filter(({ sub }) => sub !== from.sub), to],
      relieved: [...gate.relieved.filter((sub) => sub !== to.sub), from.sub],
    },
  };
};
