import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect, test } from '@jest/globals';
import { unsubscribeSigner } from '../../lambdas/adapters/secrets/unsubscribe-secret.ts';
import { wire, type Said } from '../domain/wire.ts';

test('a secret that could not be read once is read when it is asked for again, and then kept', async () => {
  const failed: Said = { statusCode: 500, body: '{"__type":"InternalServiceError"}' };
  const { requests, requestHandler } = wire(failed, { statusCode: 200, body: '{"SecretString":"s"}' });
  const credentials = { accessKeyId: 'k', secretAccessKey: 's' };
  const options = { region: 'eu-central-1', credentials, requestHandler, maxAttempts: 1 };
  const signer = unsubscribeSigner(new SecretsManagerClient(options), 'id');
  await expect(signer()).rejects.toHaveProperty('$metadata.httpStatusCode', 500);
  const sign = await signer();
  expect((await signer())('text')).toBe(sign('text'));
  expect(requests).toHaveLength(2);
});
