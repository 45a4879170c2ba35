import { Problem } from '../http/problem.ts';

/**
 * Somebody can always let others in. Asked before each change, of the administrators who could sign in now.
 * @param after what the person is to be; undefined: removed
 * @throws Problem `conflict` for the last administrator
 */
export const refuseLastAdministrator = (
  sub: string,
  after: { enabled: boolean; groups: readonly string[] } | undefined,
  administrators: readonly string[],
): void => {
  const stays = after?.enabled === true && after.groups.includes('administration');
  if (stays || !administrators.includes(sub) || administrators.length > 1) return;
  throw new Problem(
    'conflict',
    'This is the last administrator who can sign in.',
    'Give the role Administration to somebody else first, and let them sign in once.',
    { cause: 'lastAdministrator' },
  );
};
