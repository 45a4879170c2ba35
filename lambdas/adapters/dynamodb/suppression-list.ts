import { DeleteCommand, paginateQuery, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { SuppressionList } from '../../../domain/audience/ports/suppression-list.ts';
import type { SuppressionEntry } from '../../../domain/audience/suppression-entries.ts';
import { domainsOf } from '../../../domain/model/parent-domains.ts';
import type { Clock } from '../../../domain/ports/clock.ts';
import type { Profiles } from '../../../domain/ports/profiles.ts';
import { holdsAlone } from './conditional.ts';
import { getAll } from './get-all.ts';
import { lineOfSuppressions } from './opt-out-feed.ts';
import { entryKey, SuppressedKeys } from './suppressed-keys.ts';

type Key = { pk: string; sk: string };

/** The first letter of a digest: an import writes into so many partitions (1,000 writes a second each). */
const PARTITIONS = '0123456789abcdef'.split('');
const partitionKey = (partition: string): string => `SUPPRESSION#${partition}`;

const SortKey = z.object({ sk: z.string() });

const itemKey = (sk: string): Key => ({ pk: partitionKey(sk.charAt(2)), sk });

const keyOf = (entry: SuppressionEntry): Key => {
  if (entry.kind === 'hash') return itemKey(`A#${entry.hash}`);
  return itemKey(entry.kind === 'address' ? entryKey('address', entry.key) : entryKey('domain', entry.domain));
};

const keysOfAddress = (addressKey: string): Key[] => [
  itemKey(entryKey('address', addressKey)),
  ...domainsOf(addressKey).map((domain) => itemKey(entryKey('domain', domain))),
];

/** Consistent. */
export const readSuppressions = async (client: DynamoDBDocumentClient, table: string): Promise<SuppressedKeys> => {
  const keys = new SuppressedKeys();
  const readPartition = async (partition: string): Promise<void> => {
    const query = {
      TableName: table,
      KeyConditionExpression: 'pk = :partition',
      ProjectionExpression: 'sk',
      ExpressionAttributeValues: { ':partition': partitionKey(partition) },
      ConsistentRead: true,
    };
    for await (const { Items = [] } of paginateQuery({ client }, query))
      for (const item of Items) {
        const { sk } = SortKey.parse(item);
        keys.add(sk.startsWith('A') ? 'address' : 'domain', sk.slice(2));
      }
  };
  await Promise.all(PARTITIONS.map(readPartition));
  return keys;
};

const countOf = async (client: DynamoDBDocumentClient, table: string, prefix: 'A#' | 'D#'): Promise<number> => {
  const counts = await Promise.all(
    PARTITIONS.map(async (partition) => {
      let count = 0;
      const query = {
        TableName: table,
        KeyConditionExpression: 'pk = :partition AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':partition': partitionKey(partition), ':prefix': prefix },
        Select: 'COUNT' as const,
      };
      for await (const { Count = 0 } of paginateQuery({ client }, query)) count += Count;
      return count;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
};

/** Writes under way: fewer than the connections that the SDK keeps open. */
const WRITERS = 32;

/** How many of them were not there. */
const putAll = async (client: DynamoDBDocumentClient, table: string, keys: readonly Key[]): Promise<number> => {
  const work = keys.values();
  let added = 0;
  const writer = async (): Promise<void> => {
    for (const Item of work) {
      const ConditionExpression = 'attribute_not_exists(pk)';
      if (await holdsAlone(client.send(new PutCommand({ TableName: table, Item, ConditionExpression })))) added += 1;
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  return added;
};

const knownOf = async (client: DynamoDBDocumentClient, table: string, keys: readonly Key[]): Promise<Set<string>> => {
  const found = await getAll(client, table, keys);
  return new Set(found.map((item) => SortKey.parse(item).sk));
};

/**
 * Each entry is an item of its own without attributes, so one write adds it and one removes it. Running sends hear of
 * an import by a line of the feed: one before the first entry for whoever looks meanwhile, and one behind the last.
 */
export const suppressionListIn = (client: DynamoDBDocumentClient, table: string, clock: Clock): SuppressionList => {
  const tellSends = async (): Promise<void> => {
    const Item = lineOfSuppressions(new Date(clock()).toISOString());
    await client.send(new PutCommand({ TableName: table, Item }));
  };
  return {
    add: async (entries) => {
      const keys = [...new Map(entries.map(keyOf).map((key) => [key.sk, key])).values()];
      const known = await knownOf(client, table, keys);
      await tellSends();
      const added = await putAll(
        client,
        table,
        keys.filter(({ sk }) => !known.has(sk)),
      );
      await tellSends();
      return added;
    },
    remove: (entry) =>
      holdsAlone(
        client.send(
          new DeleteCommand({
            TableName: table,
            Key: keyOf(entry),
            ConditionExpression: 'attribute_exists(pk)',
          }),
        ),
      ),
    known: async (entries) => {
      const known = await knownOf(client, table, entries.map(keyOf));
      return entries.filter((entry) => known.has(keyOf(entry).sk));
    },
    count: async () => {
      const [addresses, domains] = await Promise.all([countOf(client, table, 'A#'), countOf(client, table, 'D#')]);
      return { addresses, domains };
    },
  };
};

/** The suppression list for whoever asks about addresses. */
export const suppressionsIn = (
  client: DynamoDBDocumentClient,
  table: string,
): Pick<Profiles, 'suppressionList' | 'isOnSuppressionList'> => ({
  suppressionList: () => readSuppressions(client, table),
  isOnSuppressionList: async (addressKey) => (await getAll(client, table, keysOfAddress(addressKey))).length > 0,
});
