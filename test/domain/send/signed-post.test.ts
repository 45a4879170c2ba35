import { expect, test } from '@jest/globals';
import { ConditionalCheckFailedException, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SendBulkEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { groupMailerWith } from '../../../lambdas/adapters/ses/group-mailer.ts';
import { signedPostOf } from '../../../lambdas/adapters/sdk/signed-post.ts';
import { directWritesWith } from '../../../lambdas/adapters/dynamodb/direct-writes.ts';
import { wire, type Said } from '../wire.ts';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'of-the-role' };

const dynamoDb = (...answers: Said[]) => {
  const { requests, requestHandler } = wire(...answers);
  const client = new DynamoDBClient({ region: 'eu-central-1', credentials, requestHandler, maxAttempts: 2 });
  return { requests, writes: directWritesWith(client, signedPostOf(client, 'dynamodb', PutItemCommand)) };
};

const item = { TableName: 'messages', Item: { pk: { S: 'a' }, bytes: { B: new Uint8Array([1, 2, 255]) } } };

test('a write goes out once, to the service in its region, signed with the token of the role', async () => {
  const { requests, writes } = dynamoDb();
  await writes.put(item);
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({
    hostname: 'dynamodb.eu-central-1.amazonaws.com',
    protocol: 'https:',
    headers: { 'x-amz-security-token': 'of-the-role', 'x-amz-target': 'DynamoDB_20120810.PutItem' },
  });
  expect(requests[0]?.headers['authorization']).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/dynamodb\/aws4_request, SignedHeaders=\S*host\S*, Signature=[0-9a-f]{64}$/,
  );
  expect(JSON.parse(String(requests[0]?.body))).toEqual({
    TableName: 'messages',
    Item: { pk: { S: 'a' }, bytes: { B: 'AQL/' } },
  });
});

test('a condition that does not hold is the last word, and says what stands there', async () => {
  const body = JSON.stringify({
    __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException',
    Item: { used: { N: '7' } },
  });
  const { requests, writes } = dynamoDb({ statusCode: 400, body });
  const error = await writes.update({ TableName: 't', Key: {} }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ConditionalCheckFailedException);
  expect(error).toMatchObject({ Item: { used: { N: '7' } } });
  expect(requests).toHaveLength(1);
});

test.each<[string, Said]>([
  ['a broken connection', Object.assign(new Error('reset'), { code: 'ECONNRESET' })],
  ['a service that is not well', { statusCode: 500, body: 'Internal Error' }],
  ['a refusal that is no JSON', { statusCode: 400, body: '<html>' }],
  ['a throttling', { statusCode: 400, body: '{"__type":"com.amazonaws#ProvisionedThroughputExceededException"}' }],
])('%s leaves the write to the SDK, which asks again', async (_what, said) => {
  const { requests, writes } = dynamoDb(said, { statusCode: 200, body: '{"Attributes":{"used":{"N":"9"}}}' });
  expect(await writes.update({ TableName: 't', Key: { pk: { S: 'a' } } })).toEqual({ used: { N: '9' } });
  expect(requests).toHaveLength(2);
});

const ses = (...answers: Said[]) => {
  const { requests, requestHandler } = wire(...answers);
  const client = new SESv2Client({ region: 'eu-central-1', credentials, requestHandler });
  return { requests, mailer: groupMailerWith(signedPostOf(client, 'ses', SendBulkEmailCommand), 'tracked') };
};

const mail = {
  from: { name: 'Größe "L"', address: 'news@shop.example' },
  replyTo: null,
  headers: {},
  skeleton: { subject: '{{s0}}', html: '<p>{{h0}}</p>', text: '{{t0}}' },
  entries: [{ number: 7, address: 'a@b.example', data: { h0: '&lt;' }, headers: {}, tags: { run: 'R' } }],
};

test('a group is one request of SES v2, whatever becomes of it', async () => {
  const taken = { statusCode: 200, body: '{"BulkEmailEntryResults":[{"Status":"SUCCESS","MessageId":"m7"}]}' };
  const { requests, mailer } = ses(taken);
  expect(await mailer.send(mail)).toEqual({
    kind: 'answered',
    entries: [{ number: 7, kind: 'handedOver', sesMessageId: 'm7' }],
  });
  expect(requests[0]).toMatchObject({
    method: 'POST',
    hostname: 'email.eu-central-1.amazonaws.com',
    path: '/v2/email/outbound-bulk-emails',
  });
  expect(JSON.parse(String(requests[0]?.body))).toMatchObject({
    ConfigurationSetName: 'tracked',
    BulkEmailEntries: [
      {
        Destination: { ToAddresses: ['a@b.example'] },
        ReplacementEmailContent: { ReplacementTemplate: { ReplacementTemplateData: '{"h0":"&lt;"}' } },
        ReplacementTags: [{ Name: 'run', Value: 'R' }],
      },
    ],
  });
});

test.each<[string, Said, unknown]>([
  [
    'throttled',
    {
      statusCode: 429,
      body: '{"message":"Maximum sending rate exceeded."}',
      headers: { 'x-amzn-errortype': 'TooManyRequestsException' },
    },
    { kind: 'answered', interruption: { kind: 'throttled', wholeCall: true } },
  ],
  [
    'throttled in the number of calls',
    { statusCode: 429, body: '{"message":"slow"}', headers: { 'x-amzn-errortype': 'TooManyRequestsException' } },
    { kind: 'answered', interruption: { kind: 'callsThrottled' } },
  ],
  [
    'refused with a namespace and a link',
    { statusCode: 400, body: '{}', headers: { 'x-amzn-errortype': 'ns#AccountSuspendedException:http://x/' } },
    { kind: 'answered', interruption: { kind: 'account', cause: 'accountSuspended' } },
  ],
  ['refused by what is no SES', { statusCode: 403, body: '<html>' }, { interruption: { cause: 'refusedBySes' } }],
  ['answered with what is no JSON', { statusCode: 200, body: '<html>' }, { kind: 'unknown' }],
  ['answered with too few results', { statusCode: 200, body: '{"BulkEmailEntryResults":[]}' }, { kind: 'unknown' }],
  ['not well', { statusCode: 503, body: '' }, { kind: 'unknown' }],
  ['silent', Object.assign(new Error('late'), { name: 'TimeoutError' }), { kind: 'unknown' }],
])('SES %s: asked once and judged by what it said', async (_what, said, outcome) => {
  const { requests, mailer } = ses(said);
  expect(await mailer.send(mail)).toMatchObject(outcome as object);
  expect(requests).toHaveLength(1);
});

test('what nobody could sign was never sent: its members come back', async () => {
  const { requests, requestHandler } = wire();
  const expired = async () => Promise.reject(new Error('the role is not there yet'));
  const client = new SESv2Client({ region: 'eu-central-1', credentials: expired, requestHandler });
  const mailer = groupMailerWith(signedPostOf(client, 'ses', SendBulkEmailCommand), 'tracked');
  expect(await mailer.send(mail)).toEqual({
    kind: 'answered',
    entries: [{ number: 7, kind: 'released' }],
    interruption: { kind: 'transient' },
  });
  expect(requests).toHaveLength(0);
});
