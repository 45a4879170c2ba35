import { expect, test } from '@jest/globals';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { partiqlBatchWith, type Statement } from '../../../lambdas/adapters/dynamodb/partiql-batch.ts';
import { signedPostOf } from '../../../lambdas/adapters/sdk/signed-post.ts';
import { wire, type Said } from '../../domain/wire.ts';

const statements: Statement[] = ['a', 'b', 'c'].map((name) => ({ Statement: name, Parameters: [] }));

/** DynamoDB answers a batch with 200, and each statement with its own code. */
const answering = (...codes: string[]): Said => ({
  statusCode: 200,
  body: JSON.stringify({ Responses: codes.map((Code) => (Code === '' ? {} : { Error: { Code } })) }),
});

const refused: Said = {
  statusCode: 400,
  body: '{"__type":"com.amazon.coral.validate#ValidationException","message":"1 validation error detected"}',
};

const asked = async (...said: Said[]) => {
  const { requests, requestHandler } = wire(...said);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new DynamoDBClient({ region: 'eu-central-1', credentials, requestHandler, maxAttempts: 1 });
  const codes = await partiqlBatchWith(client, signedPostOf(client, 'dynamodb', PutItemCommand))(statements);
  const textOf = (body: unknown): string =>
    typeof body === 'string' ? body : new TextDecoder().decode(body as Uint8Array);
  const sent = requests.map(({ body }) => (JSON.parse(textOf(body)) as { Statements: Statement[] }).Statements);
  return { codes, sent: sent.map((all) => all.map(({ Statement }) => Statement).join('')) };
};

test('each statement is answered by itself', async () => {
  const { codes, sent } = await asked(answering('', 'ConditionalCheckFailed', 'DuplicateItem'));
  expect([codes, sent]).toEqual([[undefined, 'ConditionalCheckFailed', 'DuplicateItem'], ['abc']]);
});

test.each(['ThrottlingError', 'ProvisionedThroughputExceeded', 'RequestLimitExceeded', 'TransactionConflict'])(
  'only those are sent again that had no capacity: %s',
  async (code) => {
    const { codes, sent } = await asked(answering('', code, 'DuplicateItem'), answering(''));
    expect([codes, sent]).toEqual([
      [undefined, undefined, 'DuplicateItem'],
      ['abc', 'b'],
    ]);
  },
);

test('a batch that is refused as a whole is sent one by one: one bad statement keeps no other from being written', async () => {
  // By the short way and by the SDK, for the batch and for the bad one.
  const { codes, sent } = await asked(refused, refused, answering(''), refused, refused, answering(''));
  expect([codes, sent]).toEqual([
    [undefined, 'ValidationError', undefined],
    ['abc', 'abc', 'a', 'b', 'b', 'c'],
  ]);
});
