import { describe, expect, test } from '@jest/globals';
import { Chunk, chunkKey, Manifest, manifestKey } from '../../../domain/model/manifest.ts';
import type { LinkRules } from '../../../domain/model/link-rules.ts';
import { orderly, peopleWith, PrepareWorld } from './prepare-world.ts';

const frozenBy = async (links: LinkRules | undefined): Promise<{ manifest: Manifest; chunk: Chunk }> => {
  const html = orderly.html.replace('<p>', '<p><a href="https://a.example/shop">Shop</a>');
  const world = new PrepareWorld({ html, text: '' }, peopleWith([{ name: 'Ada' }, { name: 'Bo' }])).linked(links);
  const run = await world.prepare();
  if (run.state !== 'AwaitingConfirmation') throw new Error(run.state);
  const { prefix } = run.preparation;
  const read = (key: string): unknown => JSON.parse(String(world.objects.get(key)));
  return { manifest: Manifest.parse(read(manifestKey(prefix))), chunk: Chunk.parse(read(chunkKey(prefix, 0))) };
};

describe('what a campaign says of its links', () => {
  test('is frozen with what is confirmed: the addresses as they go out', async () => {
    const utm = { source: 'news', medium: 'email', campaign: 'spring' };
    const { manifest } = await frozenBy({ isTracked: true, untracked: ['https://a.example/shop'], utm });
    expect(manifest.content.html.skeleton).toContain('href="https://a.example/shop?utm_source=news');
    expect(manifest.content.html.skeleton).toContain('<a ses:no-track href="https://a.example/shop');
    expect(manifest.content.text.skeleton).toContain('https://a.example/shop?utm_source=news');
    expect(manifest.isTracked).toBe(true);
  });

  test('that tracks nobody is frozen as if everybody had refused', async () => {
    const { manifest, chunk } = await frozenBy({ isTracked: false, untracked: [] });
    expect(manifest).toMatchObject({
      isTracked: false,
      counts: { toDeliver: 2, trackable: 0 },
      chunks: [{ recipients: 2, isUntracked: true }],
    });
    expect(chunk.isUntracked).toBe(true);
  });

  test('without rules stays as it was', async () => {
    const { manifest, chunk } = await frozenBy(undefined);
    expect(manifest.content.html.skeleton).toContain('<a ses:tags="label:Shop" href="https://a.example/shop">');
    expect([manifest.isTracked, chunk.isUntracked]).toEqual([true, undefined]);
  });
});
