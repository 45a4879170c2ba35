import { createHash } from 'node:crypto';
import type { AbTest } from '../../../domain/model/ab-test.ts';
import type { ChunkTally } from '../../../domain/model/ledger.ts';
import { CHUNK_SIZE, chunkKey, manifestKey } from '../../../domain/model/manifest.ts';
import type { TrackingLine } from '../../../domain/model/message.ts';
import type { RunIn } from '../../../domain/model/run.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { transition } from '../../../domain/model/transition.ts';
import { locateRun } from '../../../lambdas/prepare/locate-run.ts';
import { settleRun } from '../../../lambdas/send/settle-run.ts';
import { verifyManifest, type VerifyPorts } from '../../../lambdas/send/verify-manifest.ts';
import { GateWorld } from '../confirm/fakes.ts';
import { awaiting, manifest, now, person, preparation } from '../samples.ts';
import { aloneInTheAccount } from './alone-in-the-account.ts';

export const HOUR = 3_600_000;
export const NOW = Date.parse(now);
export const iso = (at: number): string => new Date(at).toISOString();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
export const { prefix } = preparation;

const abTest: AbTest = { share: { by: 'percent', percent: 20 }, decideBy: 'clicks', afterHours: 4 };
const schedule: Schedule = { mode: 'onceConfirmed', abTest };
export const SIZE = 100;
/** The own content and two variants in the test, everybody else after it. */
export const chunks = [
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

export class TestWorld extends GateWorld {
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
      ...aloneInTheAccount(this.objects),
      messages: { rowsOfChunk: async (_: string, chunk: number) => this.rows(chunk) },
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
export const tested = async (): Promise<TestWorld> => {
  const world = new TestWorld();
  await world.verify();
  world.at = NOW + 2 * HOUR;
  await world.sendWave(0);
  return world;
};
