import type { Run } from '../../../domain/model/run.ts';
import type { SeriesLife } from '../../../domain/model/series-life.ts';
import type { StageEvent } from '../../../domain/model/stage-event.ts';
import { CLAIMED_MS, type Claimed, type Delivery } from '../../../domain/people/ports/deliveries.ts';
import { publishEvents, type PublishPorts } from '../../../lambdas/people/publish-events.ts';
import { now } from '../samples.ts';

export const HOUR = 3_600_000;

/** The claims as the table keeps them. */
export class MemoryDeliveries {
  readonly items = new Map<string, { tries: number; until: number; isSettled?: boolean; holder?: string }>();
  private readonly clock: () => number;
  private readonly callOf: () => string;

  /** `callOf`: the same when the SDK asks again. */
  constructor(clock: () => number, callOf = () => `call-${Math.random()}`) {
    this.clock = clock;
    this.callOf = callOf;
  }

  private readonly keyOf = ({ to, eventId }: Delivery): string => `${to} ${eventId}`;

  readonly claim = async (delivery: Delivery): Promise<Claimed> => {
    const known = this.items.get(this.keyOf(delivery));
    if (known?.isSettled) return { is: 'settled' };
    const holder = this.callOf();
    if (known && known.until > this.clock())
      return known.holder === holder ? { is: 'claimed', tries: known.tries + 1 } : { is: 'busy', until: known.until };
    const { tries = 0 } = known ?? {};
    this.items.set(this.keyOf(delivery), { tries, until: this.clock() + CLAIMED_MS, holder });
    return { is: 'claimed', tries: tries + 1 };
  };
  readonly settle = async (delivery: Delivery): Promise<void> => this.set(delivery, { isSettled: true });
  readonly release = async (delivery: Delivery, tried: { tries: number; until: number }): Promise<void> =>
    this.set(delivery, tried);

  private set(delivery: Delivery, change: { tries: number; until: number } | { isSettled: true }): void {
    this.items.set(this.keyOf(delivery), { tries: 0, until: 0, ...this.items.get(this.keyOf(delivery)), ...change });
  }
}

/** Runs, series, the bus, and the minutes that go by. */
export class PublishWorld {
  at = Date.parse(now);
  readonly runs = new Map<string, Run>();
  readonly lives = new Map<string, SeriesLife>();
  readonly bus: { event: StageEvent; at: number }[] = [];
  readonly deliveries = new MemoryDeliveries(() => this.at);
  refusal: Error | undefined;

  get ports(): PublishPorts {
    return {
      notices: { untold: async () => [...this.runs].flatMap(([id, run]) => (run.unpublished ? [id] : [])) },
      outbox: {
        series: async () => [...this.lives].flatMap(([id, life]) => (life.unpublished ? [id] : [])),
        emptyRun: async ({ id, version }) => {
          const { unpublished: _out, ...run } = this.runs.get(id)!;
          if (run.version === version) this.runs.set(id, run);
        },
        emptySeries: async (id, { revision }) => {
          const { unpublished: _out, ...life } = this.lives.get(id)!;
          if (life.revision === revision) this.lives.set(id, life);
        },
      },
      runs: { get: async (id) => this.runs.get(id) },
      lives: { get: async (id) => this.lives.get(id) },
      ledger: { tallies: async () => [{ chunk: 0, closed: 1, handedOver: 6, refused: 1, optedOut: 1, open: 0 }] },
      deliveries: this.deliveries,
      tellSeries: async () => true,
      bus: {
        publish: async (event) => {
          if (this.refusal) throw this.refusal;
          this.bus.push({ event, at: this.at });
        },
      },
      consoleUrl: 'https://console.example',
      report: () => undefined,
    };
  }

  /** One look a minute. */
  readonly pass = async (minutes: number, first?: (ports: PublishPorts) => PublishPorts): Promise<void> => {
    for (let minute = 0; minute < minutes; minute += 1) {
      const ports = minute === 0 && first ? first(this.ports) : this.ports;
      await publishEvents(ports)(() => 55_000).catch(() => undefined);
      this.at += 60_000;
    }
  };
}
