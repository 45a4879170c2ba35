import { describe, expect, test } from '@jest/globals';
import type { Run } from '../../../domain/model/run.ts';
import { zeroCounters } from '../../../domain/model/figures.ts';
import { haveRowsEnded } from '../../../domain/model/row-life.ts';
import { listEvents } from '../../../lambdas/track/read-events.ts';
import { listMessages } from '../../../lambdas/track/read-logs.ts';
import { explainAddress, getHistory } from '../../../lambdas/track/read-profiles.ts';
import { recordOptOut } from '../../../lambdas/track/record-opt-out.ts';
import { awaiting, now, preparation } from '../samples.ts';
import { EventWorld } from './event-world.ts';
import { anna, asked, World } from './people-world.ts';

const ended: Run = {
  ...awaiting,
  state: 'Finished',
  startAt: now,
  sendingStartedAt: now,
  finishedAt: now,
  preparation: { ...preparation, rowsUntil: now },
};

const noTurn = async (): Promise<void> => {};
const late = (eventType: string, detail: object): { id: string; body: string } => ({
  id: eventType,
  body: JSON.stringify({
    eventType,
    ...detail,
    mail: {
      messageId: 'm1',
      timestamp: now,
      destination: ['1@post.example'],
      tags: { run: ['r'], n: ['1'], p: ['p1'] },
    },
  }),
});

describe('once the message rows of a run have ended', () => {
  test('its logs refuse, deleted or not, and its histories say after how many days older entries ended', async () => {
    const { ports } = new World([ended]);
    const page = { limit: 50 };
    for (const answer of [listMessages(ports), listEvents(ports)])
      await expect(answer(asked('r', page))).rejects.toMatchObject({ code: 'rows-ended', facts: { until: now } });
    expect(await getHistory(ports)(asked('anna', page))).toMatchObject({ items: [], endedAfterDays: 180 });
    const why = await explainAddress(ports)(asked('', { address: anna.address, run: 'r' }));
    expect(why.items).toMatchObject([{ got: 'unknown', cause: 'forgotten' }]);
    const kept = new World([{ ...ended, preparation }]);
    expect(await getHistory(kept.ports)(asked('anna', page))).toMatchObject({ endedAfterDays: null });
  });

  test('a late complaint keeps its address away and moves no figure; it lies apart with its cause', async () => {
    const world = new EventWorld();
    world.rowsUntil = '2026-11-23T00:00:00.000Z';
    const bodies = [
      late('Complaint', { complaint: { timestamp: now } }),
      late('Delivery', { delivery: { timestamp: now } }),
      late('Open', { open: { timestamp: now, userAgent: 'x' } }),
    ];
    expect(await world.consume(bodies, noTurn)).toEqual([]);
    expect(await world.consume(bodies, noTurn)).toEqual([]);
    expect(world.counters).toEqual(zeroCounters());
    expect([world.items.size, world.mark]).toEqual([0, 0]);
    expect([...world.unmatched.values()].map(({ cause }) => cause)).toEqual(['rowsEnded', 'rowsEnded', 'rowsEnded']);
    expect([...world.optedOut]).toEqual(['p1']);
    expect(world.statuses.get('1@post.example')).toBeDefined();
  });

  test('a link of one of its mails still opts out, and is counted nowhere a second time', async () => {
    const unused = (): never => {
      throw new Error('nothing is written');
    };
    const ports = {
      messages: { items: unused, commit: unused, rowsOfChunk: unused },
      kpis: { markChanged: unused } as never,
      runs: { get: async () => ended },
      clock: () => Date.parse(now),
    };
    expect(haveRowsEnded(ended, ports.clock())).toBe(true);
    await recordOptOut(ports)({ runId: 'r', number: 1, profileId: 'p1' }, now);
  });
});
