import { Problem } from '../http/problem.ts';
import type { PoolPerson } from './manage-api.ts';
import { standingOf, type SignInRules } from './sign-in-rules.ts';

const setByProvider = (name: string): Problem =>
  new Problem(
    'conflict',
    `${name} decides about this, where this person signs in.`,
    'Have it changed there; it holds from their next sign-in on. Disabling the account here holds at once.',
    { cause: 'setByProvider', name },
  );

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each));

/** @throws Problem `conflict` for what the next sign-in would overwrite */
export const refuseSetByProvider = (
  { provider, rolesFrom, name, groups }: PoolPerson,
  wanted: Pick<PoolPerson, 'name' | 'groups'>,
): void => {
  if (provider === null) return;
  if (wanted.name !== name || (rolesFrom === 'provider' && !isSame(wanted.groups, groups)))
    throw setByProvider(provider);
};

/** @throws Problem `conflict` for somebody who has no second factor here */
export const refuseForeignFactor = ({ provider }: PoolPerson): void => {
  if (provider !== null) throw setByProvider(provider);
};

/** @throws Problem `conflict` for an address by which nobody could sign in with a password */
export const refuseInvitation = (rules: SignInRules, address: string): void => {
  const invited = { status: 'FORCE_CHANGE_PASSWORD', identities: undefined, address, isVerified: true };
  if (standingOf(rules, { ...invited, groups: undefined }).refusal === null) return;
  throw new Problem(
    'conflict',
    'People with addresses of this domain sign in by the account of their company and are not invited.',
    'Let them sign in by it once; what they may do follows from there.',
    { cause: 'signsInByProvider' },
  );
};
