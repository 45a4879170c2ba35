import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Problem } from '../../../domain/http/problem.ts';
import { contentGot } from '../../../domain/model/ab-test.ts';
import type { RunIn } from '../../../domain/model/run.ts';
import { transition } from '../../../domain/model/transition.ts';
import { chooseWinner, type ChoosePorts } from '../../../lambdas/send/choose-winner.ts';
import { person } from '../samples.ts';
import { chunks, HOUR, iso, NOW, TestWorld } from './ab-test-world.ts';

const actor = { ...person, language: 'en' as const, groups: ['start-deliveries' as const] };

/** Executions that were begun to send the rest at once. */
class ChoosingWorld extends TestWorld {
  readonly started: string[] = [];
  /** The process is killed at this call of a port, before or after it took effect; the next ones work. */
  kill: { call: number; isAfter: boolean } | undefined;
  private calls = 0;

  private async killed<T>(call: () => Promise<T>): Promise<T> {
    this.calls += 1;
    if (this.kill?.call !== this.calls) return call();
    const { isAfter } = this.kill;
    this.kill = undefined;
    if (isAfter) await call();
    throw new Error('killed');
  }

  /** Each call of these ports may be the last one of its process. */
  killing(call: number, isAfter: boolean): void {
    this.calls = 0;
    this.kill = { call, isAfter };
  }

  override get verifying() {
    const known = super.verifying;
    return {
      ...known,
      runs: { ...known.runs, replace: async (run: never) => this.killed(async () => known.runs.replace(run)) },
      audit: { ...known.audit, append: async (entry: never) => this.killed(async () => known.audit.append(entry)) },
      messages: {
        rowsOfChunk: async (run: string, chunk: number) => this.killed(() => known.messages.rowsOfChunk(run, chunk)),
      },
    };
  }

  async choose(winner: string | null): Promise<unknown> {
    const ports = {
      ...this.verifying,
      ledger: { tallies: async () => this.tallies },
      machine: {
        start: async (name: string) => this.killed(async () => void this.started.push(name)),
      },
      newId: () => `id-${this.started.length}`,
    } as unknown as ChoosePorts;
    return chooseWinner(ports)({ params: { id: 'r' }, query: {}, body: { winner }, actor, origin: {} } as never);
  }
}

const waiting = async (): Promise<ChoosingWorld> => {
  const world = new ChoosingWorld();
  await world.verify();
  world.at = NOW + 2 * HOUR;
  await world.sendWave(0);
  world.at = NOW + 3 * HOUR;
  return world;
};

const refusal = async (act: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await act.catch((problem: unknown) => problem);
  return error instanceof Problem ? error.cause : undefined;
};

describe('a test that somebody decides while it waits', () => {
  test('the rest goes at once and gets what was chosen; the history says who, and by which figures', async () => {
    const world = await waiting();
    world.clicks = [10, 30, 5];
    await world.choose('c');
    expect(world.started).toEqual(['r-id-0']);
    expect(world.sending).toMatchObject({
      abTest: {
        winner: 'c',
        reason: 'chosen',
        decidedAt: iso(NOW + 3 * HOUR),
        figures: [{ clicked: 10 }, { clicked: 30 }, {}],
      },
      wave: { number: 1, notBefore: iso(NOW + 3 * HOUR) },
    });
    expect(world.audit.map(({ what, by, facts }) => [what, by?.sub, facts['winner']])).toEqual([
      ['abTestDecided', person.sub, 'c'],
    ]);
    expect(world.sending.unpublished?.map(({ type, data }) => [type, data])).toEqual([
      ['run.abTestDecided', { winner: 'c', reason: 'chosen', isClear: false }],
    ]);
    expect(await world.locate()).toMatchObject({ position: 'send' });
    expect(await world.verify()).toMatchObject({ outcome: 'send' });
    expect(world.sending.abTest).toMatchObject({ winner: 'c', reason: 'chosen' });
    await world.sendWave(1);
    expect(world.run).toMatchObject({ state: 'Finished', abTest: { winner: 'c' } });
  });

  test('is refused before the test is out, after it is decided, while the run is paused, and with a content that it has not', async () => {
    const early = new ChoosingWorld();
    expect(await refusal(early.choose('b'))).toBe('testNotWaiting');
    const world = await waiting();
    for (const winner of ['d', 'winner', '']) expect(await refusal(world.choose(winner))).toBe('noSuchVariant');
    const { run } = world;
    world.run = transition(run, { type: 'paused', at: iso(world.at), by: person });
    expect(await refusal(world.choose('b'))).toBe('testNotWaiting');
    world.run = run;
    await world.choose(null);
    expect(await refusal(world.choose('b'))).toBe('testNotWaiting');
    expect(world.sending.abTest?.winner).toBeNull();
  });

  test('meets the automatic decision: one of both counts, whichever writes first', async () => {
    for (const who of ['person', 'hours'] as const) {
      const world = await waiting();
      world.at = NOW + 6 * HOUR;
      world.clicks = [10, 30, 5];
      const second = async () => (who === 'person' ? world.verify() : world.choose('c'));
      world.beforeWrite = async () => void (await (who === 'person' ? world.choose('c') : world.verify()));
      await second().catch(() => undefined);
      expect(world.sending.abTest?.winner).toBe(who === 'person' ? 'c' : 'b');
      expect(world.audit.filter(({ what }) => what === 'abTestDecided')).toHaveLength(1);
    }
  });

  /** At each call of a port, before and after it took effect; whoever comes next goes on. */
  test('killed at any instant, by a person, by the hours or both: one content wins, and nobody in the rest gets another', async () => {
    const act = fc.record({
      what: fc.constantFrom('verify', 'choose b', 'choose own', 'later'),
      call: fc.integer({ min: 1, max: 7 }),
      isAfter: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (acts) => {
        const world = await waiting();
        world.clicks = [10, 5, 30];
        const got = new Set<string>();
        for (const { what, call, isAfter } of [
          ...acts,
          { what: 'later', call: 99, isAfter: false },
          { what: 'verify', call: 99, isAfter: false },
        ]) {
          world.killing(call, isAfter);
          if (what === 'later') world.at += 4 * HOUR;
          const choice = what === 'choose b' ? 'b' : null;
          await (what === 'verify' ? world.verify() : what === 'later' ? undefined : world.choose(choice))?.catch(
            () => undefined,
          );
          const { abTest: result, wave } = world.run as RunIn<'Sending'>;
          // Who is in the rest is sent to once its wave has begun.
          if (wave?.number === 1 && wave.begunAt !== undefined)
            got.add(String(contentGot(chunks.at(-1)?.variant, result)));
        }
        expect(got.size).toBe(1);
        expect([...got]).not.toContain('winner');
      }),
      { numRuns: 100 },
    );
  });
});
