import {
  AdminGetUserCommand,
  ListUsersCommand,
  paginateListUsers,
  ResourceNotFoundException,
  UserNotFoundException,
  type CognitoIdentityProviderClient,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { accountGone, canSignIn, refuseClosed } from '../../../domain/people/account.ts';
import { addressKey } from '../../../domain/model/address.ts';
import type { Person } from '../../../domain/people/people.ts';
import type { Clock } from '../../../domain/ports/clock.ts';
import type { Claims, People } from '../../../domain/people/ports/people.ts';
import { groupNamesOf, membersOf, type Pool } from './pool-groups.ts';
import { accountOf, personFrom, valueIn } from './pool-person.ts';

const provenAddress = ({ Attributes }: UserType): string | undefined =>
  valueIn(Attributes, 'email_verified') === 'true' ? addressKey(valueIn(Attributes, 'email') ?? '') : undefined;

/** Undefined for a user whom the pool does not know. */
const unlessGone = async <T>(asking: Promise<T>): Promise<T | undefined> => {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof UserNotFoundException) return undefined;
    throw error;
  }
};

/** @throws Problem for an account that is gone, disabled or not ready; one made anew for the same address is another */
const personNow = async ({ client, userPoolId }: Pool, { sub, username }: Claims): Promise<Person> => {
  const user = await unlessGone(client.send(new AdminGetUserCommand({ UserPoolId: userPoolId, Username: username })));
  const person = user && personFrom(user.UserAttributes, username);
  if (!user || person?.sub !== sub) throw accountGone();
  refuseClosed(accountOf(user));
  return person;
};

/** Whoever is in the group and can sign in: the list of Cognito names disabled people too. */
const inGroup = async (pool: Pool, group: string): Promise<Person[]> => {
  try {
    const users = (await membersOf(pool, group)).filter((user) => canSignIn(accountOf(user)));
    return users.map((user) => personFrom(user.Attributes, user.Username ?? ''));
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return [];
    throw error;
  }
};

const approversIn =
  (pool: Pool): People['approvers'] =>
  async (ask) => {
    const holders = await inGroup(pool, 'start-deliveries');
    if (ask.kind === 'people') {
      const addresses = ask.addresses.map((address) => address.toLowerCase());
      return holders.filter(({ email }) => addresses.includes(email.toLowerCase()));
    }
    if (ask.group === 'start-deliveries') return holders;
    const meant = new Set((await inGroup(pool, ask.group)).map(({ sub }) => sub));
    return holders.filter(({ sub }) => meant.has(sub));
  };

/** Addresses that their owner did not prove are not asked for: anybody could have entered a stranger's. */
const isOfSomebodyIn =
  ({ client, userPoolId }: Pool): People['isOfSomebody'] =>
  async (address) => {
    // Quotation marks are escaped as the API reference of ListUsers says.
    const Filter = `email = "${address.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
    for await (const { Users = [] } of paginateListUsers({ client }, { UserPoolId: userPoolId, Filter }))
      if (Users.some((user) => canSignIn(accountOf(user)) && provenAddress(user) === addressKey(address))) return true;
    return false;
  };

const personIn =
  ({ client, userPoolId }: Pool): People['person'] =>
  async (sub) => {
    const Filter = `sub = "${sub.replaceAll(/["\\]/g, '')}"`;
    const { Users = [] } = await client.send(new ListUsersCommand({ UserPoolId: userPoolId, Filter }));
    const user = Users.find((candidate) => canSignIn(accountOf(candidate)));
    return user && personFrom(user.Attributes, user.Username ?? '');
  };

/** For looking only: who was just there is there for a minute. */
const KNOWN_MS = 60_000;

/**
 * The user pool. Who may do something is asked of it each time; who only looks is asked for once in a minute and
 * container, which also ends the sight of a disabled account long before its token.
 */
export const peopleIn = (client: CognitoIdentityProviderClient, userPoolId: string, clock: Clock): People => {
  const pool = { client, userPoolId };
  const known = new Map<string, { person: Person; until: number }>();
  const learn = async (claims: Claims): Promise<Person> => {
    known.delete(claims.sub);
    const until = clock() + KNOWN_MS;
    const person = await personNow(pool, claims);
    known.set(claims.sub, { person, until });
    return person;
  };
  const personOf = async (claims: Claims): Promise<Person> => {
    const kept = known.get(claims.sub);
    return kept && clock() < kept.until ? kept.person : learn(claims);
  };
  return {
    approvers: approversIn(pool),
    administrators: async () => inGroup(pool, 'administration'),
    person: personIn(pool),
    isOfSomebody: isOfSomebodyIn(pool),
    actor: async (claims, groupsOf) => {
      if (groupsOf === 'token') return { ...(await personOf(claims)), groups: claims.groups };
      const person = await learn(claims);
      const groups = await unlessGone(groupNamesOf(pool, claims.username));
      if (!groups) throw accountGone();
      return { ...person, groups };
    },
  };
};
