import { setTimeout as wait } from 'node:timers/promises';
import { cpuOf, cpuOfFamily, peakMemoryMb } from './cpu.ts';
import type { Listmonk, Mail } from './listmonk.ts';
import { SUBSCRIBERS } from './listmonk-install.ts';
import type { Postgres } from './postgres.ts';
import type { Arrival, SmtpSink } from './sink.ts';

export type Stage = { listmonk: Listmonk; postgres: Postgres; sink: SmtpSink; mail: Mail };

/** Starts it with these settings, acts, and stops it whatever happens. */
const during = async <T>(stage: Stage, settings: Record<string, unknown>, act: () => Promise<T>): Promise<T> => {
  await stage.listmonk.start(settings);
  try {
    return await act();
  } finally {
    await stage.listmonk.stop();
  }
};

export type Throughput = { perCpuSecond: number; perCpuSecondWithPostgres: number; memoryMb: number };

/** CPU from "start campaign" until the sink has all, of listmonk alone and together with its PostgreSQL. */
export const throughput = async (stage: Stage): Promise<Throughput> =>
  during(stage, {}, async () => {
    const { listmonk, postgres, sink, mail } = stage;
    const id = await listmonk.campaign(mail, 'bench');
    await sink.reset();
    const before = { own: cpuOf(listmonk.pid), postgres: cpuOfFamily(postgres.pid()) };
    await listmonk.setStatus(id, 'running');
    const { length } = await sink.settled(SUBSCRIBERS);
    const own = cpuOf(listmonk.pid) - before.own;
    await wait(150);
    const withPostgres = own + cpuOfFamily(postgres.pid()) - before.postgres;
    return {
      perCpuSecond: length / own,
      perCpuSecondWithPostgres: length / withPostgres,
      memoryMb: peakMemoryMb(listmonk.pid),
    };
  });

const repeatedIn = (arrivals: readonly Arrival[]): number =>
  arrivals.length - new Set(arrivals.map(({ number }) => number)).size;

export type AfterKill = { lost: number; repeated: number };

/** kill -9 in the middle, a new start, and what the sink has when nothing comes any more. */
export const kill = async (stage: Stage, at: number): Promise<AfterKill> => {
  const { listmonk, sink, mail } = stage;
  await listmonk.start();
  const id = await listmonk.campaign(mail, 'bench');
  await sink.reset();
  await listmonk.setStatus(id, 'running');
  await sink.settled(at);
  await listmonk.kill();
  return during(stage, {}, async () => {
    const arrivals = await sink.settled(SUBSCRIBERS);
    const repeated = repeatedIn(arrivals);
    return { lost: SUBSCRIBERS - (arrivals.length - repeated), repeated };
  });
};

/** How many came after the answer to "pause". */
export const pause = async (stage: Stage): Promise<number> =>
  during(stage, {}, async () => {
    const { listmonk, sink, mail } = stage;
    const id = await listmonk.campaign(mail, 'bench');
    await sink.reset();
    await listmonk.setStatus(id, 'running');
    await sink.settled(5000);
    await listmonk.setStatus(id, 'paused');
    const paused = Date.now();
    const arrivals = await sink.settled(SUBSCRIBERS, 2500);
    return arrivals.filter((arrival) => arrival.at > paused).length;
  });

/** Messages per second over `seconds` with an aim, when the server takes `delayMs` for each. */
export const rateKept = async (
  stage: Stage,
  asked: { perSecond: number; delayMs: number; seconds: number },
): Promise<number> =>
  // Its rate is that of each of its ten workers.
  during(stage, { 'app.message_rate': asked.perSecond / 10 }, async () => {
    const { listmonk, sink, mail } = stage;
    const id = await listmonk.campaign(mail, 'bench');
    await sink.reset(asked.delayMs);
    await listmonk.setStatus(id, 'running');
    const [first] = await sink.settled(1, 20_000);
    await wait(asked.seconds * 1000);
    const until = (first?.at ?? 0) + asked.seconds * 1000;
    const arrivals = await sink.arrivals();
    await listmonk.setStatus(id, 'cancelled');
    await sink.reset();
    return arrivals.filter(({ at }) => at < until).length / asked.seconds;
  });

/** Milliseconds from "start campaign" to the first mail, `times` times on one listmonk. */
export const startLatency = async (stage: Stage, times: number): Promise<number[]> =>
  during(stage, {}, async () => {
    const { listmonk, sink, mail } = stage;
    const latencies: number[] = [];
    for (let round = 0; round < times; round += 1) {
      const id = await listmonk.campaign(mail, 'small');
      await sink.reset();
      // It looks for campaigns every five seconds: begin anywhere in between.
      await wait(Math.random() * 5000);
      const started = Date.now();
      await listmonk.setStatus(id, 'running');
      const [first] = await sink.settled(1, 20_000);
      latencies.push((first?.at ?? Number.NaN) - started);
      await sink.settled(200);
    }
    return latencies;
  });
