import { expect, test } from '@jest/globals';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { optOutsIn } from '../../../lambdas/adapters/dynamodb/opt-outs.ts';
import { retryingThrottled } from '../../../lambdas/adapters/dynamodb/throttled-transactions.ts';
import { now } from '../../domain/samples.ts';
import { cancelled, wire, type Said } from '../../domain/wire.ts';

const done: Said = { statusCode: 200, body: '{}' };

const tableSaying = (...said: Said[]) => {
  const { requests, requestHandler } = wire(...said);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = retryingThrottled(new DynamoDBClient({ region: 'eu-central-1', credentials, requestHandler }));
  return { requests, optOuts: optOutsIn(DynamoDBDocumentClient.from(client), 't') };
};

const tokenOf = ({ body }: { body?: unknown }): string => {
  const asked = JSON.parse(new TextDecoder().decode(body as Uint8Array)) as { ClientRequestToken: string };
  return asked.ClientRequestToken;
};

test.each(['ThrottlingError', 'ProvisionedThroughputExceeded'])(
  'an opt-out whose transaction is cancelled for %s is written a moment later, as the same transaction',
  async (code) => {
    const { requests, optOuts } = tableSaying(cancelled('None', code), cancelled(code, 'TransactionConflict'), done);
    await optOuts.optOut('p', now, 'oneClick');
    expect(requests).toHaveLength(3);
    expect(new Set(requests.map(tokenOf)).size).toBe(1);
  },
);

test('it is given up after the tries of the SDK, and says that it was not written', async () => {
  const { requests, optOuts } = tableSaying(...Array.from({ length: 9 }, () => cancelled('None', 'ThrottlingError')));
  await expect(optOuts.optOut('p', now, 'oneClick')).rejects.toMatchObject({ name: 'TransactionCanceledException' });
  expect(requests.length).toBeGreaterThan(1);
});

test('what waiting does not mend is asked once', async () => {
  const { requests, optOuts } = tableSaying(cancelled('None', 'ValidationError'));
  await expect(optOuts.optOut('p', now, 'oneClick')).rejects.toThrow();
  expect(requests).toHaveLength(1);
});
