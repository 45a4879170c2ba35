import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import * as z from 'zod';

export const SIZES = [10_000, 100_000, 1_000_000];
/** What one request may bring, and what the job of an uploaded file reads as a stream. */
const READ = [30_000, 1_000_000, 5_000_000];

/** The heap that a Lambda of 512 MB leaves. */
const HEAP = ['--max-old-space-size=256', '--disable-warning=ExperimentalWarning'];
const env = { ...process.env, NODE_OPTIONS: '' };

const Cost = z.object({ cpuSeconds: z.number(), peakMegabytes: z.number() });
const Asked = z.object({ requests: z.int(), writeUnits: z.int() });
const Searched = z.object({
  search: z.string(),
  found: z.int(),
  ms: z.number(),
  cpuMs: z.number(),
  readUnits: z.number(),
  requests: z.number(),
});

const scriptOf = (name: string): string => path.join(import.meta.dirname, `${name}.ts`);

const measured = (name: string, ...args: string[]): z.infer<typeof Cost> =>
  Cost.parse(JSON.parse(execFileSync(process.execPath, [...HEAP, scriptOf(name), ...args], { env, encoding: 'utf8' })));

const line = (cells: readonly string[]): void => {
  process.stdout.write(`${cells.map((cell) => cell.padStart(16)).join('')}\n`);
};

/** It keeps the names of all. */
const TABLE_HEAP = ['--max-old-space-size=2048', '--disable-warning=ExperimentalWarning'];

const withTable = async (who: 'new' | 'known', ask: (endpoint: string) => Promise<void>): Promise<void> => {
  const table = spawn(process.execPath, [...TABLE_HEAP, scriptOf('table'), who], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = z.tuple([z.instanceof(Buffer)]).parse(await once(table.stdout, 'data'));
  await ask(`http://127.0.0.1:${port.toString().trim()}`);
  table.kill();
};

const writes = async (who: 'new' | 'known', rows: number): Promise<void> =>
  withTable(who, async (endpoint) => {
    const { cpuSeconds, peakMegabytes } = measured('write', endpoint, String(rows));
    const { requests, writeUnits } = Asked.parse(await (await fetch(endpoint)).json());
    const each = [rows / cpuSeconds, peakMegabytes].map((figure) => figure.toFixed(0));
    line([who, String(rows), ...each, (requests / rows).toFixed(4), (writeUnits / rows).toFixed(3)]);
  });

/** Among so many people, by the handler: what a search asks of DynamoDB, and how long it takes against a table that answers at once. */
export const benchNames = async (people: number): Promise<void> =>
  withTable('known', async (endpoint) => {
    line([`among ${people}`, 'found', 'ms', 'CPU ms', 'read units', 'requests']);
    const answer = execFileSync(process.execPath, [...HEAP, scriptOf('search'), endpoint, String(people)], {
      env,
      encoding: 'utf8',
    });
    const [written = '', ...searches] = answer.trim().split('\n');
    for (const one of searches) {
      const { search, found, ...figures } = Searched.parse(JSON.parse(one));
      line([search, String(found), ...Object.values(figures).map((figure) => figure.toFixed(0))]);
    }
    process.stdout.write(`${written}\n`);
  });

/**
 * Files through the product's own code: read and judged as one request brings them, and written as new people and as
 * people of whom the file says what is known, against a table that answers at once, in plain HTTP. Each size in a fresh
 * process. Write units are those of the table; each new person takes one more in the index by the beginning of addresses.
 */
export const benchImport = async (sizes: readonly number[]): Promise<void> => {
  line(['what', 'rows', 'rows per CPU-s', 'peak MB', 'requests a row', 'units a row']);
  for (const rows of READ) {
    const { cpuSeconds, peakMegabytes } = measured('read', String(rows));
    line(['read and judged', String(rows), (rows / cpuSeconds).toFixed(0), peakMegabytes.toFixed(0)]);
  }
  for (const rows of sizes) for (const who of ['new', 'known'] as const) await writes(who, rows);
};
