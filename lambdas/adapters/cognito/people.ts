import {
  AdminGetUserCommand,
  ListUsersCommand,
  paginateListUsers,
  UserNotFoundException,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { accountGone, canSignIn, refuseClosed } from '../../../domain/people/account.ts';
import { addressKey } from '../../../domain/model/address.ts';
import type { Person } from '../../../domain/people/people.ts';
import { groupsBy, providerByName, type Standing } from '../../../domain/people/sign-in-rules.ts';
import type { Clock } from '../../../domain/ports/clock.ts';
import type { Claims, People } from '../../../domain/people/ports/people.ts';
import { ableIn, groupNamesOf, holdersOf, type Pool } from './pool-groups.ts';
import { accountOf, asPoolUser, personFrom, standingIn, valueIn } from './pool-person.ts';

/** A provider that is let in has its word for the address of everybody in it. */
const provenAddress = ({ rules }: Pool, user: UserType): string | undefined => {
  const isProven = valueIn(user.Attributes, 'email_verified') === 'true' || standingIn(rules, user).provider !== null;
  return isProven ? addressKey(valueIn(user.Attributes, 'email') ?? '') : undefined;
};

/** Undefined for a user whom the pool does not know. */
const unlessGone = async <T>(asking: Promise<T>): Promise<T | undefined> => {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof UserNotFoundException) return undefined;
    throw error;
  }
};

type Known = { person: Person; standing: Standing };

/** @throws Problem for an account that is gone, closed or not ready; one made anew for the same address is another */
const knownNow = async ({ client, userPoolId, rules }: Pool, { sub, username }: Claims): Promise<Known> => {
  const found = await unlessGone(client.send(new AdminGetUserCommand({ UserPoolId: userPoolId, Username: username })));
  const user = found && asPoolUser(found);
  const person = user && personFrom(user.Attributes, username);
  if (!user || person?.sub !== sub) throw accountGone(providerByName(rules, username));
  refuseClosed(accountOf(rules, user));
  return { person, standing: standingIn(rules, user) };
};

const asPeople = (users: readonly UserType[]): Person[] =>
  users.map((user) => personFrom(user.Attributes, user.Username ?? ''));

const approversIn =
  (pool: Pool): People['approvers'] =>
  async (ask) => {
    const holders = asPeople(await holdersOf(pool, 'start-deliveries'));
    if (ask.kind === 'people') {
      const addresses = ask.addresses.map((address) => address.toLowerCase());
      return holders.filter(({ email }) => addresses.includes(email.toLowerCase()));
    }
    if (ask.group === 'start-deliveries') return holders;
    const meant = new Set(asPeople(await ableIn(pool, ask.group)).map(({ sub }) => sub));
    return holders.filter(({ sub }) => meant.has(sub));
  };

/** Addresses that their owner did not prove are not asked for: anybody could have entered a stranger's. */
const isOfSomebodyIn =
  (pool: Pool): People['isOfSomebody'] =>
  async (address) => {
    const { client, userPoolId, rules } = pool;
    // Quotation marks are escaped as the API reference of ListUsers says.
    const Filter = `email = "${address.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
    for await (const { Users = [] } of paginateListUsers({ client }, { UserPoolId: userPoolId, Filter }))
      if (Users.some((user) => canSignIn(accountOf(rules, user)) && provenAddress(pool, user) === addressKey(address)))
        return true;
    return false;
  };

const personIn =
  ({ client, userPoolId, rules }: Pool): People['person'] =>
  async (sub) => {
    const Filter = `sub = "${sub.replaceAll(/["\\]/g, '')}"`;
    const { Users = [] } = await client.send(new ListUsersCommand({ UserPoolId: userPoolId, Filter }));
    const user = Users.find((candidate) => canSignIn(accountOf(rules, candidate)));
    return user && personFrom(user.Attributes, user.Username ?? '');
  };

/** For looking only: who was just there is there for a minute. */
const KNOWN_MS = 60_000;

/**
 * The user pool. Who may do something is asked of it each time; who only looks is asked for once in a minute and
 * container, which also ends the sight of a disabled account long before its token.
 */
export const peopleIn = (pool: Pool, clock: Clock): People => {
  const kept = new Map<string, Known & { until: number }>();
  const learn = async (claims: Claims): Promise<Known> => {
    kept.delete(claims.sub);
    const until = clock() + KNOWN_MS;
    const known = await knownNow(pool, claims);
    kept.set(claims.sub, { ...known, until });
    return known;
  };
  const lookerOf = async (claims: Claims): Promise<Known> => {
    const known = kept.get(claims.sub);
    return known && clock() < known.until ? known : learn(claims);
  };
  return {
    approvers: approversIn(pool),
    administrators: async () => asPeople(await holdersOf(pool, 'administration')),
    person: personIn(pool),
    isOfSomebody: isOfSomebodyIn(pool),
    actor: async (claims, groupsOf) => {
      if (groupsOf === 'token') {
        const { person, standing } = await lookerOf(claims);
        return { ...person, groups: groupsBy(standing, claims.groups) };
      }
      const { person, standing } = await learn(claims);
      const listed = await unlessGone(groupNamesOf(pool, claims.username));
      if (!listed) throw accountGone(standing.provider);
      return { ...person, groups: groupsBy(standing, listed) };
    },
  };
};
