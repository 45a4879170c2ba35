import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { CreateTableCommand, DynamoDBClient, type Projection } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { refusingTooLarge } from '../../../lambdas/adapters/dynamodb/item-limit.ts';
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

/** DynamoDB's own limits and refusals in a process of its own: dynalite, in memory, with one table as `campaigns` is. */
export class MemoryDynamoDb {
  readonly documents: DynamoDBDocumentClient;
  readonly table = 'campaigns';
  private readonly client: DynamoDBClient;
  private readonly process: ChildProcess;

  private constructor(port: number) {
    const args = [path.join(root, 'node_modules/dynalite/cli.js'), '--port', String(port), '--host', '127.0.0.1'];
    const quick = ['--createTableMs', '0'];
    this.process = spawn(process.execPath, [...args, ...quick], { stdio: 'ignore', env: { NODE_OPTIONS: '' } });
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const endpoint = `http://127.0.0.1:${port}`;
    this.client = refusingTooLarge(new DynamoDBClient({ endpoint, region: 'us-east-1', credentials }));
    this.documents = DynamoDBDocumentClient.from(this.client, { marshallOptions: { removeUndefinedValues: true } });
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
    this.client.destroy();
    this.process.kill();
  }

  private async createTable(): Promise<void> {
    await this.client.send(
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
