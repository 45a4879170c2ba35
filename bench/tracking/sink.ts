import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';
import { Item, itemSize, Value } from '../item-size.ts';

const Put = z.object({ TableName: z.string(), Item });
const Read = z.object({ RequestItems: z.record(z.string(), z.object({ Keys: z.array(Item) })) });
const Get = z.object({ TableName: z.string(), Key: Item });
const Query = z.object({
  TableName: z.string(),
  ExpressionAttributeValues: z.object({ ':pk': Value, ':prefix': z.object({ S: z.string() }).optional() }),
});
const Transaction = z.object({
  TransactItems: z.array(z.union([z.object({ Put }), z.object({ Update: z.object({ TableName: z.string() }) })])),
});

const unitsOf = (item: Item): number => Math.ceil(itemSize(item) / 1024);

const partitionOf = (table: string, pk: Value | undefined): string => JSON.stringify([table, pk]);
const sortKeyOf = ({ sk }: Item): string => (sk && 'S' in sk ? sk.S : '');

const read = async (stream: IncomingMessage): Promise<string> => {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(z.instanceof(Uint8Array).parse(part));
  return Buffer.concat(parts).toString('utf8');
};

/** DynamoDB for one Lambda alone: keeps what is put, answers at once, and counts what it would charge. */
export class EventsSink {
  requests = 0;
  writeUnits = 0;
  /** Of queries, which are consistent. */
  readUnits = 0;
  private readonly partitions = new Map<string, Map<string, Item>>();
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      read(request)
        .then((body) => {
          this.requests += 1;
          const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
          const answer = JSON.stringify(this.answer(operation, JSON.parse(body)));
          return response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(answer);
        })
        .catch(() => response.destroy());
    });
    this.server.keepAliveTimeout = 60_000;
  }

  put(table: string, item: Item): void {
    const partition = partitionOf(table, item['pk']);
    const items = this.partitions.get(partition) ?? new Map<string, Item>();
    this.partitions.set(partition, items.set(sortKeyOf(item), item));
  }

  forget(): void {
    this.requests = 0;
    this.writeUnits = 0;
    this.readUnits = 0;
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.server.listen(0, '127.0.0.1', () => resolve());
    });
    const address: AddressInfo | string | null = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the sink has no port');
    return `http://127.0.0.1:${address.port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(operation: string, body: unknown): object {
    if (operation === 'BatchGetItem') return this.batchGet(body);
    if (operation === 'GetItem') {
      const { TableName, Key } = Get.parse(body);
      const found = this.get(TableName, Key);
      return found ? { Item: found } : {};
    }
    if (operation === 'Query') return this.query(body);
    if (operation === 'TransactWriteItems') return this.transact(body);
    const put = Put.parse(body);
    this.put(put.TableName, put.Item);
    this.writeUnits += unitsOf(put.Item);
    return {};
  }

  private get(table: string, key: Item): Item | undefined {
    return this.partitions.get(partitionOf(table, key['pk']))?.get(sortKeyOf(key));
  }

  /** In the order of their sort keys; nothing here is larger than a page. */
  private query(body: unknown): object {
    const { TableName, ExpressionAttributeValues: values } = Query.parse(body);
    const prefix = values[':prefix']?.S ?? '';
    const partition = this.partitions.get(partitionOf(TableName, values[':pk'])) ?? new Map<string, Item>();
    const found = [...partition].filter(([key]) => key.startsWith(prefix));
    const Items = found.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, item]) => item);
    this.readUnits += Math.max(1, Math.ceil(Items.reduce((sum, item) => sum + itemSize(item), 0) / 4096));
    return { Items, Count: Items.length };
  }

  private batchGet(body: unknown): object {
    const tables = Object.entries(Read.parse(body).RequestItems);
    const found = new Map<string, Item[]>();
    for (const [table, { Keys }] of tables) {
      const items = Keys.map((key) => this.get(table, key));
      found.set(
        table,
        items.filter((item) => item !== undefined),
      );
    }
    return { Responses: Object.fromEntries(found), UnprocessedKeys: {} };
  }

  /** A transaction costs twice; a counter is small. */
  private transact(body: unknown): object {
    for (const one of Transaction.parse(body).TransactItems) {
      if ('Put' in one) this.put(one.Put.TableName, one.Put.Item);
      this.writeUnits += 2 * ('Put' in one ? unitsOf(one.Put.Item) : 1);
    }
    return {};
  }
}
