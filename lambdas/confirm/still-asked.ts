import type { Person } from '../../domain/people/people.ts';
import type { Asked } from '../../domain/model/policy.ts';
import type { People } from '../../domain/people/ports/people.ts';
import type { RunIn } from '../../domain/model/run.ts';

type Waiting = RunIn<'AwaitingConfirmation'>;
type Asking = Pick<People, 'approvers'>;

const group = (name: string): Asked => ({ kind: 'group', group: name });

/** Everybody to whom the question is put by now: named or in a group, of the further group, or in somebody's stead. */
const meantBy = async (people: Asking, { gate, preparation: { policy } }: Waiting): Promise<Person[]> => {
  const { standIns = [], escalated = false } = gate ?? {};
  const holders = group('start-deliveries');
  // Who was asked by name stays asked under another address.
  const named = await people.approvers(policy.ask.kind === 'people' ? holders : policy.ask);
  const further = escalated && policy.escalateTo !== null ? await people.approvers(group(policy.escalateTo)) : [];
  const instead = standIns.length === 0 ? [] : await people.approvers(holders);
  return [...named, ...further, ...instead.filter(({ sub }) => standIns.includes(sub))];
};

/** Who of those asked can still answer, as the user pool has them now: nobody removed, disabled or deleted. */
export const stillAsked = async (people: Asking, run: Waiting): Promise<Person[]> => {
  const meant = new Map((await meantBy(people, run)).map((person) => [person.sub, person]));
  return (run.gate?.approvers ?? []).flatMap(({ sub }) => meant.get(sub) ?? []);
};
