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
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', { WriteAttributes: ['email', 'locale', 'name'] });
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    });
  });
});
