import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { zeroCounters } from '../../../domain/model/figures.ts';
import { now, person } from '../samples.ts';
import { recountWorld } from './recount-world.ts';

describe('compute stats of a small run', () => {
  test('says what was counted before, what now, and the difference; who asked is kept', async () => {
    const { kpis, audited, ask, look, calls } = recountWorld({ chunks: 3 });
    await kpis.adjust('r', { ...zeroCounters(), delivered: 5, opened: 1 });
    const report = await ask();
    expect(report).toMatchObject({
      before: { delivered: { count: 5 } },
      after: { delivered: { count: 3 } },
      difference: { delivered: -2, opened: -1 },
      corrected: [
        { counter: 'delivered', before: 5, after: 3 },
        { counter: 'opened', before: 1, after: 0 },
      ],
      computedBy: person.name,
    });
    expect(audited).toMatchObject([{ what: 'statsComputed', by: { name: person.name }, facts: { delivered: -2 } }]);
    expect(await look()).toMatchObject({ state: 'done', askedBy: person.name, report: { difference: { opened: -1 } } });
    expect(await ask()).toMatchObject({ difference: {}, corrected: [] });
    expect(calls).toEqual([]);
  });

  test('is refused once the message rows have ended: a recount would find nothing, and take every figure away', async () => {
    const { kpis, ask, audited } = recountWorld({ chunks: 3, rowsUntil: now });
    await kpis.adjust('r', { ...zeroCounters(), delivered: 3 });
    await expect(ask()).rejects.toMatchObject({ code: 'rows-ended' });
    expect([await kpis.counters('r'), audited]).toMatchObject([{ delivered: 3 }, []]);
  });

  test('events that do not stop arriving end it visibly, and nothing is changed', async () => {
    const { kpis, ask, look, audited } = recountWorld({ chunks: 3, readMs: 1, reading: async () => counted(1) });
    const counted = async (delivered: number) => kpis.adjust('r', { ...zeroCounters(), delivered });
    await expect(ask()).rejects.toMatchObject({ code: 'busy', facts: { why: 'busy' } });
    expect(await look()).toMatchObject({ state: 'gaveUp', why: 'busy' });
    expect((await kpis.counters('r')).delivered).toBe(15);
    expect([audited, kpis.published]).toEqual([[], []]);
  });
});

describe('compute stats of a large run', () => {
  test('goes on after the answer, shows how far it is, and ends with the same report', async () => {
    const { counted, ask, look, call, calls, audited } = recountWorld({ chunks: 100 });
    await counted(5);
    expect(await ask('Paula')).toMatchObject({ state: 'counting', percent: 16, askedBy: 'Paula', pass: 1 });
    expect(calls).toEqual(['r']);
    expect(await look()).toMatchObject({ state: 'counting', percent: 16 });
    expect(await call()).toEqual({ state: 'done' });
    expect(await look()).toMatchObject({ state: 'done', askedBy: 'Paula', report: { difference: { delivered: 95 } } });
    expect(audited).toMatchObject([{ by: { name: 'Paula' }, facts: { delivered: 95 } }]);
  });

  test('who asks meanwhile joins the one under way', async () => {
    const { ask, call, calls, audited } = recountWorld({ chunks: 100 });
    const answers = await Promise.all([ask('Paula'), ask('Anton')]);
    expect(answers.map((answer) => 'askedBy' in answer && answer.askedBy)).toEqual(['Paula', 'Paula']);
    expect(await ask('Anton')).toMatchObject({ state: 'counting', askedBy: 'Paula' });
    expect(calls).toEqual(['r']);
    await call();
    expect(audited).toHaveLength(1);
  });

  test('two calls at the same time correct the counters once', async () => {
    const { kpis, counted, ask, call, audited } = recountWorld({ chunks: 100 });
    await counted(5);
    await ask();
    await Promise.all([call(), call()]);
    expect((await kpis.counters('r')).delivered).toBe(100);
    expect(audited).toHaveLength(1);
  });

  test('an abandoned one says so and is taken up where it stands', async () => {
    const { ask, look, call, wait } = recountWorld({ chunks: 100 });
    await ask('Paula');
    wait(6 * 60_000);
    expect(await look()).toMatchObject({ state: 'abandoned', percent: 16 });
    expect(await ask('Anton')).toMatchObject({ state: 'counting', percent: 32, askedBy: 'Paula' });
    expect(await call()).toEqual({ state: 'done' });
  });

  test('costs at most so many calls, and then says that it gave up', async () => {
    const { ask, look, call, calls, kpis, counted } = recountWorld({ chunks: 1000 });
    await counted(5);
    await ask();
    let answered = 0;
    for (; calls.length > 0; answered += 1) await call(65_000);
    expect(answered).toBeLessThanOrEqual(12);
    expect(await look()).toMatchObject({ state: 'gaveUp', why: 'tooLong' });
    expect((await kpis.counters('r')).delivered).toBe(5);
  });
});

test('cut anywhere, with crashes at any read, it counts what one pass would', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 120 }),
      fc.array(fc.integer({ min: 0, max: 150 }), { maxLength: 3 }),
      fc.integer({ min: 70_000, max: 200_000 }),
      async (chunks, crashes, timeMs) => {
        let reads = 0;
        const world = recountWorld({
          chunks,
          reading: async () => {
            reads += 1;
            if (crashes.includes(reads)) throw new Error('crash');
          },
        });
        await world.counted(7);
        const surviving = async (attempt: () => Promise<unknown>): Promise<void> => {
          await attempt().catch(() => undefined);
        };
        await surviving(world.ask);
        for (let turn = 0; turn < 30 && (await world.look()).state !== 'done'; turn += 1)
          await surviving(async () => world.call(timeMs));
        expect(await world.look()).toMatchObject({ state: 'done' });
        expect((await world.kpis.counters('r')).delivered).toBe(chunks);
        expect(world.audited).toHaveLength(1);
      },
    ),
  );
});
