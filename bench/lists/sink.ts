import { createServer, type IncomingMessage } from 'node:http';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { begunItems, type ListItem } from './items.ts';

/** DynamoDB answers a query in pages of this many bytes. */
const PAGE_BYTES = 1_048_576;

type Kept = { json: string; bytes: number; key: string };
type Index = {
  partition: string;
  has: (item: ListItem) => Record<string, unknown>;
  /** What its queries ask for, when that is less. It costs as much as all. */
  asked?: (item: ListItem) => Record<string, unknown>;
};

const indexes: Record<string, Index> = {
  listEntries: {
    partition: 'listed',
    has: ({ pk, sk, gsk, listed, entry }) => ({ pk, sk, gsk, listed, entry }),
    asked: ({ sk, gsk, entry }) => ({ sk, gsk, entry }),
  },
  openRuns: { partition: 'openRun', has: ({ pk, sk, gsk, openRun }) => ({ pk, sk, gsk, openRun }) },
  byList: { partition: 'gpk', has: (item) => item, asked: ({ gsk, entry }) => ({ gsk, entry }) },
};

const keep = (item: Record<string, unknown>, key: string, asked = item): Kept => {
  const json = JSON.stringify(marshall(asked, { removeUndefinedValues: true }));
  return { json, bytes: Buffer.byteLength(JSON.stringify(item)), key };
};

const [campaigns, runs] = z.tuple([z.coerce.number().int(), z.coerce.number().int()]).parse(process.argv.slice(2));
const table = new Map<string, Kept>();
const parts = new Map<string, Kept[]>();
for (const item of begunItems(campaigns, runs)) {
  table.set(`${item.pk} ${item.sk}`, keep(item, item.gsk));
  for (const [name, { partition, has, asked = has }] of Object.entries(indexes)) {
    const value = item[partition];
    if (typeof value !== 'string') continue;
    const part = parts.get(`${name} ${value}`) ?? [];
    part.push(keep(has(item), item.gsk, asked(item)));
    parts.set(`${name} ${value}`, part);
  }
}
for (const part of parts.values()) part.sort((one, other) => (one.key < other.key ? -1 : 1));

const Query = z.object({
  IndexName: z.string(),
  ExpressionAttributeValues: z.record(z.string(), z.object({ S: z.string() })),
  ScanIndexForward: z.boolean().optional(),
  Limit: z.int().optional(),
  ExclusiveStartKey: z.object({ place: z.object({ S: z.string() }) }).optional(),
});
const Batch = z.object({
  RequestItems: z.record(z.string(), z.object({ Keys: z.array(z.record(z.string(), z.object({ S: z.string() }))) })),
});

let units = 0;
let requests = 0;

const query = (body: unknown): string => {
  const {
    IndexName,
    ExpressionAttributeValues,
    ScanIndexForward,
    Limit = Infinity,
    ExclusiveStartKey,
  } = Query.parse(body);
  const [value] = Object.values(ExpressionAttributeValues);
  const part = parts.get(`${IndexName} ${value?.S}`) ?? [];
  const ordered = ScanIndexForward === false ? part.toReversed() : part;
  const start = Number(ExclusiveStartKey?.place.S ?? 0);
  let [bytes, end] = [0, start];
  for (; end < ordered.length && bytes < PAGE_BYTES && end - start < Limit; end += 1) bytes += ordered[end]?.bytes ?? 0;
  // Eventually consistent: half a unit for 4 KB.
  units += Math.max(0.5, Math.ceil(bytes / 4096) / 2);
  const items = ordered.slice(start, end).map(({ json }) => json);
  const last = end < ordered.length ? `,"LastEvaluatedKey":{"place":{"S":"${end}"}}` : '';
  return `{"Items":[${items.join(',')}],"Count":${items.length}${last}}`;
};

const batch = (body: unknown): string => {
  const [[name, { Keys }] = ['', { Keys: [] }]] = Object.entries(Batch.parse(body).RequestItems);
  const items = Keys.flatMap(({ pk, sk }) => table.get(`${pk?.S} ${sk?.S}`) ?? []);
  for (const { bytes } of items) units += Math.ceil(bytes / 4096);
  return `{"Responses":{"${name}":[${items.map(({ json }) => json).join(',')}]},"UnprocessedKeys":{}}`;
};

const read = async (stream: IncomingMessage): Promise<unknown> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(z.instanceof(Uint8Array).parse(chunk));
  return JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}');
};

const server = createServer((request, response) => {
  read(request)
    .then((body) => {
      const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
      if (operation === 'Query' || operation === 'BatchGetItem') requests += 1;
      const answer = operation === 'Query' ? query(body) : operation === 'BatchGetItem' ? batch(body) : '';
      const counted = JSON.stringify({ units, requests });
      if (answer === '') [units, requests] = [0, 0];
      return response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(answer || counted);
    })
    .catch(() => response.destroy());
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' && address ? address.port : 0);
});
