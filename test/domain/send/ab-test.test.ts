import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import type { AbTest } from '../../../domain/model/ab-test.ts';
import type { ChunkTally } from '../../../domain/model/ledger.ts';
import { CHUNK_SIZE, chunkKey, chunkListKey, manifestKey } from '../../../domain/model/manifest.ts';
import type { TrackingLine } from '../../../domain/model/message.ts';
import type { RunIn } from '../../../domain/model/run.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { transition } from '../../../domain/model/transition.ts';
import { locateRun } from '../../../lambdas/prepare/locate-run.ts';
import { settleRun } from '../../../lambdas/send/settle-run.ts';
import { verifyManifest, type VerifyPorts } from '../../../lambdas/send/verify-manifest.ts';
import { GateWorld } from '../confirm/fakes.ts';
import { awaiting, manifest, now, person, preparation } from '../samples.ts';

const HOUR = 3_600_000;
const NOW = Date.parse(now);
const iso = (at: number): string => new Date(at).toISOString();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const { prefix } = preparation;

const abTest: AbTest = { share: { by: 'percent', percent: 20 }, decideBy: 'clicks', afterHours: 4 };
const schedule: Schedule = { mode: 'onceConfirmed', abTest };
const SIZE = 100;
/** The own content and two variants in the test, everybody else after it. */
const chunks = [
  { recipients: SIZE, wave: 0, sha256: '' },
  { recipients: SIZE, wave: 0, variant: 'b', sha256: '' },
  { recipients: SIZE, wave: 0, variant: 'c', sha256: '' },
  { recipients: 400, wave: 1, variant: 'winner', sha256: '' },
];
const waves = [
  { at: null, recipients: 3 * SIZE },
  { at: null, recipients: 400 },
];
const variants = ['b', 'c'].map((id) => ({ id, for: { by: 'abTest' as const }, content: manifest.content }));
const HUMAN =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36';

/** Clicks so far, of a chunk; of the others nothing is known but that they arrived. */
type Clicks = [own: number, b: number, c: number];

class TestWorld extends GateWorld {
  readonly tallies: ChunkTally[] = [];
  clicks: Clicks = [0, 0, 0];
  reads = 0;
  private readonly objects = new Map<string, string>();

  constructor() {
    const people = JSON.stringify({ runId: 'r', chunk: 0, recipients: [] });
    const digested = chunks.map((chunk, index) => (index === 0 ? { ...chunk, sha256: sha256(people) } : chunk));
    const frozen = JSON.stringify({ ...manifest, schedule, waves, variants, chunks: digested });
    const prepared = { ...preparation, waves, chunks: chunks.length, manifestHash: sha256(frozen) };
    super(
      { ...awaiting, schedule, requestConfirmation: false, state: 'Scheduled', preparation: prepared, startAt: now },
      [person],
    );
    this.objects.set(manifestKey(prefix), frozen).set(chunkKey(prefix, 0), people);
    this.run = transition(this.run, { type: 'sendingStarted', at: now });
  }

  private rows(chunk: number) {
    this.reads += 1;
    return Array.from({ length: SIZE }, (_, index) => {
      const at = iso(this.at);
      const lines: TrackingLine[] = [{ kind: 'delivery', at }];
      if (index < (this.clicks[chunk] ?? 0))
        lines.push({ kind: 'click', at: iso(this.at + HOUR), agent: HUMAN, link: 'https://shop.example/' });
      return { runId: 'r', number: chunk * CHUNK_SIZE + index, lines };
    });
  }

  get verifying(): VerifyPorts {
    return {
      ...this.ports,
      campaigns: { get: async () => undefined, markConfirmed: async () => {} },
      lives: { get: async () => undefined },
      content: { get: async (key: string) => this.objects.get(key) },
      kpis: { markChanged: async () => {} },
      unknown: { ofRun: async () => ({ numbers: [], runs: 0 }) },
      messages: { rowsOfChunk: async (_: string, chunk: number) => this.rows(chunk) },
      account: { quota: async () => ({ perSecond: 14, per24Hours: -1, sentLast24Hours: 0 }) },
      reservePercent: 0,
      mostWorkers: 1,
      destinationsPerCall: 50,
      brake: async () => true,
    } as unknown as VerifyPorts;
  }

  async verify() {
    return verifyManifest(this.verifying)({ runId: 'r' });
  }

  async locate() {
    return locateRun(this.ports)({ runId: 'r' });
  }

  /** Everybody of a wave was handed over, and the machine asks what is left. */
  async sendWave(wave: 0 | 1): Promise<void> {
    for (const [chunk, { recipients, variant, wave: of }] of chunks.entries())
      if (of === wave) {
        const outcome = { closed: 1, handedOver: recipients, refused: 0, optedOut: 0, open: 0 };
        this.tallies.push({ chunk, wave, ...(variant !== undefined && { variant }), ...outcome });
      }
    const ledger = { tallies: async () => this.tallies, ofChunk: async () => [], putTally: async () => {} };
    await settleRun({ ...this.verifying, ledger } as never)({ runId: 'r' });
  }

  get sending(): RunIn<'Sending'> {
    if (this.run.state !== 'Sending') throw new Error(this.run.state);
    return this.run;
  }
}

/** The test is out two hours after it began. */
const tested = async (): Promise<TestWorld> => {
  const world = new TestWorld();
  await world.verify();
  world.at = NOW + 2 * HOUR;
  await world.sendWave(0);
  return world;
};

describe('a run with a test', () => {
  test('waits its hours from when the test is out, decides once by what people clicked, and ends with the rest', async () => {
    const world = await tested();
    expect(await world.locate()).toMatchObject({ position: 'wait', startAt: iso(NOW + 6 * HOUR) });
    world.at = NOW + 6 * HOUR;
    world.clicks = [10, 30, 5];
    expect(await world.locate()).toMatchObject({ position: 'send', chunkListKey: chunkListKey(prefix, 1) });
    expect(await world.verify()).toMatchObject({ outcome: 'send' });
    expect(world.sending.abTest).toMatchObject({
      decidedAt: iso(world.at),
      winner: 'b',
      reason: 'most',
      isClear: true,
      figures: [
        { id: null, recipients: SIZE, delivered: SIZE, known: SIZE, clicked: 10 },
        { id: 'b', clicked: 30 },
        { id: 'c', clicked: 5 },
      ],
    });
    expect(world.sending.wave).toMatchObject({ number: 1, begunAt: iso(world.at) });
    expect(world.sending.unpublished?.map(({ type, data }) => [type, data])).toEqual([
      ['run.abTestDecided', { winner: 'b', reason: 'most', isClear: true }],
    ]);
    expect(world.audit.map(({ what, facts }) => [what, facts['winner'] ?? facts['wave']])).toEqual([
      ['abTestDecided', 'b'],
      ['waveBegun', 2],
    ]);
    await world.sendWave(1);
    expect(world.run).toMatchObject({ state: 'Finished', abTest: { winner: 'b' } });
  });

  test('however often it is looked at, paused and killed, and whatever is clicked later, one content wins', async () => {
    const act = fc.constantFrom('verify', 'pause', 'resume', 'later', 'atOnce');
    const clicks = fc.tuple(fc.nat(SIZE), fc.nat(SIZE), fc.nat(SIZE));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(act, clicks), { minLength: 1, maxLength: 12 }), async (acts) => {
        const world = await tested();
        const winners = new Set<string | null>();
        world.at = NOW + 5 * HOUR;
        for (const [what, seen] of [
          ...acts,
          ['later', [9, 9, 9]],
          ['resume', [9, 9, 9]],
          ['verify', [9, 9, 9]],
        ] as const) {
          world.clicks = [...seen];
          if (what === 'later') world.at += HOUR;
          if (what === 'verify') await world.verify();
          // Two executions at once: one write counts.
          if (what === 'atOnce') await Promise.all([world.verify(), world.verify()]);
          if (what === 'pause' && world.run.state === 'Sending')
            world.run = transition(world.run, { type: 'paused', at: iso(world.at), by: person });
          if (what === 'resume' && world.run.state === 'Paused')
            world.run = transition(world.run, { type: 'resumed', at: iso(world.at) });
          const { abTest: result, wave } = world.run as RunIn<'Sending'>;
          expect(wave?.number === 1 && wave.begunAt !== undefined).toBe(result !== undefined);
          if (result) winners.add(`${result.winner} ${result.decidedAt}`);
        }
        expect(winners.size).toBe(1);
        expect(world.audit.filter(({ what }) => what === 'abTestDecided')).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  test('too few clicks leave the own content, and a second decision changes nothing', async () => {
    const world = await tested();
    world.at = NOW + 6 * HOUR;
    world.clicks = [0, 4, 0];
    await world.verify();
    const { abTest: result } = world.sending;
    expect(result).toMatchObject({ winner: null, reason: 'tooFew' });
    if (!result) throw new Error('not decided');
    const again = transition(world.run, { type: 'abTestDecided', result: { ...result, winner: 'b', reason: 'most' } });
    expect(again).toMatchObject({ abTest: { winner: null } });
  });
});
