import { simulate } from './simulate.ts';

const rates = [14, 50, 300, 1000];
const crews: [string, { run: number; skew: number }[]][] = [
  ['1 worker', [{ run: 0, skew: 0 }]],
  ['4 workers', Array.from({ length: 4 }, () => ({ run: 0, skew: 0 }))],
  ['20 workers', Array.from({ length: 20 }, () => ({ run: 0, skew: 0 }))],
  ['2 runs of 4', Array.from({ length: 8 }, (_, index) => ({ run: index % 2, skew: 0 }))],
  [
    '2 runs of 4, clocks 2 s off',
    Array.from({ length: 8 }, (_, index) => ({ run: index % 2, skew: ((index % 3) - 1) * 2000 })),
  ],
];

const cell = (value: number | string, width: number): string => String(value).padStart(width);

/** The account's rate against SES's strict token bucket, a minute each in virtual time. */
export const benchRate = async (): Promise<void> => {
  process.stdout.write(
    `${'workers'.padEnd(30)}${cell('per second', 12)}${cell('used %', 9)}${cell('most in 1 s', 13)}${cell('throttled', 11)}${cell('first run %', 13)}\n`,
  );
  for (const [name, workers] of crews) {
    for (const perSecond of rates) {
      const { used, most, throttled, shares } = await simulate({ perSecond, seconds: 60, workers, seed: 1 });
      process.stdout.write(
        `${name.padEnd(30)}${cell(perSecond, 12)}${cell((used * 100).toFixed(1), 9)}${cell(most, 13)}${cell(throttled, 11)}${cell(((shares[0] ?? 0) * 100).toFixed(1), 13)}\n`,
      );
    }
  }
};
