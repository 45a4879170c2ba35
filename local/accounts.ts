import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Outputs } from './deploy.ts';
import { Failure } from './failure.ts';
import { clientSettings, type Settings } from './settings.ts';

/** Of the demo accounts; they exist in the local AWS only. */
const password = 'Freigabe-2026!';

/** One account for each part that people play. */
export const accounts = [
  { email: 'preparer@freigabe.example', name: 'Paula Berger', locale: 'de', groups: ['prepare-deliveries'] },
  { email: 'approver@freigabe.example', name: 'Anton Yılmaz', locale: 'en', groups: ['start-deliveries'] },
  { email: 'approver2@freigabe.example', name: 'Eleni Papadopoulou', locale: 'de', groups: ['start-deliveries'] },
  { email: 'admin@freigabe.example', name: 'Ada Sørensen', locale: 'en', groups: ['administration'] },
].map((account) => ({ ...account, password }));
export type Account = (typeof accounts)[number];

const create = async (client: CognitoIdentityProviderClient, pool: string, account: Account): Promise<void> => {
  const who = { UserPoolId: pool, Username: account.email };
  const UserAttributes = [
    { Name: 'email', Value: account.email },
    { Name: 'email_verified', Value: 'true' },
    { Name: 'name', Value: account.name },
    { Name: 'locale', Value: account.locale },
  ];
  try {
    await client.send(new AdminCreateUserCommand({ ...who, UserAttributes, MessageAction: 'SUPPRESS' }));
  } catch (error) {
    if (error instanceof UsernameExistsException) return;
    throw error;
  }
  await client.send(new AdminSetUserPasswordCommand({ ...who, Password: account.password, Permanent: true }));
  for (const GroupName of account.groups) await client.send(new AdminAddUserToGroupCommand({ ...who, GroupName }));
};

/** Creates the demo accounts that are missing. */
export const createAccounts = async (settings: Settings, outputs: Outputs): Promise<void> => {
  const client = new CognitoIdentityProviderClient(clientSettings(settings));
  await Promise.all(accounts.map(async (account) => create(client, outputs.UserPoolId, account)));
};

/** An access token of a demo account, signed in through Cognito. @throws Failure for an unknown address */
export const accessToken = async (
  settings: Settings,
  outputs: Pick<Outputs, 'UserPoolClientId'>,
  email: string,
): Promise<string> => {
  const account = accounts.find((known) => known.email === email);
  if (!account)
    throw new Failure(`No demo account "${email}". There are ${accounts.map((known) => known.email).join(', ')}.`);
  const client = new CognitoIdentityProviderClient(clientSettings(settings));
  const signIn = new InitiateAuthCommand({
    ClientId: outputs.UserPoolClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: account.email, PASSWORD: account.password },
  });
  const token = (await client.send(signIn)).AuthenticationResult?.AccessToken;
  if (token === undefined) throw new Error('the local Cognito gave no token');
  return token;
};
