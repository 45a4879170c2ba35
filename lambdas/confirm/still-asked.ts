import type { Person } from '../../domain/people/people.ts';
import type { Asked } from '../../domain/model/policy.ts';
import type { People } from '../../domain/people/ports/people.ts';
import type { RunIn } from '../../domain/model/run.ts';

type Waiting = RunIn<'AwaitingConfirmation'>;
type Asking = Pick<People, 'approvers'>;

const group = (name: string): Asked => ({ kind: 'group', group: name });

/** Everybody who holds Start deliveries and could sign in now. */
export const holdersNow = async (people: Asking): Promise<Person[]> => people.approvers(group('start-deliveries'));

/** Everybody to whom the question is put by now: named or in a group, of the further group, or in somebody's stead. */
export const meantBy = async (people: Asking, { gate, preparation: { policy } }: Waiting): Promise<Person[]> => {
  const { approvers = [], standIns = [], escalated = false } = gate ?? {};
  // Who was asked by name stays asked under another address.
  const named =
    policy.ask.kind === 'people'
      ? (await holdersNow(people)).filter(({ sub }) => approvers.some((approver) => approver.sub === sub))
      : await people.approvers(policy.ask);
  const further = escalated && policy.escalateTo !== null ? await people.approvers(group(policy.escalateTo)) : [];
  const instead = standIns.length === 0 ? [] : await holdersNow(people);
  return [...named, ...further, ...instead.filter(({ sub }) => standIns.includes(sub))];
};

/** Who of those asked can still answer, as the user pool has them now: nobody removed, disabled or deleted. */
export const stillAsked = async (people: Asking, run: Waiting): Promise<Person[]> => {
  const meant = new Map((await meantBy(people, run)).map((person) => [person.sub, person]));
  return (run.gate?.approvers ?? []).flatMap(({ sub }) => meant.get(sub) ?? []);
};

/** Asks the user pool each question once, however many runs wait: for one look at all of them. */
export const askedOnce = (people: Asking): Asking => {
  const known = new Map<string, Promise<Person[]>>();
  return {
    approvers: async (ask) => {
      const key = JSON.stringify(ask);
      const answer = known.get(key) ?? people.approvers(ask);
      known.set(key, answer);
      return answer;
    },
  };
};
