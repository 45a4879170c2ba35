import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { entriesOf } from '../../domain/audience/name-index.ts';
import { holdsNameBy } from '../../domain/audience/name-words.ts';
import { ROWS_OF_A_CHUNK } from '../../domain/audience/import-limits.ts';
import { nameIndexIn } from '../../lambdas/adapters/dynamodb/name-index.ts';
import { profilesIn } from '../../lambdas/adapters/dynamodb/profiles.ts';
import { Sha256 } from '../../lambdas/adapters/sdk/sha256.ts';
import { searchList } from '../../lambdas/audience/search-list.ts';
import { LIST, personAt } from './people.ts';

/** A process of its own: names so many people, and searches among them. A line of JSON for each search. `node bench/import/search.ts ENDPOINT PEOPLE` */
const [endpoint = '', count = '0'] = process.argv.slice(2);
const people = Number(count);

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const client = new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials, sha256: Sha256 });
const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
const names = nameIndexIn(client, 't', documents);
const holdsName = holdsNameBy([]);

for (let first = 0; first < people; first += ROWS_OF_A_CHUNK) {
  const entries = Array.from({ length: Math.min(ROWS_OF_A_CHUNK, people - first) }, (_, index) => {
    const { id, attributes } = personAt(first + index);
    return entriesOf(id, { lists: new Set([LIST]), attributes: [attributes] }, () => holdsName);
  });
  await names.keep(1, first / ROWS_OF_A_CHUNK, entries.flat());
}

const Counted = z.object({ requests: z.int(), readUnits: z.number(), writeUnits: z.number() });
const asked = async () => Counted.parse(await (await fetch(endpoint)).json());

const unused = () => {
  throw new Error('the list was gone through');
};
const search = searchList({
  names,
  profiles: profilesIn(documents, 't'),
  members: { members: unused },
  mappings: { of: async () => [] },
});
const request = {
  params: { list: LIST },
  body: undefined,
  actor: { sub: 'a', email: 'a@shop.example', name: 'A', language: 'en' as const, groups: [] },
  origin: { ip: '', userAgent: '' },
};

const TIMES = 5;
const { writeUnits } = await asked();
process.stdout.write(`${JSON.stringify({ search: 'written', writeUnits: writeUnits / people })}\n`);
for (const name of [
  'ma',
  'maria',
  'mahlzahn',
  'nobodyatall',
  'schneider',
  'winklmann',
  'erika winklmann',
  'anna schneidmann',
]) {
  const times: number[] = [];
  const before = process.cpuUsage();
  let found = 0;
  for (let time = 0; time < TIMES; time += 1) {
    const began = performance.now();
    const { items } = await search({ ...request, query: { name, look: 'names' } });
    times.push(performance.now() - began);
    found = items.length;
  }
  const { user, system } = process.cpuUsage(before);
  const { requests, readUnits } = await asked();
  const ms = times.toSorted((one, other) => one - other)[TIMES >> 1] ?? 0;
  const cpuMs = (user + system) / 1000 / TIMES;
  process.stdout.write(
    `${JSON.stringify({ search: name, found, ms, cpuMs, readUnits: readUnits / TIMES, requests: requests / TIMES })}\n`,
  );
}
process.exit();
