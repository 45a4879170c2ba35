import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminSetUserMFAPreferenceCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  InvalidParameterException,
  ListUsersCommand,
  UsernameExistsException,
  UserNotFoundException,
  type CognitoIdentityProviderServiceException,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { addressKey } from '../../../domain/model/address.ts';
import { Problem } from '../../../domain/http/problem.ts';
import { stateOf } from '../../../domain/people/account.ts';
import { Role } from '../../../domain/people/people.ts';
import { roles } from '../../../domain/people/roles.ts';
import type { KnownPerson, UserPool } from '../../../domain/people/ports/user-pool.ts';
import { groupNamesOf, holdersOf, membersOf, type Pool } from './pool-groups.ts';
import { accountOf, personFrom, standingIn, valueIn } from './pool-person.ts';

/** ListUsers answers at most so many at once (API reference, `Limit`). */
const PAGE = 60;

const gone = (): Problem =>
  new Problem('not-found', 'There is nobody of this id in the user pool any more.', 'Load the list of people again.', {
    cause: 'personGone',
  });

const unlessGone = async <T>(asking: Promise<T>): Promise<T> => {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof UserNotFoundException) throw gone();
    throw error;
  }
};

const isoOf = (date: Date | undefined): string | null => date?.toISOString() ?? null;

/** @param given the roles that were given to them by hand */
const knownFrom = ({ rules }: Pool, user: UserType, given: readonly Role[]): KnownPerson => {
  const username = user.Username ?? '';
  const { provider, roles: held } = standingIn(rules, user);
  const { sub, email, name, language } = personFrom(user.Attributes, username);
  return {
    sub,
    name,
    address: email,
    language,
    groups: [...(held === 'byHand' ? given : held)],
    state: stateOf(accountOf(rules, user)),
    provider,
    rolesFrom: held === 'byHand' ? 'administration' : 'provider',
    createdAt: isoOf(user.UserCreateDate),
    changedAt: isoOf(user.UserLastModifiedDate),
    username,
  };
};

/** Three questions for a page of people, where one for each of them would meet Cognito's limit. */
const rolesByName = async (pool: Pool): Promise<Map<string, Role[]>> => {
  const held = new Map<string, Role[]>();
  for (const role of roles)
    for (const { Username = '' } of await membersOf(pool, role))
      held.set(Username, [...(held.get(Username) ?? []), role]);
  return held;
};

const rolesOf = async (pool: Pool, username: string): Promise<Role[]> =>
  (await unlessGone(groupNamesOf(pool, username))).flatMap((group) => Role.safeParse(group).data ?? []);

/** Quotation marks are escaped as the API reference of ListUsers says. */
const find = async (pool: Pool, attribute: 'sub' | 'email', value: string): Promise<KnownPerson | undefined> => {
  const { client, userPoolId } = pool;
  const Filter = `${attribute} = "${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
  const { Users = [] } = await client.send(new ListUsersCommand({ UserPoolId: userPoolId, Filter }));
  const user = Users.find(({ Attributes }) => valueIn(Attributes, attribute)?.toLowerCase() === value.toLowerCase());
  return user && knownFrom(pool, user, await rolesOf(pool, user.Username ?? ''));
};

const listing =
  (pool: Pool): UserPool['page'] =>
  async ({ cursor, limit }) => {
    const { client, userPoolId } = pool;
    const asked = { UserPoolId: userPoolId, Limit: Math.min(limit, PAGE), PaginationToken: cursor };
    try {
      const { Users = [], PaginationToken = null } = await client.send(new ListUsersCommand(asked));
      const held = await rolesByName(pool);
      const items = Users.map((user) => knownFrom(pool, user, held.get(user.Username ?? '') ?? []));
      return { items, cursor: PaginationToken };
    } catch (error) {
      if (cursor === undefined || !(error instanceof InvalidParameterException)) throw error;
      throw new Problem(
        'invalid-input',
        'The cursor is not one of this list.',
        'Leave it out to begin at the first page.',
      );
    }
  };

/** The SDK asks again when an answer is lost, and meets what its own first try did. */
const isTriedAgain = ({ $metadata }: CognitoIdentityProviderServiceException): boolean => ($metadata.attempts ?? 1) > 1;

const JUST_NOW_MS = 60_000;

/** Whom the first try made: nobody else makes people meanwhile (`Turns`). */
const madeJustNow = async (pool: Pool, { address, name }: { address: string; name: string }) => {
  const person = await find(pool, 'email', addressKey(address));
  const isNew = person?.createdAt != null && Date.now() - Date.parse(person.createdAt) < JUST_NOW_MS;
  return isNew && person.state === 'invited' && person.name === name && person.groups.length === 0 ? person : undefined;
};

/** The address counts as verified: whoever reads the first password there has it. */
const creating =
  (pool: Pool): UserPool['create'] =>
  async ({ address, name, language, password }) => {
    const { client, userPoolId } = pool;
    const attributes = { email: addressKey(address), email_verified: 'true', name, locale: language };
    try {
      const { User = {} } = await client.send(
        new AdminCreateUserCommand({
          UserPoolId: userPoolId,
          Username: attributes.email,
          UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
          TemporaryPassword: password,
          MessageAction: 'SUPPRESS',
        }),
      );
      return knownFrom(pool, User, []);
    } catch (error) {
      if (!(error instanceof UsernameExistsException)) throw error;
      const made = isTriedAgain(error) ? await madeJustNow(pool, { address, name }) : undefined;
      if (made) return made;
      throw new Problem('conflict', 'Somebody has this address already.', 'Look for them in the list of people.', {
        cause: 'personExists',
      });
    }
  };

/** The resource of each call stands in it, so that a test can hold it against the policy (docs/adr/0072). */
const accountsIn = ({
  client,
  userPoolId,
}: Pool): Pick<UserPool, 'describe' | 'setEnabled' | 'remove' | 'signOut'> => ({
  describe: async (username, { name, language }) => {
    const UserAttributes = [
      { Name: 'name', Value: name },
      { Name: 'locale', Value: language },
    ];
    const asked = { UserPoolId: userPoolId, Username: username, UserAttributes };
    await unlessGone(client.send(new AdminUpdateUserAttributesCommand(asked)));
  },
  setEnabled: async (username, enabled) => {
    const asked = { UserPoolId: userPoolId, Username: username };
    await unlessGone(
      enabled ? client.send(new AdminEnableUserCommand(asked)) : client.send(new AdminDisableUserCommand(asked)),
    );
  },
  remove: async (username) => {
    const asked = { UserPoolId: userPoolId, Username: username };
    try {
      await client.send(new AdminDeleteUserCommand(asked));
    } catch (error) {
      if (!(error instanceof UserNotFoundException)) throw error;
      if (!isTriedAgain(error)) throw gone();
    }
  },
  signOut: async (username) => {
    const asked = { UserPoolId: userPoolId, Username: username };
    await unlessGone(client.send(new AdminUserGlobalSignOutCommand(asked)));
  },
});

const rightsIn = ({
  client,
  userPoolId,
}: Pool): Pick<UserPool, 'join' | 'leave' | 'giveFirstPassword' | 'forgetSecondFactor'> => ({
  join: async (username, role) => {
    const asked = { UserPoolId: userPoolId, Username: username, GroupName: role };
    await unlessGone(client.send(new AdminAddUserToGroupCommand(asked)));
  },
  leave: async (username, role) => {
    const asked = { UserPoolId: userPoolId, Username: username, GroupName: role };
    await unlessGone(client.send(new AdminRemoveUserFromGroupCommand(asked)));
  },
  giveFirstPassword: async (username, password) => {
    const asked = { UserPoolId: userPoolId, Username: username, Password: password, Permanent: false };
    await unlessGone(client.send(new AdminSetUserPasswordCommand(asked)));
  },
  forgetSecondFactor: async (username) => {
    const SoftwareTokenMfaSettings = { Enabled: false, PreferredMfa: false };
    const asked = { UserPoolId: userPoolId, Username: username, SoftwareTokenMfaSettings };
    await unlessGone(client.send(new AdminSetUserMFAPreferenceCommand(asked)));
  },
});

/** The user pool with all that an administrator does to people in it. */
export const userPoolIn = (pool: Pool): UserPool => ({
  page: listing(pool),
  bySub: async (sub) => find(pool, 'sub', sub),
  byAddress: async (address) => find(pool, 'email', addressKey(address)),
  administrators: async () =>
    (await holdersOf(pool, 'administration')).map((user) => personFrom(user.Attributes, user.Username ?? '').sub),
  create: creating(pool),
  ...accountsIn(pool),
  ...rightsIn(pool),
});
