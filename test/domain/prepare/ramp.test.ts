import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CHUNK_SIZE } from '../../../domain/model/manifest.ts';
import { pickedDays, rampDays } from '../../../domain/model/ramp.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';
import type { Ramp, Wave } from '../../../domain/model/waves.ts';
import { spreadChecks } from '../../../domain/prepare/spread-checks.ts';
import { nameOf, onDays, wavesOf } from '../../../domain/prepare/spread.ts';

const ramp = fc.record({
  by: fc.constant('ramp' as const),
  first: fc.integer({ min: 10, max: 50_000 }),
  growthPercent: fc.integer({ min: 10, max: 300 }),
});
const scheduleOf = (split: Ramp): Schedule => ({ mode: 'onceConfirmed', waves: { split, gapMinutes: 1440 } });

/** As `WaveWriter` leaves them: the picked by their days, of two kinds, and everybody else in the wave behind those. */
const chunksOf = (split: Ramp, people: number): { wave: string; recipients: number }[] => {
  const chunks: { wave: string; recipients: number }[] = [];
  const cut = (wave: string, count: number): void => {
    for (let left = count; left > 0; left -= CHUNK_SIZE) chunks.push({ wave, recipients: Math.min(CHUNK_SIZE, left) });
  };
  const picked = pickedDays(split);
  let left = people;
  for (const [day, size] of picked.entries()) {
    const some = Math.min(size, left);
    cut(nameOf(day), Math.floor(some / 3));
    cut(nameOf(day), some - Math.floor(some / 3));
    left -= some;
  }
  cut(nameOf(picked.length), left);
  return chunks;
};

const wavesFor = (split: Ramp, people: number): Wave[] =>
  wavesOf(onDays(chunksOf(split, people), scheduleOf(split))).waves;

const sum = (waves: readonly Wave[]): number => waves.reduce((all, { recipients }) => all + recipients, 0);

describe('a ramp', () => {
  test('grows day by day', () => {
    expect(rampDays({ by: 'ramp', first: 200, growthPercent: 100 }).slice(0, 5)).toEqual([200, 400, 800, 1600, 3200]);
  });

  test('has everybody on one of its days and none above its size, or says that its days do not take them', () => {
    fc.assert(
      fc.property(ramp, fc.integer({ min: 0, max: 400_000 }), (split, people) => {
        const waves = wavesFor(split, people);
        expect(sum(waves)).toBe(people);
        expect(waves.length).toBeLessThanOrEqual(rampDays(split).length);
        const days = rampDays(split);
        const isAbove = waves.some(({ recipients }, day) => recipients > days[day]!);
        const planned = { starts: 0, last: 0 };
        const checks = spreadChecks(
          { schedule: scheduleOf(split) },
          { waves, zones: { unknown: 0, passed: 0 }, planned, now: 0 },
        );
        expect(checks.some(({ code, verdict }) => code === 'rampTooShort' && verdict === 'blocking')).toBe(isAbove);
        // A day of chunks may be short of its size by less than one.
        const room = days.reduce((all, size) => all + size, 0) - CHUNK_SIZE * days.length;
        if (people <= room) expect(isAbove).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
