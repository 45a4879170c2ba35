import type { Person } from '../people/people.ts';
import { approvalsNeeded, asksInVain, isAuthor, type Authors, type Policy } from '../model/policy.ts';
import type { Check } from '../model/preparation.ts';

/** Blocks a run that could never be confirmed: fewer people count than its policy asks for. */
export const approverCheck = (known: {
  policy: Policy;
  authors: Authors;
  toDeliver: number;
  /** Everybody whom the policy asks and who holds Start deliveries. */
  asked: readonly Person[];
}): Check => {
  const { policy, authors, toDeliver, asked } = known;
  const needed = approvalsNeeded(policy, toDeliver);
  const available = asked.filter(({ sub }) => !isAuthor(policy, authors, sub)).length;
  const verdict = available < needed ? 'blocking' : 'passed';
  return { code: 'approvers', verdict, facts: { needed, available, asked: asked.length } };
};

/** What stage and campaign say can each be right, and together ask a further group that nobody ever would. */
export const reminderChecks = (policy: Policy): Check[] =>
  asksInVain(policy) ? [{ code: 'reminders', verdict: 'blocking', facts: { group: policy.escalateTo ?? '' } }] : [];
