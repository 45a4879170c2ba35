import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { shortHash } from '../../lambdas/adapters/dynamodb/profile-item.ts';
import { cutImport, type CutPorts } from '../../lambdas/audience/cut-import.ts';
import type { ImportJob } from '../../domain/audience/import-job.ts';
import { LIST, personAt } from './people.ts';

/**
 * A process of its own: reads and judges an uploaded file of so many rows, which is made as it is read. One line of
 * JSON. `node bench/import/read.ts ROWS`
 */
const rows = Number(process.argv[2]);
const names = Object.keys(personAt(0).attributes);
const quoted = (text: string): string => (/[",]/.test(text) ? `"${text}"` : text);
const lineOf = (number: number): string => {
  const { address, attributes } = personAt(number);
  return `${[address, ...Object.values(attributes).map(quoted)].join(',')}\n`;
};

const ROWS_OF_A_BLOCK = 1000;
function* lines(): Generator<string> {
  yield `${['email', ...names].join(',')}\n`;
  for (let first = 0; first < rows; first += ROWS_OF_A_BLOCK)
    yield Array.from({ length: Math.min(ROWS_OF_A_BLOCK, rows - first) }, (_, row) => lineOf(first + row)).join('');
}

/** Not in the memory that is measured. */
const folder = await mkdtemp(path.join(tmpdir(), 'freigabe-bench-'));
const fileName = path.join(folder, 'bench.csv');
await pipeline(lines(), createWriteStream(fileName));
const { size } = await stat(fileName);
const file = await open(fileName);
const readFile = async (start: number, end: number): Promise<Uint8Array> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(end - start), 0, end - start, start);
  return buffer.subarray(0, bytesRead);
};

const at = new Date().toISOString();
let job: ImportJob = {
  id: 'j',
  version: 1,
  list: LIST,
  fileName: 'bench.csv',
  bytes: size,
  uploadId: 'u',
  createdAt: at,
  startedAt: at,
  asOf: at,
  attempt: 1,
  state: 'reading',
  with: { emptyCells: 'empty' },
};
const record = { id: 'i', number: 1, list: LIST, rows, chunks: 1, importedAt: at, state: 'open' as const };
let kept = 0;
const ports: CutPorts = {
  jobs: { get: async () => job, replace: async (_, next) => (job = next) },
  imports: {
    get: async () => record,
    beginJob: async (begun) => ({ ...record, ...begun }),
  },
  uploads: { size: async () => size, read: async (_, start, end) => readFile(start, end) },
  content: { put: async (_, body) => void (kept += body.length) },
  profiles: { getMany: async () => [] },
  idOf: shortHash,
  newId: randomUUID,
  clock: Date.now,
};

const before = process.cpuUsage();
const cut = await cutImport(ports)({ id: 'j', attempt: 1 });
const { user, system } = process.cpuUsage(before);
await file.close();
await rm(folder, { recursive: true });
if (cut.outcome !== 'write' || job.reading?.accepted !== rows || kept === 0)
  throw new Error(`${job.reading?.accepted} of ${rows} rows were accepted`);
process.stdout.write(
  JSON.stringify({ cpuSeconds: (user + system) / 1e6, peakMegabytes: process.resourceUsage().maxRSS / 1024 }),
);
