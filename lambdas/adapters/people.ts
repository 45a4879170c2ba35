import {
  AdminGetUserCommand,
  paginateListUsersInGroup,
  ResourceNotFoundException,
  type AttributeType,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Person } from '../../domain/people.ts';
import type { People } from '../../domain/ports/people.ts';

const personFrom = (attributes: AttributeType[] | undefined, username: string): Person => {
  const value = (name: string): string | undefined => attributes?.find((attribute) => attribute.Name === name)?.Value;
  const email = value('email') ?? '';
  const language = value('locale')?.startsWith('de') ? 'de' : 'en';
  // Names stand in histories and refusals, where no address may.
  const name = value('name') ?? email.slice(0, Math.max(0, email.lastIndexOf('@')));
  return { sub: value('sub') ?? username, email, name, language };
};

/** The user pool. Who a person is changes rarely: names are kept for the life of the container, groups never. */
export const peopleIn = (client: CognitoIdentityProviderClient, userPoolId: string): People => {
  const known = new Map<string, Person>();
  const personOf = async (username: string): Promise<Person> => {
    const kept = known.get(username);
    if (kept) return kept;
    const user = await client.send(new AdminGetUserCommand({ UserPoolId: userPoolId, Username: username }));
    const person = personFrom(user.UserAttributes, username);
    known.set(username, person);
    return person;
  };
  const inGroup = async (group: string): Promise<Person[]> => {
    const people: Person[] = [];
    try {
      for await (const page of paginateListUsersInGroup({ client }, { UserPoolId: userPoolId, GroupName: group })) {
        people.push(...(page.Users ?? []).map((user) => personFrom(user.Attributes, user.Username ?? '')));
      }
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
    return people;
  };
  return {
    approvers: async (ask) => {
      const holders = await inGroup('start-deliveries');
      if (ask.kind === 'people') {
        const addresses = ask.addresses.map((address) => address.toLowerCase());
        return holders.filter(({ email }) => addresses.includes(email.toLowerCase()));
      }
      if (ask.group === 'start-deliveries') return holders;
      const meant = new Set((await inGroup(ask.group)).map(({ sub }) => sub));
      return holders.filter(({ sub }) => meant.has(sub));
    },
    actor: async ({ sub, username, groups }) => ({ ...(await personOf(username)), sub, groups }),
  };
};
