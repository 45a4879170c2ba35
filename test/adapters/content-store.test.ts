import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Picture } from '../../domain/model/picture.ts';
import { pictureFileName } from '../../domain/model/picture-address.ts';
import { picturesIn } from '../../lambdas/adapters/dynamodb/pictures.ts';
import { pictureFilesIn } from '../../lambdas/adapters/s3/picture-files.ts';
import { contentStoreIn } from '../../lambdas/adapters/s3/content-store.ts';
import { aws, documents, fresh, outputs } from './local-aws.ts';

test('frozen content is written once and never replaced', async () => {
  const content = contentStoreIn(new S3Client({ ...aws, forcePathStyle: true }), outputs.ContentBucket);
  const key = `runs/${fresh('run')}/manifest.json`;
  await content.put(key, 'first');
  await content.put(key, 'second').catch(() => undefined);
  expect(await content.get(key)).toBe('first');
  expect(await content.get(`${key}.missing`)).toBeUndefined();
});

test('a picture lies where it is shown with its type and a long life, and is written once', async () => {
  const client = new S3Client({ ...aws, forcePathStyle: true });
  const picture = { id: fresh('picture').padEnd(64, '0').slice(0, 64), type: 'gif' as const };
  const files = pictureFilesIn(client, outputs.ContentBucket);
  await files.keep(picture, Buffer.from('first'));
  await files.keep(picture, Buffer.from('second'));
  const Key = `media/${pictureFileName(picture)}`;
  const { Body, ContentType, CacheControl } = await client.send(
    new GetObjectCommand({ Bucket: outputs.ContentBucket, Key }),
  );
  expect(await Body?.transformToString()).toBe('first');
  expect([ContentType, CacheControl]).toEqual(['image/gif', 'public, max-age=31536000, immutable']);
});

test('what is known of pictures is kept by their ids, the last of it', async () => {
  const pictures = picturesIn(documents, outputs.CampaignsTable);
  const picture: Picture = {
    id: createHash('sha256').update(fresh('picture')).digest('hex'),
    type: 'png',
    bytes: 1,
    width: 1,
    height: 1,
    isAnimated: false,
    name: 'a.png',
    alt: '',
    uploadedAt: '2026-11-24T09:30:00.000Z',
    uploadedBy: { sub: 's', email: 'a@freigabe.example', name: 'A', language: 'en' },
  };
  await pictures.keep(picture);
  await pictures.keep({ ...picture, alt: 'A' });
  expect(await pictures.known([picture.id, 'f'.repeat(64)])).toEqual([{ ...picture, alt: 'A' }]);
  expect((await pictures.all()).items).toContainEqual({ ...picture, alt: 'A' });
  // There is no such file, so that nobody who shares this local AWS is to be offered it.
  await pictures.keep({ ...picture, removed: { at: picture.uploadedAt, by: picture.uploadedBy } });
});
