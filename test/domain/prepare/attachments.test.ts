import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { attachmentKey, MOST_ATTACHED_PEOPLE, type Attachment } from '../../../domain/model/attachment.ts';
import { Manifest } from '../../../domain/model/manifest.ts';
import type { Run } from '../../../domain/model/run.ts';
import { attachmentChecks } from '../../../domain/prepare/attachment-checks.ts';
import { frozenLoaderWithFiles } from '../../../lambdas/content/load-frozen.ts';
import { peopleWith, PrepareWorld } from './prepare-world.ts';

const pdf = Buffer.from('%PDF-1.7\nhello');
const attachment: Attachment = {
  name: 'Programm.pdf',
  type: 'application/pdf',
  bytes: pdf.length,
  sha256: createHash('sha256').update(pdf).digest('hex'),
};

/** A campaign with these attachments, whose one file is stored. */
const worldWith = (attachments?: Attachment[], stored: Uint8Array = pdf): PrepareWorld => {
  const world = new PrepareWorld({ ...(attachments && { attachments }) }, peopleWith([{ name: 'Ada' }]));
  world.objects.set(attachmentKey(attachment.sha256), stored);
  return world;
};

const preparationOf = (run: Run) => {
  if (!('preparation' in run) || !run.preparation) throw new Error(`it is ${run.state}`);
  return run.preparation;
};

const manifestIn = ({ objects }: PrepareWorld): object =>
  JSON.parse(String([...objects].find(([key]) => key.endsWith('manifest.json'))?.[1])) as object;

const blockingIn = (run: Run): string[] =>
  run.state === 'PreparationFailed'
    ? run.checks.filter(({ verdict }) => verdict === 'blocking').map(({ code }) => code)
    : [];

describe('what is attached', () => {
  test('is frozen in the manifest, so that its hash is confirmed, and told to those who confirm', async () => {
    const world = worldWith([attachment]);
    const { attachments, manifestHash } = preparationOf(await world.prepare());
    expect(attachments).toEqual([attachment]);
    expect(Manifest.parse(manifestIn(world)).attachments).toEqual([attachment]);
    const without = worldWith();
    expect(preparationOf(await without.prepare()).manifestHash).not.toBe(manifestHash);
    expect(manifestIn(without)).not.toHaveProperty('attachments');
  });

  test.each([
    ['not there', { sha256: 'a'.repeat(64) }, pdf],
    ['of other bytes', {}, Buffer.from('%PDF-1.7\nhellO')],
    ['of another size', { bytes: 1 }, pdf],
    ['a program by its name', { name: 'a.exe' }, pdf],
    ['of another type than its name says', { type: 'text/html' }, pdf],
    ['not what its name says', { name: 'a.png', type: 'image/png' }, pdf],
  ])('blocks the preparation when it is %s', async (_, wrong, stored) => {
    expect(blockingIn(await worldWith([{ ...attachment, ...wrong }], stored).prepare())).toEqual(['attachmentsThere']);
  });

  test('is for few', () => {
    const verdicts = (toDeliver: number) =>
      attachmentChecks({ attachments: [attachment], unusable: [], toDeliver }).map(({ verdict }) => verdict);
    expect(verdicts(MOST_ATTACHED_PEOPLE)).toEqual(['passed', 'passed', 'information']);
    expect(verdicts(MOST_ATTACHED_PEOPLE + 1)).toEqual(['passed', 'blocking', 'information']);
    expect(attachmentChecks({ attachments: [], unusable: [], toDeliver: 1e6 })).toEqual([]);
  });
});

describe('a worker', () => {
  test('loads it once, and sends nothing when its bytes are not those that were confirmed', async () => {
    const world = worldWith([attachment]);
    const preparation = preparationOf(await world.prepare());
    const asked: string[] = [];
    const { content } = world.ports;
    const counting = {
      ...content,
      getBytes: async (key: string) => {
        asked.push(key);
        return content.getBytes(key);
      },
    };
    const load = frozenLoaderWithFiles(counting);
    const [first, second] = [await load(preparation), await load(preparation)];
    expect(first.attachments).toEqual([
      { name: 'Programm.pdf', type: 'application/pdf', base64: pdf.toString('base64') },
    ]);
    expect(second.attachments).toBe(first.attachments);
    expect(asked).toEqual([attachmentKey(attachment.sha256)]);
    world.objects.set(attachmentKey(attachment.sha256), Buffer.from('%PDF-1.7\nhellO'));
    await expect(frozenLoaderWithFiles(content)(preparation)).rejects.toMatchObject({ name: 'ManifestDiffers' });
  });
});
