import { ListUsersCommand, type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { canSignIn } from '../../../domain/people/account.ts';
import type { Viewers } from '../../../domain/schedule/ports/viewers.ts';
import { groupNamesOf } from './pool-groups.ts';
import { accountOf, personFrom } from './pool-person.ts';

/** Of whom only the id is known, and no token. */
export const viewersIn = (client: CognitoIdentityProviderClient, userPoolId: string): Viewers => ({
  actorOf: async (sub) => {
    const Filter = `sub = "${sub.replaceAll(/["\\]/g, '')}"`;
    const { Users = [] } = await client.send(new ListUsersCommand({ UserPoolId: userPoolId, Filter }));
    const user = Users.find((candidate) => canSignIn(accountOf(candidate)));
    if (user?.Username === undefined) return undefined;
    const groups = await groupNamesOf({ client, userPoolId }, user.Username);
    return { ...personFrom(user.Attributes, user.Username), groups };
  },
});
