import { ListUsersCommand } from '@aws-sdk/client-cognito-identity-provider';
import { canSignIn } from '../../../domain/people/account.ts';
import { groupsBy } from '../../../domain/people/sign-in-rules.ts';
import type { Viewers } from '../../../domain/schedule/ports/viewers.ts';
import { groupNamesOf, type Pool } from './pool-groups.ts';
import { accountOf, personFrom, standingIn } from './pool-person.ts';

/** Of whom only the id is known, and no token. */
export const viewersIn = (pool: Pool): Viewers => ({
  actorOf: async (sub) => {
    const { client, userPoolId, rules } = pool;
    const Filter = `sub = "${sub.replaceAll(/["\\]/g, '')}"`;
    const { Users = [] } = await client.send(new ListUsersCommand({ UserPoolId: userPoolId, Filter }));
    const user = Users.find((candidate) => canSignIn(accountOf(rules, candidate)));
    if (user?.Username === undefined) return undefined;
    const groups = groupsBy(standingIn(rules, user), await groupNamesOf(pool, user.Username));
    return { ...personFrom(user.Attributes, user.Username), groups };
  },
});
