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

/** Of a try that nobody else took over. */
const ofTry = ({ id, tries }: PendingImport) => ({
  ConditionExpression: 'id = :id AND (attribute_not_exists(tries) OR tries = :tries)',
  ExpressionAttributeValues: { ':id': id, ':tries': tries },
});

/** And whose writer said nothing since it was read. */
const ofSilentTry = (pending: PendingImport) => {
  const { ConditionExpression, ExpressionAttributeValues: values } = ofTry(pending);
  const { triedAt } = pending;
  return {
    ConditionExpression: `${ConditionExpression} AND ${triedAt === undefined ? 'attribute_not_exists(triedAt)' : 'triedAt = :read'}`,
    ExpressionAttributeValues: { ...values, ...(triedAt !== undefined && { ':read': triedAt }) },
  };
};

/** Together with the end of an import. Nothing, when the condition does not hold. */
const endWith = async (
  client: DynamoDBDocumentClient,
  table: string,
  condition: ReturnType<typeof ofTry>,
  writes: Writes,
): Promise<void> => {
  const TransactItems = [{ Delete: { TableName: table, Key: pendingKey, ...condition } }, ...writes];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1)
    if ((await transacted(client.send(new TransactWriteCommand({ TransactItems })))) !== 'busy') return;
  throw new Error(`the pending import was being written ${ATTEMPTS} times while it ended`);
};

const finish = async (client: DynamoDBDocumentClient, table: string, pending: PendingImport): Promise<void> => {
  const { list, rows, importedAt } = pending;
  const summary: ListSummary = { name: list, profiles: rows, importedAt };
  await endWith(client, table, ofTry(pending), [
    { Put: { TableName: table, Item: { pk: 'LISTS', sk: list, ...summary } } },
    { Delete: { TableName: table, Key: givenUpKey(list) } },
  ]);
};

/** Puts another one in its place. Undefined, when the condition does not hold. */
const replace = async (
  client: DynamoDBDocumentClient,
  table: string,
  condition: ReturnType<typeof ofTry>,
  next: PendingImport,
) => {
  const put = new PutCommand({ TableName: table, Item: { ...pendingKey, ...next }, ...condition });
  return (await holdsAlone(client.send(put))) ? next : undefined;
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
  // Repeated by the SDK it holds again: nobody stops because an answer was lost.
  renew: (pending, at) => replace(client, table, ofTry(pending), { ...pending, triedAt: at }),
  tryAgain: (pending, at) =>
    replace(client, table, ofSilentTry(pending), { ...pending, tries: pending.tries + 1, triedAt: at }),
  giveUp: (pending, givenUp) =>
    endWith(client, table, ofSilentTry(pending), [
      { Put: { TableName: table, Item: { ...givenUpKey(givenUp.list), ...givenUp } } },
    ]),
  givenUp: async () => (await givenUpListed(client, table)).items,
  givenUpListed: () => givenUpListed(client, table),
});
