import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { runsIn } from '../../lambdas/adapters/dynamodb/runs.ts';
import { root } from '../../local/settings.ts';
import type { RunIn } from '../../domain/model/run.ts';

export const tableNames = { campaigns: 'campaigns', messages: 'messages', profiles: 'profiles', kpis: 'kpis' };

const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });

const ready = async (client: DynamoDBClient): Promise<void> => {
  for (let turn = 0; turn < 100; turn += 1) {
    try {
      await client.send(new ListTablesCommand({}));
      return;
    } catch {
      await wait(50);
    }
  }
  throw new Error('dynalite did not start');
};

/** DynamoDB's semantics and prices in a process of its own: dynalite, in memory. */
export class BenchDynamoDb {
  readonly url: string;
  private readonly client: DynamoDBClient;
  private readonly process: ChildProcess;

  private constructor(port: number) {
    this.url = `http://127.0.0.1:${port}`;
    const cli = path.join(root, 'node_modules/dynalite/cli.js');
    const args = [cli, '--port', String(port), '--host', '127.0.0.1', '--createTableMs', '0'];
    this.process = spawn(process.execPath, args, { stdio: 'ignore', env: { NODE_OPTIONS: '' } });
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    this.client = new DynamoDBClient({ endpoint: this.url, region: 'us-east-1', credentials, maxAttempts: 5 });
  }

  /** With the four tables, and in them one run. */
  static async start(port: number, run: RunIn<'Sending'>): Promise<BenchDynamoDb> {
    const database = new BenchDynamoDb(port);
    await ready(database.client);
    for (const TableName of Object.values(tableNames)) {
      await database.client.send(
        new CreateTableCommand({
          TableName,
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: [text('pk'), text('sk')],
          KeySchema: [
            { AttributeName: 'pk', KeyType: 'HASH' },
            { AttributeName: 'sk', KeyType: 'RANGE' },
          ],
        }),
      );
    }
    await wait(200);
    const documents = DynamoDBDocumentClient.from(database.client, {
      marshallOptions: { removeUndefinedValues: true },
    });
    await runsIn(documents, tableNames.campaigns).create(run);
    return database;
  }

  stop(): void {
    this.process.kill();
  }
}
