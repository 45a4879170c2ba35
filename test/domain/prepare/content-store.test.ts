import { expect, test } from '@jest/globals';
import { S3Client } from '@aws-sdk/client-s3';
import { contentStoreIn } from '../../../lambdas/adapters/s3/content-store.ts';
import { wire, type Said } from '../wire.ts';

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const lost = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
const there: Said = { statusCode: 412, body: '<Error><Code>PreconditionFailed</Code></Error>' };

const bucketSaying = (...said: Said[]) => {
  const { requests, requestHandler } = wire(...said);
  const content = contentStoreIn(new S3Client({ region: 'eu-central-1', credentials, requestHandler }), 'content');
  return { requests, content };
};

test('a frozen object whose answer was lost is written; one that says something else is in the way', async () => {
  const own = bucketSaying(lost, there, { statusCode: 200, body: 'first' });
  await own.content.put('runs/r/1/manifest.json', 'first');
  expect(own.requests.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'GET']);
  const other = bucketSaying(there, { statusCode: 200, body: 'other' });
  await expect(other.content.put('runs/r/1/manifest.json', 'first')).rejects.toMatchObject({
    name: 'PreconditionFailed',
  });
});
