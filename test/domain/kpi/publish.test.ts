import { beforeEach, describe, expect, test } from '@jest/globals';
import { zeroCounters } from '../../../domain/model/figures.ts';
import type { ChunkTally } from '../../../domain/model/ledger.ts';
import type { Manifest } from '../../../domain/model/manifest.ts';
import type { MessageRow } from '../../../domain/model/message.ts';
import type { Run } from '../../../domain/model/run.ts';
import { publishKpis, type PublishPorts } from '../../../lambdas/kpi/publish-kpis.ts';
import { awaiting, now } from '../samples.ts';
import { memoryKpis } from './memory-kpis.ts';
import { memoryWeeks } from './memory-weeks.ts';

const run = (id: string): Run => ({
  ...awaiting,
  id,
  state: 'Finished',
  startAt: now,
  sendingStartedAt: now,
  finishedAt: now,
});

const manifest: Pick<Manifest, 'content'> = {
  content: {
    subject: { skeleton: 'Hello', fragments: [] },
    html: { skeleton: '<a href="https://shop.example/tulips">Tulips</a>', fragments: [] },
    text: { skeleton: '', fragments: [] },
  },
};

const chunk = {
  runId: 'r',
  chunk: 0,
  recipients: Array.from({ length: 12 }, (_, index) => ({
    profileId: `p${index}`,
    address: index < 10 ? `anna${index}@Big.example` : `berta${index}@own${index}.example`,
    data: {},
  })),
};

const agent = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/144.0';
const rows: MessageRow[] = [
  {
    runId: 'r',
    number: 3,
    lines: [
      { kind: 'delivery', at: '2026-11-24T09:00:00.000Z' },
      {
        kind: 'click',
        at: '2026-11-24T11:20:00.000Z',
        agent,
        link: 'https://shop.example/tulips?to=anna3@big.example',
      },
    ],
  },
  { runId: 'r', number: 11, lines: [{ kind: 'delivery', at: '2026-11-24T09:00:00.000Z' }] },
];

const whole: ChunkTally = { chunk: 0, closed: 1, handedOver: 8, refused: 0, optedOut: 0, open: 0 };

let kpis = memoryKpis();
let alarms: { runId: string; difference: number; rates: readonly string[] }[] = [];
let failures: [string, unknown][] = [];
let looked: string[] = [];
let taken = 0;

beforeEach(() => {
  kpis = memoryKpis();
  alarms = [];
  failures = [];
  looked = [];
  taken = 0;
});

const world = (tallies: Record<string, ChunkTally[]>, onRead?: () => Promise<void>): PublishPorts =>
  ({
    kpis,
    weeks: memoryWeeks({ isDone: true }),
    retries: () => async () => true,
    runs: { get: async (id: string) => run(id), open: async () => [] },
    ledger: {
      tallies: async (runId: string) => {
        looked.push(runId);
        await onRead?.();
        return tallies[runId] ?? [whole];
      },
    },
    content: { get: async (key: string) => JSON.stringify(key.endsWith('manifest.json') ? manifest : chunk) },
    messages: {
      rowsOfChunk: async () => {
        taken += 1;
        return rows;
      },
    },
    clock: () => Date.parse(now),
    reportFigures: () => {},
    reportDifference: (runId: string, difference: number, rates: readonly string[]) =>
      alarms.push({ runId, difference, rates }),
    reportStandstill: () => {},
    reportFailure: (runId: string, error: unknown) => failures.push([runId, error]),
  }) as never;

describe('publishing the figures', () => {
  test('a ledger that lost a message shows the difference on the figures and calls the alarm', async () => {
    await kpis.adjust('r', { ...zeroCounters(), delivered: 7 });
    await kpis.markChanged('r');
    const done = await publishKpis(world({ r: [{ ...whole, handedOver: 7 }] }))();
    expect(done).toEqual({ published: 1, unbalanced: 1 });
    expect(kpis.published[0]?.books).toMatchObject({ balanced: false, difference: 1, toDeliver: 8, delivered: 7 });
    expect(alarms).toEqual([{ runId: 'r', difference: 1, rates: [] }]);
  });

  test('a message counted twice cannot hide: the books differ the other way', async () => {
    await kpis.markChanged('r');
    await publishKpis(world({ r: [{ ...whole, handedOver: 9 }] }))();
    expect(kpis.published[0]?.books).toMatchObject({ balanced: false, difference: -1 });
    expect(alarms).toHaveLength(1);
  });

  test('more opens than deliveries call the alarm although the books balance', async () => {
    await kpis.adjust('r', { ...zeroCounters(), delivered: 2, opened: 3 });
    await kpis.markChanged('r');
    await publishKpis(world({}))();
    expect(kpis.published[0]?.books.balanced).toBe(true);
    expect(alarms).toEqual([{ runId: 'r', difference: 0, rates: ['opened', 'openedByUnknown'] }]);
  });

  test('looks at the runs that changed and at no other, and once', async () => {
    await kpis.markChanged('one');
    await kpis.markChanged('two');
    const publish = publishKpis(world({}));
    await publish();
    expect(looked).toEqual(['one', 'two']);
    expect(await publish()).toEqual({ published: 0, unbalanced: 0 });
    expect(looked).toHaveLength(2);
  });

  test('an hour that overlaps with the one before publishes the same figures', async () => {
    await kpis.adjust('r', { ...zeroCounters(), delivered: 8 });
    await kpis.markChanged('r');
    const publish = publishKpis(world({}));
    await Promise.all([publish(), publish()]);
    const [first, second] = kpis.published;
    expect(second).toEqual(first);
    expect(await kpis.changed()).toEqual([]);
  });

  test('what changes while it is being published is published again the next hour', async () => {
    await kpis.markChanged('r');
    let late = 1;
    const publish = publishKpis(
      world({}, async () => {
        if (late > 0) await kpis.markChanged('r');
        late -= 1;
      }),
    );
    await publish();
    expect(await kpis.changed()).toHaveLength(1);
    await publish();
    expect(await kpis.changed()).toEqual([]);
    expect(kpis.published).toHaveLength(2);
  });

  test('a run that cannot be published holds up none of the others, is told of, and comes again the next hour', async () => {
    let broken = true;
    for (const id of ['one', 'two', 'three']) await kpis.markChanged(id);
    const publish = publishKpis(
      world({}, async () => {
        if (broken && looked.at(-1) === 'two') throw new Error('the store does not answer');
      }),
    );
    await expect(publish()).rejects.toThrow('1 of 3 changed runs could not be published');
    expect(failures).toEqual([['two', new Error('the store does not answer')]]);
    expect(kpis.published.map(({ runId }) => runId)).toEqual(['one', 'three']);
    broken = false;
    expect(await publish()).toEqual({ published: 1, unbalanced: 0 });
    expect(kpis.published.map(({ runId }) => runId)).toEqual(['one', 'three', 'two']);
  });

  test('a run whose manifest is gone has figures, and its parts stay as they were', async () => {
    await kpis.adjust('r', { ...zeroCounters(), delivered: 8 });
    await kpis.markChanged('r');
    const ports = { ...world({}), content: { get: async () => undefined } } as never;
    expect(await publishKpis(ports)()).toEqual({ published: 1, unbalanced: 0 });
    expect(kpis.published).toHaveLength(1);
    expect(await kpis.breakdown('r')).toBeUndefined();
  });

  test('takes the figures apart, without a word of the people in them', async () => {
    await kpis.adjust('r', { ...zeroCounters(), delivered: 2, opened: 1, clicked: 1 });
    await kpis.markChanged('r');
    await publishKpis(world({}))();
    const found = await kpis.breakdown('r');
    expect(found?.links).toEqual([
      {
        label: '',
        link: 'https://shop.example/tulips',
        messages: 1,
        messagesByHuman: 1,
        messagesByMachine: 0,
        messagesByUnknown: 0,
        clicks: 1,
        clicksByHuman: 1,
        clicksByMachine: 0,
        clicksByUnknown: 0,
      },
    ]);
    expect(found?.hours).toEqual([
      {
        hour: '2026-11-24T11:00:00.000Z',
        opened: 1,
        openedByHuman: 1,
        openedByMachine: 0,
        openedByUnknown: 0,
        clicked: 1,
        clickedByHuman: 1,
        clickedByMachine: 0,
        clickedByUnknown: 0,
      },
    ]);
    expect(found?.domains.map(({ domain, recipients, delivered }) => [domain, recipients, delivered])).toEqual([
      ['big.example', 10, 1],
      ['', 2, 1],
    ]);
    expect(JSON.stringify(found)).not.toMatch(/anna|berta|own1/);
  });

  test('a late event after the people of the run are deleted moves the figures, and the parts stay as they were', async () => {
    await kpis.adjust('r', { ...zeroCounters(), delivered: 8 });
    await kpis.markChanged('r');
    await publishKpis(world({}))();
    const before = await kpis.breakdown('r');
    await kpis.adjust('r', { ...zeroCounters(), opened: 1 });
    await kpis.markChanged('r');
    const content = {
      get: async (key: string) => (key.startsWith('people/') ? undefined : JSON.stringify(manifest)),
    } as never;
    await publishKpis({ ...world({}), content })();
    expect(kpis.published.at(-1)?.opened.count).toBe(1);
    expect(await kpis.breakdown('r')).toEqual(before);
  });

  test('leaves them as they are while the counters have hardly moved', async () => {
    await kpis.adjust('r', { ...zeroCounters(), delivered: 1000 });
    for (const delivered of [0, 4, 2]) {
      await kpis.adjust('r', { ...zeroCounters(), delivered });
      await kpis.markChanged('r');
      await publishKpis(world({}))();
    }
    expect(taken).toBe(2);
  });

  test('a run that is being sent and did not move for an hour is told of, one that waits for quota is not', async () => {
    const still: string[] = [];
    const sending = (id: string): Run => ({
      ...awaiting,
      id,
      state: 'Sending',
      startAt: now,
      sendingStartedAt: now,
      ...(id === 'held' && { hold: { cause: 'quota' as const, until: '2026-11-24T20:00:00.000Z' } }),
    });
    const ports = (at: string, tallies: ChunkTally[]): PublishPorts => ({
      ...world({ stuck: [whole], held: [whole], moved: tallies }),
      runs: { get: async (id: string) => sending(id), open: async () => ['stuck', 'held', 'moved'] } as never,
      clock: () => Date.parse(at),
      reportStandstill: (runId) => still.push(runId),
    });
    for (const id of ['stuck', 'held', 'moved']) await kpis.markChanged(id);
    await publishKpis(ports(now, [{ ...whole, handedOver: 3 }]))();
    expect(still).toEqual([]);
    await publishKpis(ports('2026-11-24T11:00:00.000Z', [whole]))();
    expect(still).toEqual(['stuck']);
  });
});
