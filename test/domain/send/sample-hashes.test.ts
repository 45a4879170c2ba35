import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { chunkKey, Manifest, manifestKey, type Sample } from '../../../domain/model/manifest.ts';
import type { Preparation } from '../../../domain/model/preparation.ts';
import { Run } from '../../../domain/model/run.ts';
import { frozenLoader } from '../../../lambdas/content/load-frozen.ts';
import { hashedSamples } from '../../../lambdas/content/sample-hashes.ts';
import { checkedMails } from '../../../lambdas/send/checked-mails.ts';
import { verifyManifest } from '../../../lambdas/send/verify-manifest.ts';
import { letter } from '../schedule/letter.ts';
import { SeriesWorld } from '../schedule/series-world.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const once = { ...letter, schedule: { mode: 'onceConfirmed' as const }, requestConfirmation: true };

const preparationOf = (run: Run): Preparation => {
  if ('preparation' in run && run.preparation) return run.preparation;
  throw new Error(`the run is ${run.state}`);
};

/** Whoever froze a run here may be another version of Freigabe than the one that sends it. */
class UpdatedWorld extends SeriesWorld {
  /** As if this had been frozen, and confirmed, instead. */
  frozenWith(run: Run, change: (sample: Sample) => Sample): Run {
    const preparation = preparationOf(run);
    const manifest = this.manifestOf(run);
    const text = JSON.stringify({ ...manifest, samples: manifest.samples.map(change) });
    this.objects.set(manifestKey(preparation.prefix), text);
    const known = JSON.stringify(this.runOf(run.id));
    const frozen = Run.parse(JSON.parse(known.replaceAll(preparation.manifestHash, sha256(text))));
    this.runs.set(run.id, frozen);
    return frozen;
  }

  forgetPeople(run: Run): void {
    this.objects.delete(chunkKey(preparationOf(run).prefix, 0));
  }

  get content() {
    return this.ports.content;
  }
}

const byAnother = (sample: Sample): Sample => ({ ...sample, mailHash: sha256('another mail') });
const unhashed = ({ mailHash: _none, ...sample }: Sample): Sample => sample;

/** A run that is confirmed as it was frozen, or as another version froze it, and its machine that has verified it. */
const sent = async (change?: (sample: Sample) => Sample) => {
  const world = new UpdatedWorld();
  const { id } = await world.create('paula', once);
  const run = await world.prepare('paula', id);
  if (change) world.frozenWith(run, change);
  await world.confirm('anton', run.id);
  return { world, run: await world.work(run.id) };
};

describe('what was confirmed is what is sent', () => {
  test('a run goes out whose mails this version puts together as the one did that froze it', async () => {
    const { world, run } = await sent();
    expect(run.state).toBe('Sending');
    const { samples } = world.manifestOf(run);
    expect(samples.length).toBeGreaterThan(0);
    expect(samples.every(({ mailHash = '' }) => /^[\da-f]{64}$/.test(mailHash))).toBe(true);
  });

  test('it is stopped, and nobody is mailed, when this version puts one together otherwise', async () => {
    const { world, run } = await sent(byAnother);
    expect(run).toMatchObject({ state: 'Stopped', cause: 'manifestDiffers', stoppedBy: null });
    expect(run).not.toHaveProperty('sendingStartedAt');
    expect(world.audit.at(-1)).toMatchObject({
      what: 'manifestDiffers',
      facts: { differs: 'a mail as this version of Freigabe puts it together' },
    });
  });

  test('one that was frozen before mails had hashes goes out as it did', async () => {
    expect((await sent(unhashed)).run.state).toBe('Sending');
  });

  test('after an update between two waves the rest is stopped', async () => {
    const { world, run } = await sent();
    world.frozenWith(run, byAnother);
    await verifyManifest(world.ports)({ runId: run.id });
    expect(world.runOf(run.id)).toMatchObject({ state: 'Stopped', cause: 'manifestDiffers' });
  });

  test('a worker looks once for each content, and hands nothing to SES after an update', async () => {
    const { world, run } = await sent();
    const chunks: string[] = [];
    const get = async (key: string): Promise<string | undefined> => {
      if (key.includes('/chunks/')) chunks.push(key);
      return world.content.get(key);
    };
    const load = frozenLoader({ get });
    const mailOf = checkedMails({ get });
    const preparation = preparationOf(run);
    const frozen = await load(preparation);
    const [one, other] = [await mailOf(preparation, frozen, undefined), await mailOf(preparation, frozen, undefined)];
    expect([one === other, chunks.length]).toEqual([true, 1]);
    const updated = preparationOf(world.frozenWith(run, byAnother));
    await expect(mailOf(updated, await load(updated), undefined)).rejects.toMatchObject({ name: 'ManifestDiffers' });
  });
});

describe('the hash of a mail', () => {
  test('is of what people see, not of the links that are signed for each', async () => {
    const { world, run } = await sent();
    const manifest = world.manifestOf(run);
    const { prefix } = preparationOf(run);
    const hashOf = async (change: Partial<Manifest>) => {
      const [sample] = await hashedSamples(world.content, prefix, { ...manifest, ...change });
      return sample?.mailHash;
    };
    const same = await hashOf({});
    expect(manifest.samples[0]?.mailHash).toBe(same);
    const { content, sender } = manifest;
    const html = { ...content.html, skeleton: `${content.html.skeleton} ` };
    const others = [
      { content: { ...content, html } },
      { content: { ...content, subject: { skeleton: 'Ho', fragments: [] } } },
      { content: { ...content, text: { ...content.text, skeleton: `${content.text.skeleton}.` } } },
      { sender: { ...sender, name: 'Store' } },
      { replyTo: 'shop@shop.example' },
    ];
    const hashes = await Promise.all(others.map(hashOf));
    expect(new Set([same, ...hashes]).size).toBe(others.length + 1);
  });
});

describe('a series that sends without asking', () => {
  /** Its first run was confirmed and sent. */
  const released = async () => {
    const world = new UpdatedWorld();
    const { id } = await world.armed('paula');
    const first = await world.prepare('paula', id);
    await world.sendOnce('anton', first.id);
    return { world, id, first: world.runOf(first.id) };
  };

  test('asks once after an update that puts the confirmed mails together otherwise', async () => {
    const { world, id, first } = await released();
    world.frozenWith(first, byAnother);
    const second = await world.fire(id);
    expect(second).toMatchObject({ state: 'AwaitingConfirmation', requestConfirmation: true, releasesSeries: true });
    await world.sendOnce('anton', second?.id ?? '');
    expect(await world.fire(id)).toMatchObject({ state: 'Sending', requestConfirmation: false });
  });

  test('is held against its last run, whose people are there when those of the confirmed one are deleted', async () => {
    for (const change of [byAnother, (sample: Sample) => sample]) {
      const { world, id, first } = await released();
      const second = await world.fire(id);
      if (!second) throw new Error('no second run');
      world.finish(second.id);
      world.forgetPeople(first);
      world.frozenWith(world.runOf(second.id), change);
      expect(await world.fire(id)).toMatchObject({ requestConfirmation: change === byAnother });
    }
  });

  test('goes on where nothing can be compared: frozen before there were hashes, or its people are deleted', async () => {
    const before = await released();
    before.world.frozenWith(before.first, unhashed);
    const deleted = await released();
    deleted.world.forgetPeople(deleted.first);
    for (const { world, id } of [before, deleted])
      expect(await world.fire(id)).toMatchObject({ state: 'Sending', requestConfirmation: false });
  });
});
