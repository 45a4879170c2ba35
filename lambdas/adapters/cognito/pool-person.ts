import type { AdminGetUserCommandOutput, AttributeType, UserType } from '@aws-sdk/client-cognito-identity-provider';
import type { Account } from '../../../domain/people/account.ts';
import type { Person } from '../../../domain/people/people.ts';
import { GROUPS_ATTRIBUTE, standingOf, type SignInRules, type Standing } from '../../../domain/people/sign-in-rules.ts';
import { plainName } from '../../../domain/values/plain-name.ts';

export const valueIn = (attributes: AttributeType[] | undefined, name: string): string | undefined =>
  attributes?.find((attribute) => attribute.Name === name)?.Value;

export const personFrom = (attributes: AttributeType[] | undefined, username: string): Person => {
  const value = (name: string) => valueIn(attributes, name);
  const email = value('email') ?? '';
  const language = value('locale')?.startsWith('de') ? 'de' : 'en';
  // A provider sends any name. Names are shown in histories and refusals, where no address may.
  const given = plainName(value('name') ?? '');
  const name = given === '' || given.includes('@') ? email.slice(0, Math.max(0, email.lastIndexOf('@'))) : given;
  return { sub: value('sub') ?? username, email, name, language };
};

/** A user as each operation of Cognito answers it: AdminGetUser calls the attributes by another name. */
export type PoolUser = Pick<UserType, 'Attributes' | 'Enabled' | 'UserStatus'>;

export const asPoolUser = ({ UserAttributes, Enabled, UserStatus }: AdminGetUserCommandOutput): PoolUser => ({
  ...(UserAttributes && { Attributes: UserAttributes }),
  ...(Enabled !== undefined && { Enabled }),
  ...(UserStatus !== undefined && { UserStatus }),
});

export const standingIn = (rules: SignInRules, { Attributes, UserStatus = 'UNKNOWN' }: PoolUser): Standing =>
  standingOf(rules, {
    status: UserStatus,
    identities: valueIn(Attributes, 'identities'),
    address: valueIn(Attributes, 'email') ?? '',
    isVerified: valueIn(Attributes, 'email_verified') === 'true',
    groups: valueIn(Attributes, GROUPS_ATTRIBUTE),
  });

/** What is not said counts as closed. */
export const accountOf = (rules: SignInRules, user: PoolUser): Account => ({
  enabled: user.Enabled ?? false,
  status: user.UserStatus ?? 'UNKNOWN',
  refusal: standingIn(rules, user).refusal,
});
