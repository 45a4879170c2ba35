import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { noImports } from '../../domain/model/import-snapshot.ts';
import type { ImportRecord } from '../../domain/model/profile-import.ts';
import { importedProfilesIn } from '../../lambdas/adapters/dynamodb/imported-profiles.ts';
import { nameIndexIn } from '../../lambdas/adapters/dynamodb/name-index.ts';
import { Sha256 } from '../../lambdas/adapters/sdk/sha256.ts';
import { writeChunk } from '../../lambdas/audience/write-chunk.ts';
import { ROWS_OF_A_CHUNK } from '../../domain/audience/import-limits.ts';
import { idAt, LIST, rowAt } from './people.ts';

/** A process of its own for one size, so that its peak memory is that size's. One line of JSON. `node bench/import/write.ts ENDPOINT ROWS` */
const [endpoint = '', count = '0'] = process.argv.slice(2);
const rows = Number(count);

const unused = async (): Promise<never> => {
  throw new Error('writing rows of nobody who opted out does not ask for this');
};

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const client = new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials, sha256: Sha256 });
const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

let chunkText = '';
const ports = {
  profiles: {
    ...importedProfilesIn(client, 't', documents),
    snapshot: async () => ({ ...noImports, seq: 1, uncommitted: [1] }),
    addressOptOuts: unused,
    addressStatus: unused,
  },
  names: nameIndexIn(client, 't', documents),
  mappings: { of: async () => [] },
  content: { get: async (key: string) => (key.includes('/rows/') ? chunkText : undefined), put: async () => {} },
  // As ids that follow from their addresses.
  idOf: (addressKey: string): string => idAt(/\d+/.exec(addressKey)?.[0] ?? ''),
};
const chunks = Math.ceil(rows / ROWS_OF_A_CHUNK);
const importedAt = '2026-12-01T10:00:00.000Z';
const record: ImportRecord = { id: 'i', number: 1, list: LIST, rows, chunks, importedAt, state: 'open' };

let cpu = 0;
for (let chunk = 0; chunk < chunks; chunk += 1) {
  const first = chunk * ROWS_OF_A_CHUNK;
  const length = Math.min(ROWS_OF_A_CHUNK, rows - first);
  chunkText = JSON.stringify(Array.from({ length }, (_, index) => rowAt(first + index)));
  const before = process.cpuUsage();
  await writeChunk(ports, record, chunk);
  const { user, system } = process.cpuUsage(before);
  cpu += (user + system) / 1e6;
}
process.stdout.write(JSON.stringify({ cpuSeconds: cpu, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
process.exit();
