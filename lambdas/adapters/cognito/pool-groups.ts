import {
  paginateAdminListGroupsForUser,
  paginateListUsersInGroup,
  type CognitoIdentityProviderClient,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';

export type Pool = { client: CognitoIdentityProviderClient; userPoolId: string };

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
