import { simulate } from '../../simulation/simulate-sending.ts';

const rates = [1, 14, 50, 300, 1000];
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

/** Whether AWS throttles SendBulkEmail at one call a second its documentation does not say: both are tried. */
const readings: [string, number][] = [
  ['SendBulkEmail as often as wanted', Infinity],
  ['SendBulkEmail once a second', 1],
];

const columns: [string, number][] = [
  ['per second', 12],
  ['used %', 9],
  ['most in 1 s', 13],
  ['throttled', 11],
  ['first run %', 13],
  ['by bulk %', 11],
  ['bulk refused', 14],
];

const percent = (share: number): string => (share * 100).toFixed(1);

/** The account's rate against SES's strict token buckets, a minute each in virtual time. */
export const benchRate = async (): Promise<void> => {
  for (const [reading, bulkCalls] of readings) {
    process.stdout.write(`\n${reading}\n`);
    process.stdout.write(`${'workers'.padEnd(30)}${columns.map(([name, width]) => cell(name, width)).join('')}\n`);
    for (const [name, workers] of crews) {
      for (const perSecond of rates) {
        const { used, most, throttled, shares, byBulk, refusedCalls } = await simulate({
          perSecond,
          seconds: 60,
          workers,
          seed: 1,
          bulkCalls,
        });
        const cells = [
          perSecond,
          percent(used),
          most,
          throttled,
          percent(shares[0] ?? 0),
          percent(byBulk),
          refusedCalls,
        ];
        process.stdout.write(
          `${name.padEnd(30)}${cells.map((value, index) => cell(value, columns[index]?.[1] ?? 0)).join('')}\n`,
        );
      }
    }
  }
};
