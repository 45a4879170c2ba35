import { describe, test } from '@jest/globals';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { DataStack } from '../../lib/data-stack.ts';
import { readStage } from '../../lib/stage.ts';
import { stageNamed } from './synthesis.ts';

describe('how people sign in', () => {
  const poolOf = (settings: object) => {
    const app = new App();
    const stage = readStage({ ...stageNamed('example'), ...settings });
    return Template.fromStack(new DataStack(app, 'Data', { stage }));
  };

  test.each([
    ['off', 'OFF'],
    ['optional', 'OPTIONAL'],
    ['required', 'ON'],
  ])('a second factor is %s as the stage says', (mfa, MfaConfiguration) => {
    poolOf({ signIn: { mfa } }).hasResourceProperties('AWS::Cognito::UserPool', { MfaConfiguration });
  });

  test('a sign-in lasts as long as the stage says, and each refresh token is good for one renewal', () => {
    poolOf({ signIn: { sessionHours: 3 } }).hasResourceProperties('AWS::Cognito::UserPoolClient', {
      RefreshTokenValidity: 180,
      RefreshTokenRotation: { Feature: 'ENABLED' },
      ExplicitAuthFlows: Match.not(Match.arrayWith(['ALLOW_REFRESH_TOKEN_AUTH'])),
    });
  });

  test('what people may change of themselves is listed, and an address only after it is proven', () => {
    const template = poolOf({});
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      WriteAttributes: ['email', 'locale', 'name'],
      SupportedIdentityProviders: ['COGNITO'],
    });
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
      Schema: Match.arrayWith([Match.objectLike({ Name: 'groups', Mutable: true })]),
    });
  });

  test('no token of the sign-in pages can change attributes, such as the groups that a provider said', () => {
    poolOf({ name: 'prod', signIn: { federation, passkeys: true } }).hasResourceProperties(
      'AWS::Cognito::UserPoolClient',
      {
        AllowedOAuthScopes: ['openid', 'email', 'profile'],
        AllowedOAuthFlows: ['code'],
      },
    );
  });

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

  test('a provider is in the template with its mapping, and its secret by name only', () => {
    const template = poolOf({ signIn: { federation, passwords: 'federatedOnly' } });
    template.hasResourceProperties('AWS::Cognito::UserPoolIdentityProvider', {
      ProviderType: 'OIDC',
      ProviderDetails: {
        client_secret: '{{resolve:secretsmanager:freigabe/contoso:SecretString:::}}',
        authorize_scopes: 'openid email profile',
      },
      AttributeMapping: { email: 'email', name: 'name', email_verified: 'email_verified', 'custom:groups': 'groups' },
    });
    template.hasResourceProperties('AWS::Cognito::UserPoolIdentityProvider', {
      ProviderType: 'SAML',
      AttributeMapping: { email: 'mail', name: 'displayName' },
    });
    template.hasResource('AWS::Cognito::UserPoolClient', {
      Properties: {
        SupportedIdentityProviders: ['Contoso', 'Okta'],
        WriteAttributes: Match.arrayWith(['custom:groups']),
      },
      DependsOn: Match.arrayWith([Match.stringLikeRegexp('ProviderContoso')]),
    });
  });

  test('passkeys belong to the host of the sign-in pages, and count as two factors', () => {
    const template = poolOf({ name: 'prod', signIn: { passkeys: true, mfa: 'required' } });
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
      WebAuthnRelyingPartyID: Match.stringLikeRegexp(String.raw`^freigabe-.*\.auth\..*\.amazoncognito\.com$`),
      WebAuthnUserVerification: 'required',
      WebAuthnFactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
    });
    template.hasResourceProperties('AWS::Cognito::UserPoolDomain', { ManagedLoginVersion: 2 });
    template.hasResourceProperties('AWS::Cognito::ManagedLoginBranding', { UseCognitoProvidedValues: true });
  });
});
