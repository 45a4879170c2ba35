import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chunkListKey } from '../../../domain/model/manifest.ts';
import type { RunIn } from '../../../domain/model/run.ts';
import { transition } from '../../../domain/model/transition.ts';
import { person } from '../samples.ts';
import { HOUR, iso, NOW, prefix, SIZE, tested } from './ab-test-world.ts';

describe('a run with a test', () => {
  test('waits its hours from when the test is out, decides once by what people clicked, and ends with the rest', async () => {
    const world = await tested();
    expect(await world.locate()).toMatchObject({ position: 'wait', startAt: iso(NOW + 6 * HOUR) });
    world.at = NOW + 6 * HOUR;
    world.clicks = [10, 30, 5];
    expect(await world.locate()).toMatchObject({ position: 'send', chunkListKey: chunkListKey(prefix, 1) });
    expect(await world.verify()).toMatchObject({ outcome: 'send' });
    expect(world.sending.abTest).toMatchObject({
      decidedAt: iso(world.at),
      winner: 'b',
      reason: 'most',
      isClear: true,
      figures: [
        { id: null, recipients: SIZE, delivered: SIZE, known: SIZE, clicked: 10 },
        { id: 'b', clicked: 30 },
        { id: 'c', clicked: 5 },
      ],
    });
    expect(world.sending.wave).toMatchObject({ number: 1, begunAt: iso(world.at) });
    expect(world.sending.unpublished?.map(({ type, data }) => [type, data])).toEqual([
      ['run.abTestDecided', { winner: 'b', reason: 'most', isClear: true }],
    ]);
    expect(world.audit.map(({ what, facts }) => [what, facts['winner'] ?? facts['wave']])).toEqual([
      ['abTestDecided', 'b'],
      ['waveBegun', 2],
    ]);
    await world.sendWave(1);
    expect(world.run).toMatchObject({ state: 'Finished', abTest: { winner: 'b' } });
  });

  test('however often it is looked at, paused and killed, and whatever is clicked later, one content wins', async () => {
    const act = fc.constantFrom('verify', 'pause', 'resume', 'later', 'atOnce');
    const clicks = fc.tuple(fc.nat(SIZE), fc.nat(SIZE), fc.nat(SIZE));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(act, clicks), { minLength: 1, maxLength: 12 }), async (acts) => {
        const world = await tested();
        const winners = new Set<string | null>();
        world.at = NOW + 5 * HOUR;
        for (const [what, seen] of [
          ...acts,
          ['later', [9, 9, 9]],
          ['resume', [9, 9, 9]],
          ['verify', [9, 9, 9]],
        ] as const) {
          world.clicks = [...seen];
          if (what === 'later') world.at += HOUR;
          if (what === 'verify') await world.verify();
          // Two executions at once: one write counts.
          if (what === 'atOnce') await Promise.all([world.verify(), world.verify()]);
          if (what === 'pause' && world.run.state === 'Sending')
            world.run = transition(world.run, { type: 'paused', at: iso(world.at), by: person });
          if (what === 'resume' && world.run.state === 'Paused')
            world.run = transition(world.run, { type: 'resumed', at: iso(world.at) });
          const { abTest: result, wave } = world.run as RunIn<'Sending'>;
          expect(wave?.number === 1 && wave.begunAt !== undefined).toBe(result !== undefined);
          if (result) winners.add(`${result.winner} ${result.decidedAt}`);
        }
        expect(winners.size).toBe(1);
        expect(world.audit.filter(({ what }) => what === 'abTestDecided')).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  test('too few clicks leave the own content, and a second decision changes nothing', async () => {
    const world = await tested();
    world.at = NOW + 6 * HOUR;
    world.clicks = [0, 4, 0];
    await world.verify();
    const { abTest: result } = world.sending;
    expect(result).toMatchObject({ winner: null, reason: 'tooFew' });
    if (!result) throw new Error('not decided');
    const again = transition(world.run, { type: 'abTestDecided', result: { ...result, winner: 'b', reason: 'most' } });
    expect(again).toMatchObject({ abTest: { winner: null } });
  });
});
