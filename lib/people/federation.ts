import { SecretValue } from 'aws-cdk-lib';
import {
  ProviderAttribute,
  UserPoolIdentityProviderOidc,
  UserPoolIdentityProviderSaml,
  UserPoolIdentityProviderSamlMetadata,
  type IUserPoolIdentityProvider,
  type UserPool,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { mappingOf, type Provider, type SignIn } from './sign-in-fields.ts';

/** An identity provider of the stage. The secret goes from Secrets Manager to Cognito, and is in no template. */
export const providerIn = (scope: Construct, userPool: UserPool, provider: Provider): IUserPoolIdentityProvider => {
  // Named as Cognito names them: `custom` takes standard attributes too.
  const custom = Object.fromEntries(
    Object.entries(mappingOf(provider)).map(([attribute, claim]) => [attribute, ProviderAttribute.other(claim)]),
  );
  const given = { userPool, name: provider.name, attributeMapping: { custom } };
  if (provider.kind === 'saml')
    return new UserPoolIdentityProviderSaml(scope, `Provider${provider.name}`, {
      ...given,
      metadata: UserPoolIdentityProviderSamlMetadata.url(provider.metadataUrl),
    });
  return new UserPoolIdentityProviderOidc(scope, `Provider${provider.name}`, {
    ...given,
    issuerUrl: provider.issuer,
    clientId: provider.clientId,
    clientSecret: SecretValue.secretsManager(provider.clientSecret).unsafeUnwrap(),
    scopes: provider.scopes,
  });
};

/**
 * What the runner of a local AWS does in the place of CloudFormation, whose emulator does not know identity providers:
 * the contract is read by local/federation/sign-in.ts. Secrets are named.
 */
export const localSignIn = ({ passwords, federation }: SignIn): string =>
  JSON.stringify({
    passwords,
    providers: federation.flatMap((provider) => {
      if (provider.kind === 'saml') return [];
      const { name, issuer, clientId, clientSecret, scopes } = provider;
      return [{ name, issuer, clientId, clientSecret, scopes, attributes: mappingOf(provider) }];
    }),
  });
