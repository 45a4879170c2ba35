import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import {
  ConditionalCheckFailedException,
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  type AttributeValue,
  type Projection,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { withRules } from '../../../lambdas/adapters/dynamodb/client-rules.ts';
import { until } from '../../../local/processes.ts';
import { root } from '../../../local/settings.ts';

const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });

const keys = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];

const freePort = async (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Indexes of the table `campaigns` (lib/data-stack.ts). */
const indexes = {
  byList: 'gpk',
  openRuns: 'openRun',
  recentRuns: 'recentRun',
  untoldRuns: 'untoldRun',
  listEntries: 'listed',
};

const projections: Record<string, Projection> = {
  byList: { ProjectionType: 'ALL' },
  listEntries: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['entry'] },
};

type Written = { TableName: string; Item?: Record<string, AttributeValue>; Key?: Record<string, AttributeValue> };

/** What dynalite leaves out of a refusal: the item that is stored (`ReturnValuesOnConditionCheckFailure`). */
const tellingWhatIsStored = (client: DynamoDBClient): DynamoDBClient => {
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        if (!('ReturnValuesOnConditionCheckFailure' in args.input)) throw error;
        const { TableName, Item, Key = Item } = args.input as Written;
        const { pk, sk } = Key ?? {};
        if (!pk || !sk) throw error;
        const stored = await client.send(new GetItemCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }));
        throw Object.assign(error, stored.Item && { Item: stored.Item });
      }
    },
    { step: 'finalizeRequest', priority: 'low', name: 'tellWhatIsStored' },
  );
  return client;
};

/** DynamoDB's own limits and refusals in a process of its own: dynalite, in memory, with one table as `campaigns` is. */
export class MemoryDynamoDb {
  readonly documents: DynamoDBDocumentClient;
  readonly table = 'campaigns';
  private readonly endpoint: string;
  private readonly clients: DynamoDBClient[] = [];
  private readonly process: ChildProcess;

  private constructor(port: number) {
    const args = [path.join(root, 'node_modules/dynalite/cli.js'), '--port', String(port), '--host', '127.0.0.1'];
    const quick = ['--createTableMs', '0'];
    this.process = spawn(process.execPath, [...args, ...quick], { stdio: 'ignore', env: { NODE_OPTIONS: '' } });
    this.endpoint = `http://127.0.0.1:${port}`;
    this.documents = this.connect();
  }

  /** A client of its own: each has as many retries as the SDK lets a client have for a while. */
  connect(): DynamoDBDocumentClient {
    const { endpoint } = this;
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const made = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
    const client = withRules(tellingWhatIsStored(made));
    this.clients.push(client);
    return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  }

  static async start(): Promise<MemoryDynamoDb> {
    const database = new MemoryDynamoDb(await freePort());
    await until('dynalite', async () => {
      await database.createTable();
      return true;
    });
    return database;
  }

  stop(): void {
    for (const client of this.clients) client.destroy();
    this.process.kill();
  }

  private async createTable(): Promise<void> {
    await this.documents.send(
      new CreateTableCommand({
        TableName: this.table,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: ['pk', 'sk', 'gsk', ...Object.values(indexes)].map(text),
        KeySchema: keys('pk', 'sk'),
        GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, partition]) => ({
          IndexName,
          KeySchema: keys(partition, 'gsk'),
          Projection: projections[IndexName] ?? { ProjectionType: 'KEYS_ONLY' as const },
        })),
      }),
    );
  }
}
