import {
  paginateAdminListGroupsForUser,
  paginateListUsersInGroup,
  ResourceNotFoundException,
  type CognitoIdentityProviderClient,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { canSignIn } from '../../../domain/people/account.ts';
import type { Role } from '../../../domain/people/people.ts';
import { SignInRules, type ProviderRules } from '../../../domain/people/sign-in-rules.ts';
import { jsonOf } from '../../../domain/values/json-of.ts';
import { accountOf, standingIn } from './pool-person.ts';

/** The user pool, and the rules by which people sign in to it. */
export type Pool = { client: CognitoIdentityProviderClient; userPoolId: string; rules: SignInRules };

export const poolIn = (
  client: CognitoIdentityProviderClient,
  environment: { USER_POOL_ID: string; SIGN_IN: string },
): Pool => ({
  client,
  userPoolId: environment.USER_POOL_ID,
  rules: SignInRules.parse(jsonOf(environment.SIGN_IN)),
});

/** Names of all groups of somebody, roles or not. @throws UserNotFoundException */
export const groupNamesOf = async ({ client, userPoolId }: Pool, username: string): Promise<string[]> => {
  const groups: string[] = [];
  const asked = { UserPoolId: userPoolId, Username: username };
  for await (const page of paginateAdminListGroupsForUser({ client }, asked))
    groups.push(...(page.Groups ?? []).flatMap(({ GroupName }) => GroupName ?? []));
  return groups;
};

/** Everybody in a group, disabled people too. @throws ResourceNotFoundException for a group that does not exist */
export const membersOf = async ({ client, userPoolId }: Pool, group: string): Promise<UserType[]> => {
  const members: UserType[] = [];
  for await (const page of paginateListUsersInGroup({ client }, { UserPoolId: userPoolId, GroupName: group }))
    members.push(...(page.Users ?? []));
  return members;
};

/** Everybody in a group who can sign in: the list of Cognito names disabled people too. None in one that does not exist. */
export const ableIn = async (pool: Pool, group: string): Promise<UserType[]> => {
  try {
    return (await membersOf(pool, group)).filter((user) => canSignIn(accountOf(pool.rules, user)));
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return [];
    throw error;
  }
};

/**
 * Cognito puts everybody who ever signed in by a provider into a group that it makes for it; what is mapped of them is
 * no attribute by which ListUsers filters.
 */
const groupOf = ({ userPoolId }: Pool, { name }: ProviderRules): string => `${userPoolId}_${name}`;

/** Everybody who holds a role and can sign in: by an administrator's hand, or by what their provider says. */
export const holdersOf = async (pool: Pool, role: Role): Promise<UserType[]> => {
  const heldBy = (user: UserType) => standingIn(pool.rules, user).roles;
  const holders = (await ableIn(pool, role)).filter((user) => heldBy(user) === 'byHand');
  const deciding = pool.rules.providers.filter(({ groups }) =>
    Object.values(groups ?? {})
      .flat()
      .includes(role),
  );
  for (const provider of deciding)
    holders.push(...(await ableIn(pool, groupOf(pool, provider))).filter((user) => heldBy(user).includes(role)));
  return holders;
};
