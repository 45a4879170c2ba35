import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Picture } from '../../../domain/model/picture.ts';
import { pictureIdIn } from '../../../domain/model/picture-address.ts';
import { PictureQuery, UploadQuery } from '../../../domain/write/picture-routes.ts';
import { getPictures, removePicture, uploadPicture } from '../../../lambdas/write/pictures.ts';
import { author, now } from '../samples.ts';
import { gif, jpeg, png, segment } from './picture-samples.ts';

const consoleUrl = 'https://freigabe.example';
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A store of pictures and its bucket, each picture a minute after the last. */
class World {
  readonly records = new Map<string, Picture>();
  readonly files = new Map<string, Uint8Array>();
  private minutes = 0;

  readonly ports = {
    pictures: {
      all: async () => ({ items: [...this.records.values()], unreadable: [] }),
      known: async (ids: readonly string[]) => ids.flatMap((id) => this.records.get(id) ?? []),
      keep: async (picture: Picture) => void this.records.set(picture.id, picture),
    },
    files: {
      keep: async ({ id }: Pick<Picture, 'id'>, content: Uint8Array) => {
        if (!this.files.has(id)) this.files.set(id, content);
      },
    },
    consoleUrl,
    clock: () => Date.parse(now) + (this.minutes += 1) * 60_000,
  };

  async upload(body: Uint8Array, query: object = {}): ReturnType<ReturnType<typeof uploadPicture>> {
    return uploadPicture(this.ports)({ query: UploadQuery.parse(query), body, actor: author } as never);
  }

  async offered(query: object = {}): Promise<string[]> {
    const { items } = await getPictures(this.ports)({ query: PictureQuery.parse(query) } as never);
    return items.map(({ name }) => name);
  }

  async remove(id: string): Promise<unknown> {
    return removePicture(this.ports)({ params: { id }, actor: author } as never);
  }
}

describe('pictures of mails', () => {
  test('lie under the hash that the server finds of what is kept of them', async () => {
    const world = new World();
    const picture = await world.upload(jpeg([segment(0xe1, 'Exif\0\0place')]), { name: 'tulips.jpg', alt: 'Tulips' });
    expect(picture).toMatchObject({
      id: hashOf(jpeg()),
      url: `${consoleUrl}/media/${hashOf(jpeg())}.jpg`,
      bytes: jpeg().length,
      width: 640,
      height: 480,
      alt: 'Tulips',
      uploadedBy: { sub: author.sub },
    });
    expect(Buffer.from(world.files.get(picture.id) ?? [])).toEqual(jpeg());
    expect(pictureIdIn(consoleUrl, picture.url)).toBe(picture.id);
    expect(pictureIdIn('https://elsewhere.example', picture.url)).toBeUndefined();
  });

  test('are one when they are the same, with what was said of them last', async () => {
    const world = new World();
    await world.upload(png(), { name: 'logo.png', alt: 'Our logo' });
    expect(await world.upload(png(), { name: 'logo-2.png' })).toMatchObject({ name: 'logo-2.png', alt: 'Our logo' });
    expect(world.records.size).toBe(1);
  });

  test.each([
    ['no picture', Buffer.from('<svg/>'), { code: 'invalid-input', cause: 'pictureRefused' }],
    ['larger than 4 MB', new Uint8Array(4_000_001), { code: 'too-large', cause: 'pictureTooLarge' }],
  ])('are refused before anything is stored: %s', async (_what, body, problem) => {
    const world = new World();
    await expect(world.upload(body)).rejects.toMatchObject(problem);
    expect([world.records.size, world.files.size]).toEqual([0, 0]);
  });

  test('are offered the newest first, found by words, page by page', async () => {
    const world = new World();
    await world.upload(jpeg(), { name: 'tulips.jpg', alt: 'Rote Blüten' });
    await world.upload(png(), { name: 'logo.png' });
    await world.upload(gif(), { name: 'wave.gif' });
    expect(await world.offered()).toEqual(['wave.gif', 'logo.png', 'tulips.jpg']);
    expect(await world.offered({ search: 'bluten ROTE' })).toEqual(['tulips.jpg']);
    const first = await getPictures(world.ports)({ query: PictureQuery.parse({ limit: 2 }) } as never);
    expect(await world.offered({ limit: 2, cursor: first.cursor })).toEqual(['tulips.jpg']);
  });

  test('that are removed are offered no more, and stay where mails show them', async () => {
    const world = new World();
    const { id } = await world.upload(png(), { name: 'logo.png' });
    await world.remove(id);
    const [once] = world.records.values();
    await world.remove(id);
    expect([...world.records.values()]).toEqual([once]);
    expect(await world.offered()).toEqual([]);
    expect(world.files.has(id)).toBe(true);
    await expect(world.remove('f'.repeat(64))).rejects.toMatchObject({ code: 'not-found' });
    await world.upload(png());
    expect(await world.offered()).toEqual(['logo.png']);
  });
});
