import { chunkKey, chunkListKey, Chunk } from '../../../domain/model/manifest.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import { hasEnded } from '../../../domain/model/run-end.ts';
import type { Run } from '../../../domain/model/run.ts';
import { transition } from '../../../domain/model/transition.ts';
import { isWaiting } from '../../../domain/model/waves.ts';
import { localAt } from '../../../domain/calendar/zone-clock.ts';
import { pauseByItself } from '../../../lambdas/send/hold-run.ts';
import { verifyManifest } from '../../../lambdas/send/verify-manifest.ts';
import { now } from '../samples.ts';
import { SeriesWorld } from './series-world.ts';

export type Delivery = { zone: string; occurrence: string; local: string };

/** A series whose people are in these zones, one in each, and the machines that send it. */
export class EverywhereWorld extends SeriesWorld {
  readonly deliveries: Delivery[] = [];
  /** Runs of which no message goes out. */
  readonly stuck = new Set<string>();
  private readonly zones: readonly string[];

  constructor(zones: readonly string[]) {
    super();
    this.zones = zones;
  }

  override get ports() {
    const ports = super.ports;
    const { runs, audit, clock } = ports;
    const items: Profile[] = this.zones.map((zone, number) => ({
      id: `p${number}`,
      address: `p${number}@reader.example`,
      lists: ['friends'],
      attributes: { zone },
      importedAt: now,
    }));
    return {
      ...ports,
      pauseRun: pauseByItself({ runs, audit, clock }),
      profiles: {
        ...ports.profiles,
        inList: (_list: unknown, _after: unknown) =>
          (async function* pages() {
            yield { items, cursor: null };
          })(),
      },
    };
  }

  /** The messages of the wave whose time it is. */
  private deliver(run: Extract<Run, { state: 'Sending' }>): void {
    const { prefix, waves = [] } = run.preparation;
    const list = JSON.parse(this.objects.get(chunkListKey(prefix, run.wave?.number)) ?? '[]') as number[];
    for (const chunk of list)
      for (const { profileId } of Chunk.parse(JSON.parse(this.objects.get(chunkKey(prefix, chunk)) ?? '')).recipients) {
        const zone = this.zones[Number(profileId.slice(1))] ?? '';
        this.deliveries.push({ zone, occurrence: run.occurrence ?? '', local: localAt(zone, this.at) });
      }
    const at = new Date(this.at).toISOString();
    const isLast = !waves[(run.wave?.number ?? 0) + 1];
    this.runs.set(run.id, transition(run, isLast ? { type: 'finished', at } : { type: 'waveSent', at }));
  }

  /** What the machine of a run does now. */
  private async go(id: string): Promise<void> {
    const run = await this.work(id);
    if (run.state === 'AwaitingConfirmation') await this.confirm('anton', id);
    if (run.state !== 'Sending' || isWaiting(run.wave, new Date(this.at).toISOString())) return;
    const { outcome } = await verifyManifest(this.ports)({ runId: id });
    const moved = this.runOf(id);
    if (outcome === 'send' && moved.state === 'Sending' && !this.stuck.has(id)) {
      this.deliver(moved);
      await this.go(id);
    }
  }

  goOn(id: string): void {
    this.runs.set(id, transition(this.runOf(id), { type: 'resumed', at: new Date(this.at).toISOString() }));
  }

  /** A quarter of an hour after the other: timers fire, and machines work. */
  async until(end: string): Promise<void> {
    for (; this.at < Date.parse(end); this.at += 15 * 60_000) {
      for (const [name, { at }] of this.timers)
        if (Date.parse(at) <= this.at) {
          const id = name.slice('launch-'.length);
          await this.launch(id);
        }
      for (const run of this.runs.values()) if (!hasEnded(run)) await this.go(run.id);
    }
  }
}
