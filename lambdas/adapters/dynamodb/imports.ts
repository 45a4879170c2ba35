import {
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import type { Imports } from '../../../domain/audience/ports/imports.ts';
import { floorAfter } from '../../../domain/audience/import-floor.ts';
import type { ImportSnapshot } from '../../../domain/model/import-snapshot.ts';
import { ImportRecord, type GivenUpImport, type NewImport } from '../../../domain/model/profile-import.ts';
import type { ListSummary } from '../../../domain/model/profile.ts';
import type { Clock } from '../../../domain/ports/clock.ts';
import { withImport, type ImportJob } from '../../../domain/audience/import-job.ts';
import { holds, transacted, whenFree as whenAlone, type TransactionOutcome } from './conditional.ts';
import { jobPut, readJob } from './import-jobs.ts';
import { readSnapshot, snapshotKey } from './import-snapshot.ts';
import { givenUpKey, listKey } from './lists.ts';
import { IMPORTS, importMadeBy } from './import-requests.ts';
import { readableByKey } from './readable.ts';
import { retries } from '../sdk/retries.ts';

type Tables = { profiles: string; campaigns: string };

const recordKey = (number: number) => ({ pk: IMPORTS, sk: String(number).padStart(12, '0') });

export const importItem = (record: ImportRecord) => ({ ...recordKey(record.number), ...record });

/** All imports begin and end at the snapshot: who meets another one waits for a moment. */
const whenFree = async (write: () => TransactWriteCommand, send: (one: TransactWriteCommand) => Promise<unknown>) => {
  const another = retries();
  do {
    const outcome: TransactionOutcome = await transacted(send(write()));
    if (outcome !== 'busy') return outcome === 'done';
  } while (await another());
  throw new Error('the imports were being written each time while one began or ended');
};

/** With higher numbers than this one; what cannot be read is left out. */
const recordsAfter = async (client: DynamoDBDocumentClient, table: string, number: number): Promise<ImportRecord[]> => {
  const records: ImportRecord[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk > :after',
        ExpressionAttributeValues: { ':pk': IMPORTS, ':after': recordKey(number).sk },
        ConsistentRead: true,
        ExclusiveStartKey: start,
      }),
    );
    records.push(...readableByKey(Items, ImportRecord).items);
    start = LastEvaluatedKey;
  } while (start);
  return records;
};

/** Moves the number in the snapshot, on the condition that the import is in the first of both sets. */
const moved = (tables: Tables, number: number, change: string, where: string) => ({
  TableName: tables.profiles,
  Key: snapshotKey,
  UpdateExpression: change,
  ConditionExpression: `contains(${where}, :number)`,
  ExpressionAttributeValues: { ':number': number, ':numbers': new Set([number]) },
});

/** Its title stays. */
const imported = (table: string, { name, profiles, importedAt }: ListSummary) => ({
  TableName: table,
  Key: listKey(name),
  UpdateExpression: 'SET #name = :name, profiles = :profiles, importedAt = :at',
  ExpressionAttributeNames: { '#name': 'name' },
  ExpressionAttributeValues: { ':name': name, ':profiles': profiles, ':at': importedAt },
});

const stated = (tables: Tables, { number }: ImportRecord, from: string, to: object) => ({
  TableName: tables.campaigns,
  Key: recordKey(number),
  UpdateExpression: `SET ${Object.keys(to)
    .map((name) => `#${name} = :${name}`)
    .join(', ')}`,
  ConditionExpression: '#state = :from',
  ExpressionAttributeNames: Object.fromEntries(Object.keys(to).map((name) => [`#${name}`, name])),
  ExpressionAttributeValues: {
    ':from': from,
    ...Object.fromEntries(Object.entries(to).map(([name, value]) => [`:${name}`, value])),
  },
});

/** Numbers of chunks are a set: whoever says it again changes nothing. */
const renewal = (tables: Tables, { number }: ImportRecord, renewedAt: string, chunk: number | undefined) =>
  new UpdateCommand({
    TableName: tables.campaigns,
    Key: recordKey(number),
    UpdateExpression: `SET renewedAt = :at${chunk === undefined ? '' : ' ADD written :chunk'}`,
    ConditionExpression: '#state = :open',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: {
      ':at': renewedAt,
      ':open': 'open',
      ...(chunk !== undefined && { ':chunk': new Set([chunk]) }),
    },
  });

const begin = async (
  client: DynamoDBDocumentClient,
  tables: Tables,
  begun: NewImport,
  { clock, job }: { clock: Clock; job?: ImportJob },
): Promise<ImportRecord | undefined> => {
  const another = retries();
  do {
    if (job && (await readJob(client, tables.campaigns, job.id))?.version !== job.version) return undefined;
    const snapshot = await readSnapshot(client, tables.profiles);
    const { seq, floor } = snapshot;
    const number = seq + 1;
    const renewedAt = new Date(clock()).toISOString();
    const record: ImportRecord = { ...begun, number, state: 'open', ...(job && { renewedAt }) };
    const Update = {
      TableName: tables.profiles,
      Key: snapshotKey,
      UpdateExpression: 'SET seq = :number, floor = :floor ADD uncommitted :numbers',
      ConditionExpression: seq === 0 ? 'attribute_not_exists(seq)' : 'seq = :read',
      ExpressionAttributeValues: {
        ':number': number,
        ':numbers': new Set([number]),
        ':floor': floorAfter(snapshot, await recordsAfter(client, tables.campaigns, floor), clock()),
        ...(seq > 0 && { ':read': seq }),
      },
    };
    const Put = { TableName: tables.campaigns, Item: importItem(record) };
    const ofJob = job ? [{ Put: jobPut(tables.campaigns, job, withImport(job, record)) }] : [];
    const TransactItems = [{ Update }, { Put }, ...ofJob];
    if ((await transacted(client.send(new TransactWriteCommand({ TransactItems })))) === 'done') return record;
  } while (await another());
  throw new Error('other imports began each time while one began');
};

/** Imports with their numbers in the table of campaigns; which of them count stands beside the profiles. */
export const importsIn = (client: DynamoDBDocumentClient, tables: Tables, clock: Clock): Imports => {
  const together = async (items: () => ConstructorParameters<typeof TransactWriteCommand>[0]['TransactItems']) =>
    whenFree(
      () => new TransactWriteCommand({ TransactItems: items() }),
      async (one) => client.send(one),
    );
  return {
    snapshot: async (): Promise<ImportSnapshot> => readSnapshot(client, tables.profiles),
    begin: async (begun) => {
      const record = await begin(client, tables, begun, { clock });
      if (record) return record;
      throw new Error('an import without a job was changed');
    },
    beginJob: (begun, job) => begin(client, tables, begun, { clock, job }),
    get: async (number) => {
      const Key = recordKey(number);
      const { Item } = await client.send(new GetCommand({ TableName: tables.campaigns, Key, ConsistentRead: true }));
      return Item && ImportRecord.parse(Item);
    },
    madeBy: (request, since) => importMadeBy(client, tables.campaigns, request, since),
    renew: (record, renewedAt, chunk) =>
      whenAlone(async () => holds(client.send(renewal(tables, record, renewedAt, chunk)))),
    commit: async (record, rows, endedAt) => {
      const { list, importedAt } = record;
      const isDone = await together(() => [
        { Update: moved(tables, record.number, 'DELETE uncommitted :numbers ADD settling :numbers', 'uncommitted') },
        { Update: stated(tables, record, 'open', { state: 'committed', endedAt, rows }) },
        { Update: imported(tables.campaigns, { name: list, profiles: rows, importedAt }) },
        { Delete: { TableName: tables.campaigns, Key: givenUpKey(list) } },
      ]);
      if (isDone) return true;
      // An answer may have been lost, and the commit asked for again.
      const [known] = await recordsAfter(client, tables.campaigns, record.number - 1);
      return known?.number === record.number && (known.state === 'committed' || known.state === 'settled');
    },
    settled: async (record) => {
      await together(() => [
        { Update: moved(tables, record.number, 'DELETE settling :numbers', 'settling') },
        { Update: stated(tables, record, 'committed', { state: 'settled' }) },
      ]);
    },
    giveUp: (record, endedAt, why = 'lost') => {
      const { list, rows, importedAt } = record;
      const isCancelled = why === 'cancelled';
      const givenUp: GivenUpImport = { list, rows, importedAt, givenUpAt: endedAt, written: 0 };
      const told = { Put: { TableName: tables.campaigns, Item: { ...givenUpKey(list), ...givenUp } } };
      return together(() => [
        { Update: stated(tables, record, 'open', { state: 'givenUp', endedAt, ...(isCancelled && { isCancelled }) }) },
        // Whoever cancels it knows.
        ...(isCancelled ? [] : [told]),
      ]);
    },
    unfinished: async () => {
      const { floor } = await readSnapshot(client, tables.profiles);
      const records = await recordsAfter(client, tables.campaigns, floor);
      return records.filter(({ state }) => state === 'open' || state === 'committed');
    },
  };
};
