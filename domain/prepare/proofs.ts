import { Problem } from '../http/problem.ts';
import type { ProofRules } from '../model/proof-rules.ts';

/** @param strangers positions among those asked for, from 1. @throws Problem `not-permitted`, which holds no address */
export const refuseStrangers = (strangers: readonly number[], asked: number, { domains }: ProofRules): void => {
  if (strangers.length === 0) return;
  const own = domains.length === 0 ? '' : ` and to the domains ${domains.join(', ')}`;
  throw new Problem(
    'not-permitted',
    `Of ${asked} addresses ${strangers.length} may not get proofs; by position: ${strangers.join(', ')}.`,
    `Take them out: proofs go to people of the user pool with a proven address, to the test addresses of the stage, to test profiles that an administrator took in${own}.`,
    { cause: 'proofsToStrangers', positions: strangers, domains },
  );
};

/** How many proofs were counted of a run and on a day. */
export type ProofsCounted = { run: number; day: number };

const DAY_MS = 24 * 60 * 60 * 1000;

export const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);

/**
 * The highest counts on which so many more proofs still fit: they are added on that condition.
 * @throws Problem `too-many`, for the run or for the day
 */
export const roomFor = (asked: {
  proofs: number;
  counted: ProofsCounted;
  rules: Pick<ProofRules, 'perRun' | 'perDay'>;
  now: number;
}): ProofsCounted => {
  const { proofs, counted, rules, now } = asked;
  const room = { run: rules.perRun - proofs, day: rules.perDay - proofs };
  if (counted.run > room.run) {
    const left = Math.max(0, rules.perRun - counted.run);
    throw new Problem(
      'too-many',
      `A run has ${rules.perRun} proofs; ${left} are left, and ${proofs} were asked for.`,
      left > 0 ? 'Send to fewer people.' : 'A run that is prepared anew has proofs of its own.',
      { cause: 'proofsOfRunUsedUp', cap: rules.perRun, left, proofs },
    );
  }
  if (counted.day > room.day) {
    const left = Math.max(0, rules.perDay - counted.day);
    const midnight = (Math.floor(now / DAY_MS) + 1) * DAY_MS;
    const until = new Date(midnight).toISOString();
    throw new Problem(
      'too-many',
      `All runs together have ${rules.perDay} proofs a day; ${left} are left, and ${proofs} were asked for.`,
      `Send to fewer people, or after ${until}.`,
      {
        cause: 'proofsOfDayUsedUp',
        cap: rules.perDay,
        left,
        proofs,
        until,
        retryAfterSeconds: Math.ceil((midnight - now) / 1000),
      },
    );
  }
  return room;
};
