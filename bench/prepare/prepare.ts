import { execFileSync } from 'node:child_process';
import path from 'node:path';
import * as z from 'zod';

const SIZES = [10_000, 100_000, 1_000_000, 5_000_000];

/** The heap that a Lambda of 256 MB leaves: without a limit Node collects late, and its peak says nothing. */
const HEAP = ['--max-old-space-size=64', '--max-semi-space-size=4'];

const Cost = z.object({ toDeliver: z.int(), bytes: z.int(), cpuSeconds: z.number(), peakMegabytes: z.number() });

const freeze = (rows: number): z.infer<typeof Cost> => {
  const script = path.join(import.meta.dirname, 'freeze.ts');
  const args = ['--disable-warning=ExperimentalWarning', ...HEAP, script, String(rows)];
  const env = { ...process.env, NODE_OPTIONS: '' };
  return Cost.parse(JSON.parse(execFileSync(process.execPath, args, { env, encoding: 'utf8' })));
};

const line = (cells: readonly string[]): void => {
  process.stdout.write(`${cells.map((cell) => cell.padStart(16)).join('')}\n`);
};

/**
 * Audiences of four sizes through the rules of preparation into frozen chunks, each in a fresh process; the making
 * of the rows is counted too. The slope is what one more row costs between the two largest.
 */
export const benchPrepare = async (): Promise<void> => {
  line(['rows', 'rows per CPU-s', 'peak MB', 'bytes per row']);
  const costs = SIZES.map((rows) => {
    const cost = freeze(rows);
    const { cpuSeconds, peakMegabytes, bytes } = cost;
    line([String(rows), (rows / cpuSeconds).toFixed(0), peakMegabytes.toFixed(0), (bytes / rows).toFixed(0)]);
    return { rows, ...cost };
  });
  const [before, last] = costs.slice(-2);
  if (!before || !last) return;
  const rows = last.rows - before.rows;
  const microseconds = ((last.cpuSeconds - before.cpuSeconds) / rows) * 1e6;
  const bytes = ((last.peakMegabytes - before.peakMegabytes) * 1024 * 1024) / rows;
  process.stdout.write(`slope: ${microseconds.toFixed(1)} µs of CPU and ${bytes.toFixed(0)} bytes of memory a row\n`);
};
