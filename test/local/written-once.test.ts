import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from '@jest/globals';
import { contentStoreIn } from '../../lambdas/adapters/s3/content-store.ts';
import { wire, type Said } from '../domain/wire.ts';

/** S3 user guide, "Conditional writes": the key is there, or another write of it is under way. */
const there: Said = { statusCode: 412, body: '<Error><Code>PreconditionFailed</Code></Error>' };
const underWay: Said = { statusCode: 409, body: '<Error><Code>ConditionalRequestConflict</Code></Error>' };
const lost = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

const storeAt = (...said: Said[]) => {
  const { requests, requestHandler } = wire(...said);
  const credentials = { accessKeyId: 'k', secretAccessKey: 's' };
  const client = new S3Client({ region: 'eu-central-1', credentials, requestHandler });
  return { content: contentStoreIn(client, 'bucket'), requests };
};

describe('a frozen object', () => {
  test('is written although the answer to its first try was lost: the second one finds it there', async () => {
    const { content, requests } = storeAt(lost, there);
    await content.put('runs/r/manifest.json', '{}');
    expect(requests).toHaveLength(2);
  });

  test('is written although the first try of it is still under way', async () => {
    const { content, requests } = storeAt(lost, underWay, there);
    await content.put('runs/r/manifest.json', '{}');
    expect(requests).toHaveLength(3);
  });

  test('that was there before is a surprise', async () => {
    const { content } = storeAt(there);
    await expect(content.put('runs/r/manifest.json', '{}')).rejects.toHaveProperty('name', 'PreconditionFailed');
  });

  test('that others keep writing is given up', async () => {
    const { content } = storeAt(...Array.from({ length: 100 }, () => underWay));
    await expect(content.put('runs/r/manifest.json', '{}')).rejects.toHaveProperty(
      'name',
      'ConditionalRequestConflict',
    );
  });
});
