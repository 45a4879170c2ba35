import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { computeFigures } from '../../../domain/kpi/figures.ts';
import { waveFigures } from '../../../domain/kpi/part-figures.ts';
import { zeroCounters } from '../../../domain/model/figures.ts';
import type { ChunkTally } from '../../../domain/model/ledger.ts';
import { chunkKey, chunkListKey, manifestKey } from '../../../domain/model/manifest.ts';
import type { RunIn } from '../../../domain/model/run.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { showRun } from '../../../domain/model/show-run.ts';
import { transition } from '../../../domain/model/transition.ts';
import type { Wave } from '../../../domain/model/waves.ts';
import { locateRun } from '../../../lambdas/prepare/locate-run.ts';
import { sendChunk, type SendChunkPorts } from '../../../lambdas/send/send-chunk.ts';
import { settleRun } from '../../../lambdas/send/settle-run.ts';
import { verifyManifest, type VerifyPorts } from '../../../lambdas/send/verify-manifest.ts';
import { GateWorld } from '../confirm/fakes.ts';
import { awaiting, manifest, now, person, preparation } from '../samples.ts';
import { aloneInTheAccount } from './alone-in-the-account.ts';

const MINUTE = 60_000;
const NOW = Date.parse(now);
const iso = (at: number): string => new Date(at).toISOString();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const { prefix } = preparation;

const hourly: Schedule = {
  mode: 'onceConfirmed',
  waves: { split: { by: 'share', percents: [50, 25, 25] }, gapMinutes: 60 },
};
const sizes = [4, 2, 2];
const byGap = sizes.map((recipients): Wave => ({ at: null, recipients }));
const byInstant = sizes.map((recipients, wave): Wave => ({ at: iso(NOW + wave * 180 * MINUTE), recipients }));

/** A run of three waves of one chunk each, its machine, and what went out when. */
class WaveWorld extends GateWorld {
  readonly tallies: ChunkTally[] = [];
  readonly sent: { wave: number; at: number }[] = [];
  brakeHolds = false;
  private readonly objects = new Map<string, string>();

  constructor(waves: Wave[], schedule: Schedule) {
    const chunks = waves.map(({ recipients }, chunk) => ({ recipients, wave: chunk, sha256: '' }));
    const people = JSON.stringify({ runId: 'r', chunk: 0, recipients: [] });
    chunks[0]!.sha256 = sha256(people);
    const frozen = JSON.stringify({ ...manifest, schedule, waves, chunks });
    const prepared = { ...preparation, waves, chunks: waves.length, manifestHash: sha256(frozen) };
    super(
      { ...awaiting, schedule, requestConfirmation: false, state: 'Scheduled', preparation: prepared, startAt: now },
      [person],
    );
    this.objects.set(manifestKey(prefix), frozen).set(chunkKey(prefix, 0), people);
  }

  private get ledger() {
    return { tallies: async () => this.tallies, ofChunk: async () => [], putTally: async () => {} };
  }

  get verifying(): VerifyPorts {
    return {
      ...this.ports,
      ...aloneInTheAccount(this.objects),
      brake: async (run: RunIn<'Sending'>) => {
        if (this.brakeHolds)
          this.run = transition(run, { type: 'paused', at: iso(this.at), by: null, cause: 'bounceRatio' });
        return !this.brakeHolds;
      },
    } as unknown as VerifyPorts;
  }

  /** A step of the machine, from "Where is the run?" on. */
  async step(): Promise<string> {
    const { position, startAt, chunkListKey: key } = await locateRun(this.ports)({ runId: 'r' });
    if (position === 'wait') this.at = Math.max(this.at, Date.parse(startAt));
    if (position !== 'send' || (await verifyManifest(this.verifying)({ runId: 'r' })).outcome !== 'send')
      return position;
    const wave = sizes.findIndex((_, number) => key === chunkListKey(prefix, number));
    if (this.run.state !== 'Sending') return this.run.state;
    expect(wave).toBe(this.run.wave?.number);
    this.sent.push({ wave, at: this.at });
    this.tallies.push({ chunk: wave, wave, closed: 1, handedOver: sizes[wave]!, refused: 0, optedOut: 0, open: 0 });
    await settleRun({ ...this.verifying, ledger: this.ledger } as never)({ runId: 'r' });
    return position;
  }

  async toTheEnd(): Promise<void> {
    for (let steps = 0; steps < 50 && this.run.state !== 'Finished'; steps += 1) await this.step();
  }

  get figures() {
    const { run, tallies } = this;
    return computeFigures({ run, tallies, counters: zeroCounters(), settledUnknown: 0, asOf: iso(this.at) });
  }
}

const started = (waves: Wave[], schedule = hourly): WaveWorld => {
  const world = new WaveWorld(waves, schedule);
  world.run = transition(world.run, { type: 'sendingStarted', at: now });
  return world;
};

describe('a run in waves', () => {
  test('sends each one the gap after the one before it began, and is finished with the last one', async () => {
    const world = started(byGap);
    await world.toTheEnd();
    expect(world.run.state).toBe('Finished');
    expect(world.sent).toEqual([0, 1, 2].map((wave) => ({ wave, at: NOW + wave * 60 * MINUTE })));
    expect(world.audit.map(({ what, facts }) => [what, facts['wave']])).toEqual([
      ['waveBegun', 2],
      ['waveBegun', 3],
      ['finished', undefined],
    ]);
  });

  test('sends each one at the instant that it waits for', async () => {
    const world = started(byInstant);
    await world.toTheEnd();
    expect(world.sent).toEqual([0, 1, 2].map((wave) => ({ wave, at: NOW + wave * 180 * MINUTE })));
  });

  test('keeps the gap also after a pause of days, and the books balance at each moment', async () => {
    const day = 24 * 60 * MINUTE;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(2 * day), { maxLength: 6 }), async (pauses) => {
        const world = started(byGap);
        for (let steps = 0; steps < 50 && world.run.state !== 'Finished'; steps += 1) {
          const pause = pauses[steps];
          if (pause !== undefined && world.run.state === 'Sending') {
            world.run = transition(world.run, { type: 'paused', at: iso(world.at), by: person });
            expect(await world.step()).toBe('resume');
            world.at += pause;
            world.run = transition(world.run, { type: 'resumed', at: iso(world.at) });
          }
          await world.step();
          expect(world.figures.books).toMatchObject({ balanced: true, toDeliver: 8 });
        }
        expect(world.sent.map(({ wave }) => wave)).toEqual([0, 1, 2]);
        for (const [index, { at }] of world.sent.slice(1).entries())
          expect(at - world.sent[index]!.at).toBeGreaterThanOrEqual(60 * MINUTE);
      }),
      { numRuns: 50 },
    );
  });

  test('does not send the next one while the brake holds', async () => {
    const world = started(byGap);
    await world.step();
    world.brakeHolds = true;
    await world.step();
    await world.step();
    expect(world.run).toMatchObject({ state: 'Paused', pauseCause: 'bounceRatio' });
    expect(world.sent).toHaveLength(1);
  });

  test('that is not valid any more ends before its next one, and waits no longer for it', async () => {
    const world = started(byGap, { ...hourly, validity: { by: 'hours', hours: 1 } });
    await world.step();
    await world.step();
    expect(world.at).toBe(NOW + 60 * MINUTE);
    await world.step();
    expect(world.run).toMatchObject({ state: 'Stopped', cause: 'validityOver' });
    expect(world.figures.books).toMatchObject({ stopped: 4, balanced: true });
  });

  test('shows each with its time and its figures', async () => {
    const world = started(byGap);
    await world.step();
    expect(showRun(world.run, { ...person, groups: [] }).waves).toEqual([
      { recipients: 4, notBefore: null, begunAt: null, state: 'sent' },
      { recipients: 2, notBefore: iso(NOW + 60 * MINUTE), begunAt: null, state: 'waiting' },
      { recipients: 2, notBefore: iso(NOW + 120 * MINUTE), begunAt: null, state: 'waiting' },
    ]);
    expect(waveFigures(byGap, world.tallies, [])).toMatchObject([
      { recipients: 4, handedOver: 4, left: 0 },
      { recipients: 2, handedOver: 0, left: 2 },
      { recipients: 2, handedOver: 0, left: 2 },
    ]);
  });

  test('lets no worker at a chunk of a later one, whoever calls it', async () => {
    const world = started(byGap);
    const ports = {
      ...world.ports,
      mailers: {},
      frozen: async () => ({ manifest: { chunks: [{ wave: 0 }, { wave: 1 }] }, render: () => '' }),
    };
    const worker = sendChunk(ports as unknown as SendChunkPorts);
    expect(await worker({ runId: 'r', chunk: 1 }, () => 900_000)).toMatchObject({ outcome: 'halted' });
  });
});
