import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import * as z from 'zod';

const SIZES = [10_000, 100_000, 1_000_000];
/** What one request may bring, and what the job of an uploaded file reads as a stream; the file itself is in the memory too. */
const READ = [30_000, 1_000_000];

/** The heap that a Lambda of 512 MB leaves. */
const HEAP = ['--max-old-space-size=256', '--disable-warning=ExperimentalWarning'];
const env = { ...process.env, NODE_OPTIONS: '' };

const Cost = z.object({ cpuSeconds: z.number(), peakMegabytes: z.number() });
const Asked = z.object({ requests: z.int(), statements: z.int() });

const scriptOf = (name: string): string => path.join(import.meta.dirname, `${name}.ts`);

const measured = (name: string, ...args: string[]): z.infer<typeof Cost> =>
  Cost.parse(JSON.parse(execFileSync(process.execPath, [...HEAP, scriptOf(name), ...args], { env, encoding: 'utf8' })));

const line = (cells: readonly string[]): void => {
  process.stdout.write(`${cells.map((cell) => cell.padStart(16)).join('')}\n`);
};

const writes = async (who: 'new' | 'known', rows: number): Promise<void> => {
  const table = spawn(process.execPath, [...HEAP, scriptOf('table'), who], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = z.tuple([z.instanceof(Buffer)]).parse(await once(table.stdout, 'data'));
  const endpoint = `http://127.0.0.1:${port.toString().trim()}`;
  const { cpuSeconds, peakMegabytes } = measured('write', endpoint, String(rows));
  const { requests, statements } = Asked.parse(await (await fetch(endpoint)).json());
  table.kill();
  const each = [rows / cpuSeconds, peakMegabytes].map((figure) => figure.toFixed(0));
  line([who, String(rows), ...each, (requests / rows).toFixed(4), (statements / rows).toFixed(3)]);
};

/**
 * Files through the product's own code: read and judged as one request brings them, and written as new people and as
 * people of whom the file says what is known, against a table that answers at once, in plain HTTP. Each size in a fresh
 * process. A statement is one write unit for each KB of its profile.
 */
export const benchImport = async (): Promise<void> => {
  line(['what', 'rows', 'rows per CPU-s', 'peak MB', 'requests a row', 'statements a row']);
  for (const rows of READ) {
    const { cpuSeconds, peakMegabytes } = measured('read', String(rows));
    line(['read and judged', String(rows), (rows / cpuSeconds).toFixed(0), peakMegabytes.toFixed(0)]);
  }
  for (const rows of SIZES) for (const who of ['new', 'known'] as const) await writes(who, rows);
};
