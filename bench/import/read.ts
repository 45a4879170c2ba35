import { randomUUID } from 'node:crypto';
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

/** A thousand lines at a time, so that the file costs its bytes and not its making. */
const BLOCK = 1000;
const blocks: Buffer[] = [];
for (let first = 0; first < rows; first += BLOCK)
  blocks.push(
    Buffer.from(Array.from({ length: Math.min(BLOCK, rows - first) }, (_, row) => lineOf(first + row)).join('')),
  );
const file = Buffer.concat([Buffer.from(`${['email', ...names].join(',')}\n`), ...blocks]);
blocks.length = 0;

const at = new Date().toISOString();
let job: ImportJob = {
  id: 'j',
  version: 1,
  list: LIST,
  fileName: 'bench.csv',
  bytes: file.length,
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
  uploads: { size: async () => file.length, read: async (_, start, end) => file.subarray(start, end) },
  content: { put: async (_, body) => void (kept += body.length) },
  profiles: { getMany: async () => [] },
  idOf: shortHash,
  newId: randomUUID,
  clock: Date.now,
};

const before = process.cpuUsage();
const cut = await cutImport(ports)({ id: 'j', attempt: 1 });
const { user, system } = process.cpuUsage(before);
if (cut.outcome !== 'write' || job.reading?.accepted !== rows || kept === 0)
  throw new Error(`${job.reading?.accepted} of ${rows} rows were accepted`);
process.stdout.write(
  JSON.stringify({ cpuSeconds: (user + system) / 1e6, peakMegabytes: process.resourceUsage().maxRSS / 1024 }),
);
