import {
  CognitoIdentityProviderClient,
  ResourceNotFoundException,
  UsernameExistsException,
  UserNotFoundException,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { passwordsOnly, type SignInRules } from '../../../domain/people/sign-in-rules.ts';
import type { Pool } from '../../../lambdas/adapters/cognito/pool-groups.ts';
import { now } from '../samples.ts';

type Known = {
  enabled?: boolean;
  status?: string;
  groups?: string[];
  attributes?: Record<string, string>;
  created?: Date;
};

type Asked = {
  Username?: string;
  GroupName?: string;
  NextToken?: string;
  PaginationToken?: string;
  Filter?: string;
  UserAttributes?: { Name: string; Value: string }[];
};

/** As few as make several pages of a small pool. */
const PAGE = 2;

const paged = <T>(all: readonly T[], token: string | undefined): { page: T[]; next: string | undefined } => {
  const start = Number(token ?? 0);
  return { page: all.slice(start, start + PAGE), next: start + PAGE < all.length ? String(start + PAGE) : undefined };
};

/** A user pool as Cognito answers for one, in pages; `asked` lists the operations. */
export class UserPool {
  rules: SignInRules = passwordsOnly;
  readonly users = new Map<string, Known>();
  readonly asked: string[] = [];
  /** Its groups are there though nobody is in them. */
  emptyGroups = false;

  with(username: string, known: Known = {}): this {
    this.users.set(username, known);
    return this;
  }

  /** By which the adapters ask it; the rules are those of this moment. */
  get port(): Pool {
    return { client: this.client, userPoolId: 'pool', rules: this.rules };
  }

  get client(): CognitoIdentityProviderClient {
    const send = async (command: { input: Asked; constructor: { name: string } }): Promise<object> => {
      const operation = command.constructor.name.replace(/Command$/, '');
      this.asked.push(operation);
      return this.answer(operation, command.input);
    };
    return Object.assign(new CognitoIdentityProviderClient({ region: 'us-east-1' }), { send });
  }

  private known(username: string | undefined): [string, Known] {
    const known = this.users.get(username ?? '');
    if (known) return [username ?? '', known];
    throw new UserNotFoundException({ message: 'User does not exist.', $metadata: {} });
  }

  private out([username, { enabled = true, status = 'CONFIRMED', attributes = {}, created }]: [
    string,
    Known,
  ]): UserType {
    const email = `${username}@freigabe.example`;
    const all = { sub: username, email, email_verified: 'true', ...attributes };
    return {
      Username: username,
      Enabled: enabled,
      UserStatus: status as 'CONFIRMED',
      UserCreateDate: created,
      Attributes: Object.entries(all).map(([Name, Value]) => ({ Name, Value })),
    };
  }

  private answer(operation: string, asked: Asked): object {
    if (operation === 'AdminGetUser') {
      const { Attributes: UserAttributes, ...user } = this.out(this.known(asked.Username));
      return { ...user, UserAttributes };
    }
    if (operation === 'AdminListGroupsForUser') {
      const { groups = [] } = this.known(asked.Username)[1];
      const { page, next } = paged(groups, asked.NextToken);
      return { Groups: page.map((GroupName) => ({ GroupName })), NextToken: next };
    }
    if (operation === 'ListUsersInGroup') return this.inGroup(asked);
    if (operation === 'ListUsers') return this.byFilter(asked);
    if (operation === 'AdminCreateUser') return this.create(asked);
    return this.change(operation, asked);
  }

  private create({ Username = '', UserAttributes = [] }: Asked): object {
    const attributes = Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
    const exists = [...this.users].some((user) => this.emailOf(user) === Username);
    if (exists) throw new UsernameExistsException({ message: 'User account already exists.', $metadata: {} });
    const sub = `new-${this.users.size}`;
    this.with(sub, { status: 'FORCE_CHANGE_PASSWORD', attributes, created: new Date(now) });
    return { User: this.out(this.known(sub)) };
  }

  private emailOf(user: [string, Known]): string | undefined {
    return this.out(user).Attributes?.find(({ Name }) => Name === 'email')?.Value;
  }

  private change(operation: string, { Username, GroupName = '', UserAttributes = [] }: Asked): object {
    const [username, known] = this.known(Username);
    const groups = (known.groups ?? []).filter((group) => group !== GroupName);
    const attributes = Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
    const changed: Record<string, () => unknown> = {
      AdminUpdateUserAttributes: () =>
        this.with(username, { ...known, attributes: { ...known.attributes, ...attributes } }),
      AdminAddUserToGroup: () => this.with(username, { ...known, groups: [...groups, GroupName] }),
      AdminRemoveUserFromGroup: () => this.with(username, { ...known, groups }),
      AdminEnableUser: () => this.with(username, { ...known, enabled: true }),
      AdminDisableUser: () => this.with(username, { ...known, enabled: false }),
      AdminDeleteUser: () => this.users.delete(username),
      AdminSetUserPassword: () => this.with(username, { ...known, status: 'FORCE_CHANGE_PASSWORD' }),
      AdminSetUserMFAPreference: () => undefined,
      AdminUserGlobalSignOut: () => undefined,
    };
    const act = changed[operation];
    if (!act) throw new Error(`the fake user pool does not know ${operation}`);
    act();
    return {};
  }

  private inGroup({ GroupName = '', NextToken }: Asked): object {
    const members = [...this.users].filter(([, { groups = [] }]) => groups.includes(GroupName));
    if (members.length === 0 && !this.emptyGroups)
      throw new ResourceNotFoundException({ message: 'Group not found.', $metadata: {} });
    const { page, next } = paged(members, NextToken);
    return { Users: page.map((member) => this.out(member)), NextToken: next };
  }

  /** Without a filter everybody, in pages. */
  private byFilter({ Filter, PaginationToken }: Asked): object {
    const users = [...this.users].map((user) => this.out(user));
    if (Filter === undefined) {
      const { page, next } = paged(users, PaginationToken);
      return { Users: page, PaginationToken: next };
    }
    const [, attribute, value] = /^(email|sub) = "(.*)"$/.exec(Filter) ?? [];
    return {
      Users: users.filter(({ Attributes = [] }) =>
        Attributes.some(({ Name, Value }) => Name === attribute && Value?.toLowerCase() === value?.toLowerCase()),
      ),
    };
  }
}
