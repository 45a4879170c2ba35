import { sentOf } from '../../domain/people/sent.ts';
import type { SeriesLife } from '../../domain/model/series-life.ts';
import type { Run } from '../../domain/model/run.ts';
import type { StageEvent, Unpublished } from '../../domain/model/stage-event.ts';
import { NotPublished, type Bus } from '../../domain/people/ports/bus.ts';
import type { Deliveries } from '../../domain/people/ports/deliveries.ts';
import type { Notices } from '../../domain/people/ports/notices.ts';
import type { Outbox } from '../../domain/people/ports/outbox.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { SeriesLives } from '../../domain/ports/series-lives.ts';

export type PublishPorts = {
  notices: Pick<Notices, 'untold'>;
  outbox: Outbox;
  runs: Pick<Runs, 'get'>;
  lives: Pick<SeriesLives, 'get'>;
  ledger: Pick<Ledger, 'tallies'>;
  deliveries: Deliveries;
  bus: Bus;
  /** Mails it to people; false: it is told later. */
  tellSeries: (campaignId: string, life: SeriesLife, event: Unpublished) => Promise<boolean>;
  consoleUrl: string;
  report: (surprise: unknown) => void;
};

/** For a call that is on its way: one that this function's end cut off would wait for an hour. */
const RESERVE_MS = 20_000;

/** True: it is on the bus, now or since before. False: it is tried again later. */
const publishOne = async ({ deliveries, bus, report }: PublishPorts, event: StageEvent): Promise<boolean> => {
  const delivery = { to: 'bus', eventId: event.id };
  const claimed = await deliveries.claim(delivery);
  if (claimed.is !== 'claimed') return claimed.is === 'settled';
  try {
    await bus.publish(event);
  } catch (error) {
    report(error);
    if (error instanceof NotPublished) await deliveries.release(delivery, { tries: claimed.tries, until: 0 });
    return false;
  }
  await deliveries.settle(delivery);
  return true;
};

const withFigures = async (ports: PublishPorts, run: Run, event: Unpublished): Promise<Unpublished> => {
  if (event.type !== 'run.finished' || !('preparation' in run) || !run.preparation) return event;
  const { toDeliver } = run.preparation.counts;
  return { ...event, data: { figures: { toDeliver, ...sentOf(await ports.ledger.tallies(run.id)) } } };
};

const ofRun = async (ports: PublishPorts, runId: string): Promise<void> => {
  const run = await ports.runs.get(runId);
  if (!run?.unpublished?.[0]) return;
  const place = { version: 1 as const, campaignId: run.campaignId, runId, url: `${ports.consoleUrl}/runs/${runId}` };
  let isEmpty = true;
  for (const event of run.unpublished)
    isEmpty = (await publishOne(ports, { ...place, ...(await withFigures(ports, run, event)) })) && isEmpty;
  if (isEmpty) await ports.outbox.emptyRun(run);
};

const ofSeries = async (ports: PublishPorts, campaignId: string): Promise<void> => {
  const life = await ports.lives.get(campaignId);
  if (!life?.unpublished?.[0]) return;
  const place = { version: 1 as const, campaignId, runId: null, url: `${ports.consoleUrl}/campaigns/${campaignId}` };
  let isEmpty = true;
  for (const event of life.unpublished) {
    const isPublished = await publishOne(ports, { ...place, ...event });
    isEmpty = (await ports.tellSeries(campaignId, life, event)) && isPublished && isEmpty;
  }
  if (isEmpty) await ports.outbox.emptySeries(campaignId, life);
};

/**
 * Every minute: publishes what runs and series have kept since the last look, each event once. What a crash leaves
 * between the bus and the word of it comes again after an hour, under the same id. `timeLeft` is in milliseconds.
 */
export const publishEvents =
  (ports: PublishPorts) =>
  async (timeLeft: () => number): Promise<void> => {
    const [runs, series] = [await ports.notices.untold(), await ports.outbox.series()];
    const work = [
      ...runs.map((id) => async () => ofRun(ports, id)),
      ...series.map((id) => async () => ofSeries(ports, id)),
    ];
    for (const publish of work) {
      if (timeLeft() < RESERVE_MS) return;
      try {
        await publish();
      } catch (error) {
        // One run's trouble must not keep what others have to say; the next minute tries it again.
        ports.report(error);
      }
    }
  };
