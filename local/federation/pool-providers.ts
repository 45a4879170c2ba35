import {
  CognitoIdentityProviderClient,
  CreateIdentityProviderCommand,
  DuplicateProviderException,
  UpdateIdentityProviderCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  ResourceExistsException,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { Failure } from '../failure.ts';
import { clientSettings, type Settings } from '../settings.ts';
import type { LocalProvider } from './sign-in.ts';

/** Of the company that this machine plays, in the local AWS only. */
const companySecret = 'the secret that Contoso gave to Freigabe';

/** As whoever deploys does on AWS before the first deployment. */
const putCompanySecret = async (client: SecretsManagerClient, name: string): Promise<void> => {
  try {
    await client.send(new CreateSecretCommand({ Name: name, SecretString: companySecret }));
  } catch (error) {
    if (!(error instanceof ResourceExistsException)) throw error;
  }
};

/** @throws Failure for a secret that is not there */
const secretNamed = async (client: SecretsManagerClient, name: string): Promise<string> => {
  try {
    const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: name }));
    return SecretString;
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    throw new Failure(
      `stages/local.json names the secret "${name}", which the local AWS does not have: take the provider out, start, make the secret there (docs/sign-in.md), and start again with it.`,
    );
  }
};

/** Where the emulator asks in the place of a provider: `providerRoutes` in routes.ts. */
const detailsOf = ({ consoleUrl }: Settings, provider: LocalProvider, client_secret: string) => ({
  client_id: provider.clientId,
  client_secret,
  authorize_scopes: provider.scopes.join(' '),
  oidc_issuer: provider.issuer,
  attributes_request_method: 'GET',
  authorize_url: `${consoleUrl}/local/oauth2/provider/${provider.name}/authorize`,
  token_url: `${consoleUrl}/local/oauth2/provider/${provider.name}/token`,
});

/**
 * The providers of the stage in the local user pool: the emulator's CloudFormation has no
 * AWS::Cognito::UserPoolIdentityProvider, its API has.
 * @returns the secret by which the pool is known to each
 */
export const registerProviders = async (
  settings: Settings,
  pool: string,
  providers: readonly LocalProvider[],
): Promise<Map<string, string>> => {
  const cognito = new CognitoIdentityProviderClient(clientSettings(settings));
  const secrets = new SecretsManagerClient(clientSettings(settings));
  const known = new Map<string, string>();
  for (const provider of providers) {
    if (provider.issuer === settings.companyUrl) await putCompanySecret(secrets, provider.clientSecret);
    const secret = await secretNamed(secrets, provider.clientSecret);
    known.set(provider.name, secret);
    const asked = {
      UserPoolId: pool,
      ProviderName: provider.name,
      ProviderDetails: detailsOf(settings, provider, secret),
      AttributeMapping: provider.attributes,
    };
    try {
      await cognito.send(new CreateIdentityProviderCommand({ ...asked, ProviderType: 'OIDC' }));
    } catch (error) {
      if (!(error instanceof DuplicateProviderException)) throw error;
      await cognito.send(new UpdateIdentityProviderCommand(asked));
    }
  }
  return known;
};
