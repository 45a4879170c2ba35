import type { AdminGetUserCommandOutput, AttributeType, UserType } from '@aws-sdk/client-cognito-identity-provider';
import type { Account } from '../../../domain/people/account.ts';
import type { Person } from '../../../domain/people/people.ts';

export const valueIn = (attributes: AttributeType[] | undefined, name: string): string | undefined =>
  attributes?.find((attribute) => attribute.Name === name)?.Value;

export const personFrom = (attributes: AttributeType[] | undefined, username: string): Person => {
  const value = (name: string) => valueIn(attributes, name);
  const email = value('email') ?? '';
  const language = value('locale')?.startsWith('de') ? 'de' : 'en';
  // Names are shown in histories and refusals, where no address may.
  const given = value('name') ?? '';
  const name = given === '' || given.includes('@') ? email.slice(0, Math.max(0, email.lastIndexOf('@'))) : given;
  return { sub: value('sub') ?? username, email, name, language };
};

/** What is not said counts as closed. */
export const accountOf = ({
  Enabled = false,
  UserStatus = 'UNKNOWN',
}: Pick<AdminGetUserCommandOutput, 'Enabled' | 'UserStatus'> | UserType): Account => ({
  enabled: Enabled,
  status: UserStatus,
});
