import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../local/settings.ts';
import { measureSending, type SendingCost } from './sending/measure.ts';
import { measureRaw } from './sending/raw.ts';

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

const printRow = (name: string, figures: readonly number[], digits: number): void => {
  const sorted = figures.toSorted((one, other) => one - other);
  const picked = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  line(
    name,
    picked.map((figure = Number.NaN) => figure.toFixed(digits)),
  );
};

const repeated = async <T>(measure: () => Promise<T>): Promise<T[]> => {
  const results: T[] = [];
  for (let run = 0; run < RUNS; run += 1) results.push(await measure());
  return results;
};

const variants = [
  { title: 'Groups of 50', perSecond: 1_000_000, messages: 50_000 },
  // A multiple of 14, so that no group is smaller for a remainder.
  { title: 'Groups of 14', perSecond: 1_400_000, messages: 60_000, destinationsPerCall: 14 },
  { title: 'Groups of 50, a call for each message', perSecond: 1_000_000, messages: 20_000, withoutBulkCalls: true },
  {
    title: 'Groups of 14, a call for each message',
    perSecond: 1_400_000,
    messages: 20_000,
    destinationsPerCall: 14,
    withoutBulkCalls: true,
  },
  // At this rate a group is half a second's worth, and what is done once a second comes with every two.
  { title: 'Groups of 14 at 28 messages per second, waits leapt over', perSecond: 28, messages: 5000 },
];
const RAW_MESSAGES = 3000;

/** The send Lambda exactly as it is bundled, against sinks in other processes. */
export const benchSend = async (): Promise<void> => {
  execFileSync(process.execPath, ['--import', 'tsx', 'bin/bundle.ts'], { cwd: root, stdio: 'inherit' });
  const { size } = statSync(path.join(root, 'dist/lambdas/send/send-chunk/index.mjs'));
  process.stdout.write(`Node ${process.version}, bundle ${(size / 1024).toFixed(0)} KB, ${RUNS} runs\n`);
  for (const { title, ...plan } of variants) {
    process.stdout.write(`\n${title}\n`);
    line('', ['min', 'median', 'max']);
    const costs = await repeated(async () => measureSending(plan));
    for (const { name, of, digits } of rows) printRow(name, costs.map(of), digits);
  }
  process.stdout.write('\nSingle mails (SendRawEmail, MIME by nodemailer, no ledger)\n');
  line('', ['min', 'median', 'max']);
  const raw = await repeated(async () => measureRaw(RAW_MESSAGES));
  printRow(
    'messages per CPU-second',
    raw.map(({ perCpuSecond }) => perCpuSecond),
    0,
  );
  printRow(
    'bytes per message',
    raw.map(({ bytesPerMessage }) => bytesPerMessage),
    0,
  );
};
