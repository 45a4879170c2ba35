import { GetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { NamedLists, ShownLists } from '../../../domain/ports/lists.ts';
import { ListSummary } from '../../../domain/model/profile.ts';
import { GivenUpImport } from '../../../domain/model/profile-import.ts';
import { holds } from './conditional.ts';
import { queryAll } from './query-all.ts';
import { readableByKey } from './readable.ts';

export const listKey = (list: string) => ({ pk: 'LISTS', sk: list });
export const givenUpKey = (list: string) => ({ pk: 'IMPORT#GIVENUP', sk: list });

/** A list with how many addresses of test profiles it has, never which. */
const withCount = (item: Record<string, unknown>): Record<string, unknown> => {
  const { testDigests, ...rest } = item;
  if (rest['isTest'] !== true) return rest;
  return { ...rest, testAddresses: testDigests instanceof Set ? testDigests.size : 0 };
};

/** What is known of each list of profiles, for choosing one; its members are in the profiles. */
export const listsIn = (client: DynamoDBDocumentClient, table: string): ShownLists => ({
  listed: async () => {
    const items = await queryAll(client, { table, pk: listKey('').pk, prefix: '' });
    return readableByKey(items.map(withCount), ListSummary);
  },
  givenUpListed: async () =>
    readableByKey(await queryAll(client, { table, pk: givenUpKey('').pk, prefix: '' }), GivenUpImport),
});

const Title = { '#title': 'title' };

/** A list by its name, for those who put somebody on it. */
export const namedListsIn = (client: DynamoDBDocumentClient, table: string): NamedLists => {
  const get = async (name: string): Promise<ListSummary | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: listKey(name), ConsistentRead: true }));
    return Item && ListSummary.parse(withCount(Item));
  };
  return {
    get,
    ensure: async (names, at) => {
      const missing = await Promise.all(names.map(async (name) => ((await get(name)) ? [] : [name])));
      for (const name of missing.flat()) {
        const Item = { ...listKey(name), name, profiles: 0, importedAt: at } satisfies ListSummary & object;
        const put = new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' });
        await holds(client.send(put));
      }
    },
    entitle: async (name, title) => {
      const update = new UpdateCommand({
        TableName: table,
        Key: listKey(name),
        ...(title === ''
          ? { UpdateExpression: 'REMOVE #title' }
          : { UpdateExpression: 'SET #title = :title', ExpressionAttributeValues: { ':title': title } }),
        ExpressionAttributeNames: Title,
        ConditionExpression: 'attribute_exists(pk)',
      });
      return (await holds(client.send(update))) ? get(name) : undefined;
    },
  };
};
