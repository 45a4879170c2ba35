import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from '@jest/globals';
import { passwordsOnly } from '../../domain/people/sign-in-rules.ts';
import { userPoolIn } from '../../lambdas/adapters/cognito/user-pool.ts';
import { wire, type Said } from '../domain/wire.ts';

const lost = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
const refused = (name: string): Said => ({ statusCode: 400, body: JSON.stringify({ __type: name }) });
const says = (body: object): Said => ({ statusCode: 200, body: JSON.stringify(body) });

const ada = { address: 'ada@example.com', name: 'Ada', language: 'en' as const, password: 'p' };
const listed = (createdMsAgo: number): Said =>
  says({
    Users: [
      {
        Username: 'u',
        Enabled: true,
        UserStatus: 'FORCE_CHANGE_PASSWORD',
        UserCreateDate: (Date.now() - createdMsAgo) / 1000,
        Attributes: Object.entries({ sub: 's', email: ada.address, email_verified: 'true', name: ada.name }).map(
          ([Name, Value]) => ({ Name, Value }),
        ),
      },
    ],
  });
const noGroups = says({ Groups: [] });

const poolSaying = (...said: Said[]) => {
  const { requestHandler } = wire(...said);
  const credentials = { accessKeyId: 'k', secretAccessKey: 's' };
  const client = new CognitoIdentityProviderClient({ region: 'eu-central-1', credentials, requestHandler });
  return userPoolIn({ client, userPoolId: 'p', rules: passwordsOnly });
};

describe('who is made or removed by a call whose answer is lost', () => {
  const there = refused('UsernameExistsException');

  test('is known when the SDK tries it again', async () => {
    const made = await poolSaying(lost, there, listed(1000), noGroups).create(ada);
    expect(made).toMatchObject({ sub: 's', address: ada.address, state: 'invited', groups: [] });
    await expect(poolSaying(lost, refused('UserNotFoundException')).remove('u')).resolves.toBeUndefined();
  });

  test('is somebody else who was there before', async () => {
    const exists = { code: 'conflict' };
    await expect(poolSaying(there).create(ada)).rejects.toMatchObject(exists);
    await expect(poolSaying(lost, there, listed(3_600_000), noGroups).create(ada)).rejects.toMatchObject(exists);
    await expect(poolSaying(refused('UserNotFoundException')).remove('u')).rejects.toMatchObject({ code: 'not-found' });
  });
});
