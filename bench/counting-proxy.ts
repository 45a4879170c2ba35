import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import * as z from 'zod';
import { Item, itemSize } from './item-size.ts';

/**
 * What the Lambdas asked of AWS. Write units as DynamoDB itself reports them in ConsumedCapacity; read units by the
 * sizes of the items in the answer, because emulators report those of queries wrong. `unitsOf`: both by operation.
 */
export type Counted = {
  requests: Map<string, number>;
  unitsOf: Map<string, number>;
  writeUnits: number;
  readUnits: number;
  bytes: number;
};

const nothing = (): Counted => ({ requests: new Map(), unitsOf: new Map(), writeUnits: 0, readUnits: 0, bytes: 0 });

const Found = z.object({
  Item: Item.optional(),
  Items: z.array(Item).optional(),
  Responses: z.record(z.string(), z.array(Item)).optional(),
});
const Asked = z.object({
  ConsistentRead: z.boolean().optional(),
  RequestItems: z.record(z.string(), z.object({ ConsistentRead: z.boolean().optional() })).optional(),
});

/** Four kilobytes, half as much when it need not be the latest; a query rounds once, everything else by item. */
const readUnitsOf = (asked: unknown, answer: unknown): number => {
  const { ConsistentRead, RequestItems } = Asked.parse(asked);
  const isConsistent = ConsistentRead ?? Object.values(RequestItems ?? {}).some((table) => table.ConsistentRead);
  const { Item: one, Items: page, Responses: batch } = Found.parse(answer);
  const sizes = page
    ? [page.reduce((sum, item) => sum + itemSize(item), 0)]
    : [...(one ? [one] : []), ...Object.values(batch ?? {}).flat()].map(itemSize);
  const blocks = (sizes.length > 0 ? sizes : [0]).map((size) => Math.max(1, Math.ceil(size / 4096)));
  return blocks.reduce((sum, count) => sum + count, 0) * (isConsistent ? 1 : 0.5);
};

const Capacity = z.object({ TableName: z.string().optional(), CapacityUnits: z.number() });
const Answer = z.object({ ConsumedCapacity: z.union([Capacity, z.array(Capacity)]).optional() });

/** Statements are those of an import, which only writes by them. */
const writes = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems', 'BatchExecuteStatement'];

const read = async (stream: IncomingMessage): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(z.instanceof(Uint8Array).parse(part));
  return Buffer.concat(parts);
};

const jsonOf = (body: Buffer): unknown => JSON.parse(body.toString('utf8') || '{}');

const unitsIn = (body: Buffer): number => {
  const { data } = Answer.safeParse(jsonOf(body));
  return [data?.ConsumedCapacity ?? []].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
};

/** Asks DynamoDB to say what a call cost, which no production code needs. */
const withCapacity = (body: Buffer): Buffer => {
  const asked = z.record(z.string(), z.unknown()).parse(JSON.parse(body.toString('utf8')));
  return Buffer.from(JSON.stringify({ ...asked, ReturnConsumedCapacity: 'TOTAL' }));
};

export class CountingProxy {
  counted: Counted = nothing();
  private readonly target: URL;
  private readonly server: Server;

  constructor(target: string) {
    this.target = new URL(target);
    this.server = createServer((incoming, outgoing) => {
      this.pass(incoming)
        .then(({ status, headers, body }) => outgoing.writeHead(status, headers).end(body))
        .catch((error: unknown) => {
          process.stderr.write(`the counting proxy: ${String(error)}\n`);
          outgoing.destroy();
        });
    });
    this.server.keepAliveTimeout = 60_000;
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.listen(port, '127.0.0.1', () => resolve());
    });
  }

  forget(): void {
    this.counted = nothing();
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async pass(incoming: IncomingMessage) {
    const operation = /DynamoDB_\d+\.(\w+)/.exec(String(incoming.headers['x-amz-target'] ?? ''))?.[1];
    const body = await read(incoming);
    const name = operation ?? String(incoming.headers['x-amz-target'] ?? `${incoming.method} s3`);
    this.counted.requests.set(name, (this.counted.requests.get(name) ?? 0) + 1);
    this.counted.bytes += body.length;
    const answer = await this.forward(incoming, operation === undefined ? body : withCapacity(body));
    if (operation !== undefined && answer.status === 200) {
      const isWrite = writes.includes(operation);
      const units = isWrite ? unitsIn(answer.body) : readUnitsOf(jsonOf(body), jsonOf(answer.body));
      this.counted[isWrite ? 'writeUnits' : 'readUnits'] += units;
      this.counted.unitsOf.set(operation, (this.counted.unitsOf.get(operation) ?? 0) + units);
    }
    return answer;
  }

  private async forward(incoming: IncomingMessage, body: Buffer) {
    const options = {
      method: incoming.method,
      headers: { ...incoming.headers, 'content-length': body.length },
    };
    const url = new URL(incoming.url ?? '/', this.target);
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request(url, options, resolve).on('error', reject).end(body);
    });
    return { status: response.statusCode ?? 502, headers: response.headers, body: await read(response) };
  }
}
