import * as z from 'zod';
import { Role } from './people.ts';
import { roles } from './roles.ts';
import { addressKey } from '../model/address.ts';
import { jsonOf } from '../values/json-of.ts';

/** What a stage takes from an identity provider at which people of a company sign in. */
export const ProviderRules = z.object({
  /** As the user pool and the sign-in page name it. */
  name: z.string(),
  /** It speaks for addresses of these domains and of no others. In small letters, as DNS has them. */
  domains: z.array(z.string()),
  /** Whose word it is that an address belongs to who signs in: a claim of each person, or the provider's as a whole. */
  addresses: z.enum(['verifiedByClaim', 'trusted']),
  /** Roles by the names of the provider's groups; null: roles are given on the page People. */
  groups: z.record(z.string(), z.array(Role)).nullable(),
});
export type ProviderRules = z.infer<typeof ProviderRules>;

/** Who may sign in how. */
export const SignInRules = z.object({
  /** `allowed`: for addresses for whose domain no provider speaks. */
  passwords: z.enum(['allowed', 'federatedOnly']),
  providers: z.array(ProviderRules),
});
export type SignInRules = z.infer<typeof SignInRules>;

/** Of a stage without providers. */
export const passwordsOnly: SignInRules = { passwords: 'allowed', providers: [] };

/** Why an account that the user pool would let in is not let in by the stage. */
export type Refusal = 'providerUnknown' | 'addressNotOfProvider' | 'addressUnverified' | 'passwordNotAllowed';

/** What the user pool keeps of somebody that says how they sign in. */
export type SigningIn = {
  /** `UserStatus` of Cognito. */
  status: string;
  /** Attribute `identities`: JSON that only Cognito writes; one entry for each provider. */
  identities: string | undefined;
  address: string;
  isVerified: boolean;
  /** What the provider says of groups, as the attribute mapping wrote it. */
  groups: string | undefined;
};

/** How somebody stands by the rules of the stage. */
export type Standing = {
  /** Null: by a password of the user pool. */
  provider: string | null;
  /** Null: let in. */
  refusal: Refusal | null;
  /** Given by an administrator, or those that follow from what the provider says. */
  roles: 'byHand' | readonly Role[];
};

/** The attribute of the user pool into which what a provider says of groups is written. */
export const GROUPS_ATTRIBUTE = 'custom:groups';

/**
 * An attribute of Cognito holds 2,048 characters. It refuses longer ones; where one was cut all the same, the last name
 * could be the beginning of another.
 */
const LONGEST = 2048;

const isText = (value: unknown): value is string => typeof value === 'string';

/** `a+b` and `a%20b` as HTML forms write it, which Cognito does with the values of a SAML attribute. */
const formDecoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

/**
 * The names in an attribute into which a claim was mapped: a claim that is a text stays as it is, a list becomes
 * `["a","b"]` or `[a, b]` (SAML: `[a,b]`, each value form-encoded). What cannot be read is nobody's group. A name with a
 * comma can be told from two names in JSON and in SAML only.
 */
export const groupsIn = (text = ''): string[] => {
  const said = text.trim();
  if (said === '' || said.length >= LONGEST) return [];
  if (!said.startsWith('[')) return [said];
  const list = jsonOf(said);
  if (Array.isArray(list) && list.every(isText)) return list;
  if (!said.endsWith(']')) return [];
  return said
    .slice(1, -1)
    .split(',')
    .map((name) => formDecoded(name.trim()));
};

/** The roles that follow from a provider's groups, letter by letter. A group that is not in the table means nothing. */
export const rolesFrom = (text: string | undefined, table: NonNullable<ProviderRules['groups']>): Role[] => {
  const held = new Set(groupsIn(text));
  const given = new Set(Object.entries(table).flatMap(([group, meant]) => (held.has(group) ? meant : [])));
  return roles.filter((role) => given.has(role));
};

const Identities = z.array(z.looseObject({ providerName: z.string() }));

/** Names of the providers of an account; undefined: what is there cannot be read. */
const identitiesOf = ({ status, identities }: SigningIn): string[] | undefined => {
  const { data } = Identities.safeParse(identities === undefined ? [] : jsonOf(identities));
  const names = data?.map(({ providerName }) => providerName);
  return names?.length === 0 && status === 'EXTERNAL_PROVIDER' ? undefined : names;
};

/** Empty for what is no address. */
const domainOf = (address: string): string => {
  const key = addressKey(address);
  const at = key.lastIndexOf('@');
  return at > 0 ? key.slice(at + 1) : '';
};

const byPassword = ({ passwords, providers }: SignInRules, { address }: SigningIn): Standing => {
  // One person is one account: whoever had two could confirm by the one what they prepared by the other.
  const isSpokenFor = providers.some(({ domains }) => domains.includes(domainOf(address)));
  const isRefused = passwords === 'federatedOnly' || isSpokenFor;
  return { provider: null, refusal: isRefused ? 'passwordNotAllowed' : null, roles: 'byHand' };
};

const refusalBy = (provider: ProviderRules, { address, isVerified }: SigningIn): Refusal | null => {
  if (!provider.domains.includes(domainOf(address))) return 'addressNotOfProvider';
  return provider.addresses === 'trusted' || isVerified ? null : 'addressUnverified';
};

/**
 * How somebody stands now: by what the user pool keeps of them and the rules of the stage, and nothing else. An account
 * of the user pool that somebody linked with a provider is judged as the provider's, which overwrites its address; one
 * with several providers is nobody's.
 */
export const standingOf = (rules: SignInRules, person: SigningIn): Standing => {
  const names = identitiesOf(person);
  if (names?.length === 0) return byPassword(rules, person);
  const provider = names?.length === 1 ? rules.providers.find(({ name }) => name === names[0]) : undefined;
  if (!provider) return { provider: names?.join(', ') ?? '', refusal: 'providerUnknown', roles: [] };
  return {
    provider: provider.name,
    refusal: refusalBy(provider, person),
    roles: provider.groups === null ? 'byHand' : rolesFrom(person.groups, provider.groups),
  };
};

/**
 * Where whoever has this name in the user pool signed in, when nothing else is left of them; null: by a password. Cognito
 * begins it with the name of the provider; a pool that takes names in any letters may keep them small.
 */
export const providerByName = ({ providers }: SignInRules, username: string): string | null => {
  const begins = ({ name }: ProviderRules): boolean => username.toLowerCase().startsWith(`${name.toLowerCase()}_`);
  return providers.find(begins)?.name ?? null;
};

const isRole = (group: string): boolean => Role.safeParse(group).success;

/** The groups of somebody: what the user pool lists, where the provider decides about roles with its roles and no others. */
export const groupsBy = ({ roles: held }: Standing, listed: readonly string[]): string[] =>
  held === 'byHand' ? [...listed] : [...listed.filter((group) => !isRole(group)), ...held];
