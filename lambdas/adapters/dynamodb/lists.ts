import {
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  type DynamoDBDocumentClient,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Lists, ShownLists } from '../../../domain/ports/lists.ts';
import { ListSummary } from '../../../domain/model/profile.ts';
import { GivenUpImport, PendingImport } from '../../../domain/model/profile-import.ts';
import { queryAll } from './query-all.ts';
import { readableByKey } from './readable.ts';
import { holdsAlone, transacted } from './conditional.ts';

const pendingKey = { pk: 'IMPORT', sk: 'PENDING' };
const givenUpKey = (list: string) => ({ pk: 'IMPORT#GIVENUP', sk: list });

type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>;

const ATTEMPTS = 10;

/** Together with the end of an import. Nothing, when somebody else ended it or counts another try. */
const endWith = async (
  client: DynamoDBDocumentClient,
  table: string,
  { id, tries }: PendingImport,
  writes: Writes,
): Promise<void> => {
  const end = {
    TableName: table,
    Key: pendingKey,
    ConditionExpression: 'id = :id AND (attribute_not_exists(tries) OR tries = :tries)',
    ExpressionAttributeValues: { ':id': id, ':tries': tries },
  };
  const TransactItems = [{ Delete: end }, ...writes];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1)
    if ((await transacted(client.send(new TransactWriteCommand({ TransactItems })))) !== 'busy') return;
  throw new Error(`the pending import was being written ${ATTEMPTS} times while it ended`);
};

const finish = async (client: DynamoDBDocumentClient, table: string, pending: PendingImport): Promise<void> => {
  const { list, rows, importedAt } = pending;
  const summary: ListSummary = { name: list, profiles: rows, importedAt };
  await endWith(client, table, pending, [
    { Put: { TableName: table, Item: { pk: 'LISTS', sk: list, ...summary } } },
    { Delete: { TableName: table, Key: givenUpKey(list) } },
  ]);
};

const tryAgain = async (client: DynamoDBDocumentClient, table: string, pending: PendingImport, at: string) => {
  const again = { ...pending, tries: pending.tries + 1, triedAt: at };
  const put = new PutCommand({
    TableName: table,
    Item: { ...pendingKey, ...again },
    ConditionExpression: 'id = :id AND (attribute_not_exists(tries) OR tries = :tries)',
    ExpressionAttributeValues: { ':id': pending.id, ':tries': pending.tries },
  });
  return (await holdsAlone(client.send(put))) ? again : undefined;
};

const listed = async (client: DynamoDBDocumentClient, table: string) =>
  readableByKey(await queryAll(client, { table, pk: 'LISTS', prefix: '' }), ListSummary);

const givenUpListed = async (client: DynamoDBDocumentClient, table: string) =>
  readableByKey(await queryAll(client, { table, pk: givenUpKey('').pk, prefix: '' }), GivenUpImport);

/** What is known of each list of profiles, for choosing one; its members are in the profiles. */
export const listsIn = (client: DynamoDBDocumentClient, table: string): Lists & ShownLists => ({
  all: async () => (await listed(client, table)).items,
  listed: () => listed(client, table),
  begin: (pending) =>
    holdsAlone(
      client.send(
        new PutCommand({
          TableName: table,
          Item: { ...pendingKey, ...pending },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    ),
  pending: async () => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: pendingKey, ConsistentRead: true }));
    return Item && PendingImport.parse(Item);
  },
  finish: (pending) => finish(client, table, pending),
  tryAgain: (pending, at) => tryAgain(client, table, pending, at),
  giveUp: (pending, givenUp) =>
    endWith(client, table, pending, [{ Put: { TableName: table, Item: { ...givenUpKey(givenUp.list), ...givenUp } } }]),
  givenUp: async () => (await givenUpListed(client, table)).items,
  givenUpListed: () => givenUpListed(client, table),
});
