import { createHmac, createSecretKey } from 'node:crypto';
import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Sign } from '../../../domain/model/unsubscribe-token.ts';

/** Reads the secret once per container, again after it could not be read, and answers the keyed hash made with it. */
export const unsubscribeSigner = (client: SecretsManagerClient, secretId: string): (() => Promise<Sign>) => {
  let sign: Promise<Sign> | undefined;
  const load = async (): Promise<Sign> => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    if (!SecretString) throw new Error('the unsubscribe secret is empty');
    const key = createSecretKey(SecretString, 'utf8');
    return (text) => createHmac('sha256', key).update(text).digest('base64url');
  };
  return async () => {
    sign ??= load();
    try {
      return await sign;
    } catch (error) {
      sign = undefined;
      throw error;
    }
  };
};
