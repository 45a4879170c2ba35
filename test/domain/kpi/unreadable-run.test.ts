import { expect, test } from '@jest/globals';
import type { Run } from '../../../domain/model/run.ts';
import { publishKpis, type PublishPorts } from '../../../lambdas/kpi/publish-kpis.ts';
import { awaiting, now } from '../samples.ts';
import { memoryKpis } from './memory-kpis.ts';
import { memoryWeeks } from './memory-weeks.ts';

const sending = (id: string): Run => ({ ...awaiting, id, state: 'Sending', startAt: now, sendingStartedAt: now });
const tally = { chunk: 0, closed: 1, handedOver: 8, refused: 0, optedOut: 0, open: 0 };

test('an open run that cannot be read hides no other that stands still, and is reported', async () => {
  const kpis = memoryKpis();
  const still: string[] = [];
  const failed: string[] = [];
  const portsAt = (at: string): PublishPorts =>
    ({
      kpis,
      weeks: memoryWeeks({ isDone: true }),
      retries: () => async () => true,
      runs: {
        get: async (id: string) => {
          if (id === 'odd') throw new TypeError('odd shape');
          return sending(id);
        },
        open: async () => ['odd', 'stuck'],
      },
      ledger: { tallies: async () => [tally] },
      content: { get: async () => undefined },
      messages: { rowsOfChunk: async () => [] },
      clock: () => Date.parse(at),
      reportFigures: () => {},
      reportDifference: () => {},
      reportStandstill: (runId: string) => still.push(runId),
      reportFailure: (runId: string) => failed.push(runId),
    }) as never;
  await kpis.publish({ ...(await published(kpis, portsAt(now))), asOf: now });
  await expect(publishKpis(portsAt('2026-11-24T11:00:00.000Z'))()).rejects.toThrow('1 runs');
  expect(still).toEqual(['stuck']);
  expect(failed.at(-1)).toBe('odd');
  expect(await kpis.lastHour()).toBe('2026-11-24T11:00:00.000Z');
});

/** What the hour before published of the run that stands still. */
const published = async (kpis: ReturnType<typeof memoryKpis>, ports: PublishPorts) => {
  await kpis.markChanged('stuck');
  await publishKpis(ports)().catch(() => undefined);
  return kpis.published[0]!;
};
