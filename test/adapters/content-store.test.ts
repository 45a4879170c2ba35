import { expect, test } from '@jest/globals';
import { S3Client } from '@aws-sdk/client-s3';
import { contentStoreIn } from '../../lambdas/adapters/s3/content-store.ts';
import { aws, fresh, outputs } from './local-aws.ts';

test('frozen content is written once and never replaced', async () => {
  const content = contentStoreIn(new S3Client({ ...aws, forcePathStyle: true }), outputs.ContentBucket);
  const key = `runs/${fresh('run')}/manifest.json`;
  await content.put(key, 'first');
  await content.put(key, 'second').catch(() => undefined);
  expect(await content.get(key)).toBe('first');
  expect(await content.get(`${key}.missing`)).toBeUndefined();
});
