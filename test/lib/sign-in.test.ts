import { describe, expect, test } from '@jest/globals';
import { dataStacks, resourcesOf } from './synthesis.ts';
import type { StackTemplate } from './synthesise.ts';

const federation = [
  {
    kind: 'oidc',
    name: 'Contoso',
    issuer: 'https://login.contoso.example',
    clientId: 'client',
    clientSecret: 'freigabe/contoso',
    claims: { groups: 'groups' },
    domains: ['contoso.example'],
    groups: { boss: ['administration'] },
  },
  {
    kind: 'saml',
    name: 'Okta',
    metadataUrl: 'https://okta.example/metadata',
    claims: { email: 'mail', name: 'displayName' },
    domains: ['okta.example'],
  },
];

const kinds = {
  plain: {},
  off: { signIn: { mfa: 'off' } },
  optional: { signIn: { mfa: 'optional' } },
  required: { signIn: { mfa: 'required' } },
  short: { signIn: { sessionHours: 3 } },
  federatedWithPasskeys: { name: 'prod', signIn: { federation, passkeys: true } },
  federated: { signIn: { federation, passwords: 'federatedOnly' } },
  passkeys: { name: 'prod', signIn: { passkeys: true, mfa: 'required' } },
};
const stacks = dataStacks(...Object.values(kinds));
const stack = (kind: keyof typeof kinds): StackTemplate => stacks[Object.keys(kinds).indexOf(kind)]!;

/** Of the only resource of its type. */
const propertiesOf = (kind: keyof typeof kinds, type: string): unknown => {
  const resources = resourcesOf(stack(kind), `AWS::Cognito::${type}`);
  expect(resources).toHaveLength(1);
  return resources[0]![1];
};

describe('how people sign in', () => {
  test.each([
    ['off', 'OFF'],
    ['optional', 'OPTIONAL'],
    ['required', 'ON'],
  ] as const)('a second factor is %s as the stage says', (mfa, MfaConfiguration) => {
    expect(propertiesOf(mfa, 'UserPool')).toMatchObject({ MfaConfiguration });
  });

  test('a sign-in lasts as long as the stage says, and each refresh token is good for one renewal', () => {
    expect(propertiesOf('short', 'UserPoolClient')).toMatchObject({
      RefreshTokenValidity: 180,
      RefreshTokenRotation: { Feature: 'ENABLED' },
      ExplicitAuthFlows: expect.not.arrayContaining(['ALLOW_REFRESH_TOKEN_AUTH']),
    });
  });

  test('what people may change of themselves is listed, and an address only after it is proven', () => {
    expect(propertiesOf('plain', 'UserPoolClient')).toMatchObject({
      WriteAttributes: ['email', 'locale', 'name'],
      SupportedIdentityProviders: ['COGNITO'],
    });
    expect(propertiesOf('plain', 'UserPool')).toMatchObject({
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
      Schema: expect.arrayContaining([expect.objectContaining({ Name: 'groups', Mutable: true })]),
    });
  });

  test('no token of the sign-in pages can change attributes, such as the groups that a provider said', () => {
    expect(propertiesOf('federatedWithPasskeys', 'UserPoolClient')).toMatchObject({
      AllowedOAuthScopes: ['openid', 'email', 'profile'],
      AllowedOAuthFlows: ['code'],
    });
  });

  test('a provider is in the template with its mapping, and its secret by name only', () => {
    const providers = resourcesOf(stack('federated'), 'AWS::Cognito::UserPoolIdentityProvider').map(([, each]) => each);
    expect(providers).toMatchObject([
      {
        ProviderType: 'OIDC',
        ProviderDetails: {
          client_secret: '{{resolve:secretsmanager:freigabe/contoso:SecretString:::}}',
          authorize_scopes: 'openid email profile',
        },
        AttributeMapping: { email: 'email', name: 'name', email_verified: 'email_verified', 'custom:groups': 'groups' },
      },
      { ProviderType: 'SAML', AttributeMapping: { email: 'mail', name: 'displayName' } },
    ]);
    expect(propertiesOf('federated', 'UserPoolClient')).toMatchObject({
      SupportedIdentityProviders: ['Contoso', 'Okta'],
      WriteAttributes: expect.arrayContaining(['custom:groups']),
    });
    const client = Object.values(stack('federated').template.Resources).find(
      ({ Type }) => Type === 'AWS::Cognito::UserPoolClient',
    );
    expect(client).toMatchObject({ DependsOn: expect.arrayContaining([expect.stringContaining('ProviderContoso')]) });
  });

  test('passkeys belong to the host of the sign-in pages, and count as two factors', () => {
    expect(propertiesOf('passkeys', 'UserPool')).toMatchObject({
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
      WebAuthnRelyingPartyID: expect.stringMatching(/^freigabe-.*\.auth\..*\.amazoncognito\.com$/),
      WebAuthnUserVerification: 'required',
      WebAuthnFactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
    });
    expect(propertiesOf('passkeys', 'UserPoolDomain')).toMatchObject({ ManagedLoginVersion: 2 });
    expect(propertiesOf('passkeys', 'ManagedLoginBranding')).toMatchObject({ UseCognitoProvidedValues: true });
  });
});
