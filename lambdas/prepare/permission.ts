import { Problem } from '../../domain/problem.ts';

/** @throws Problem `not-permitted` for somebody who holds none of the three roles */
export const refuseUnprepared = (may: boolean, what: string): void => {
  if (may) return;
  throw new Problem(
    'not-permitted',
    `Your permissions do not allow you to ${what}.`,
    'Ask somebody of the group prepare-deliveries (role Prepare deliveries).',
    { whoMayPrepare: 'prepare-deliveries' },
  );
};
