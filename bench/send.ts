import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../local/settings.ts';
import { measureSending, type SendingCost } from './sending/measure.ts';

const RUNS = 5;

const rows: { name: string; of: (cost: SendingCost) => number; digits: number }[] = [
  { name: 'messages per CPU-second', of: (cost) => cost.perCpuSecond, digits: 0 },
  { name: 'messages per second', of: (cost) => cost.perSecond, digits: 0 },
  { name: 'requests per message', of: (cost) => cost.requestsPerMessage, digits: 3 },
  { name: 'bytes per message', of: (cost) => cost.bytesPerMessage, digits: 0 },
  { name: 'write units per message', of: (cost) => cost.writeUnitsPerMessage, digits: 3 },
  { name: 'peak memory, MB', of: (cost) => cost.peakMegabytes, digits: 0 },
  { name: 'cold start, init ms', of: (cost) => cost.initMs, digits: 0 },
];

const line = (name: string, cells: readonly string[]): void => {
  process.stdout.write(`  ${name.padEnd(28)}${cells.map((cell) => cell.padStart(10)).join('')}\n`);
};

const print = (costs: readonly SendingCost[]): void => {
  line('', ['min', 'median', 'max']);
  for (const { name, of, digits } of rows) {
    const sorted = costs.map(of).toSorted((one, other) => one - other);
    const picked = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
    line(
      name,
      picked.map((figure = Number.NaN) => figure.toFixed(digits)),
    );
  }
};

const variants = [
  { title: 'Groups of 50', perSecond: 1_000_000, messages: 50_000 },
  { title: 'Groups of 14 (14 messages per second, waits leapt over)', perSecond: 14, messages: 10_000 },
];

/** The send Lambda exactly as it is bundled, against sinks in other processes. */
export const benchSend = async (): Promise<void> => {
  execFileSync(process.execPath, ['--import', 'tsx', 'bin/bundle.ts'], { cwd: root, stdio: 'inherit' });
  const { size } = statSync(path.join(root, 'dist/lambdas/send/send-chunk/index.mjs'));
  process.stdout.write(`Node ${process.version}, bundle ${(size / 1024).toFixed(0)} KB, ${RUNS} runs\n`);
  for (const { title, ...plan } of variants) {
    process.stdout.write(`\n${title}\n`);
    const costs: SendingCost[] = [];
    for (let run = 0; run < RUNS; run += 1) costs.push(await measureSending(plan));
    print(costs);
  }
};
