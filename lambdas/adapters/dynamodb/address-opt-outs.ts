import {
  GetCommand,
  paginateQuery,
  PutCommand,
  TransactWriteCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { ofAll, topicsLeft, type AddressOptOuts } from '../../../domain/model/opt-out.ts';
import type { Profiles } from '../../../domain/ports/profiles.ts';
import { Profile } from '../../../domain/model/profile.ts';
import { TopicId } from '../../../domain/model/topics.ts';
import { AddressDigests, digestOf } from './address-digest.ts';
import { holdsAlone, holdsTogether } from './conditional.ts';
import { lineOfOne } from './opt-out-feed.ts';

const Source = Profile.shape.optedOut.unwrap().shape.source;

/** Named by the digest: an erasure leaves it, and no address with it. */
const Stored = z.object({
  doc: z.object({
    standing: z.array(z.object({ at: z.string(), source: Source, by: z.string(), topic: TopicId.optional() })),
    optedInAt: z.string().optional(),
    version: z.int(),
  }),
});

const SortKey = z.object({ sk: z.string() });

/** The first letter of a digest: an import of many opt-outs writes into so many partitions (1,000 writes a second each). */
const PARTITIONS = '0123456789abcdef'.split('');

const partitionKey = (partition: string): string => `ADDRESSOUT#${partition}`;

const itemKey = (digest: string) => ({ pk: partitionKey(digest.slice(0, 1)), sk: digest });

/**
 * On the condition that nobody wrote it since it was read. `isOut` is present while an opt-out of all mails is in
 * force, `topics` while one of a topic is.
 */
const put = (table: string, { addressKey, version, ...doc }: AddressOptOuts) => ({
  TableName: table,
  Item: {
    ...itemKey(digestOf(addressKey)),
    ...(ofAll(doc).length > 0 && { isOut: true }),
    ...(topicsLeft(doc).length > 0 && { topics: topicsLeft(doc) }),
    doc: { ...doc, version: (version ?? 0) + 1 },
  },
  ...(version === undefined
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'doc.version = :read', ExpressionAttributeValues: { ':read': version } }),
});

/** Those that are out of all mails, or have left this topic. */
const allOut = async (client: DynamoDBDocumentClient, table: string, topic?: string): Promise<AddressDigests> => {
  const digests = new AddressDigests();
  const readPartition = async (partition: string): Promise<void> => {
    const query = {
      TableName: table,
      KeyConditionExpression: 'pk = :partition',
      FilterExpression: topic === undefined ? 'attribute_exists(isOut)' : 'contains(topics, :topic)',
      ProjectionExpression: 'sk',
      ExpressionAttributeValues: {
        ':partition': partitionKey(partition),
        ...(topic !== undefined && { ':topic': topic }),
      },
      ConsistentRead: true,
    };
    for await (const { Items = [] } of paginateQuery({ client }, query))
      for (const item of Items) digests.add(SortKey.parse(item).sk);
  };
  await Promise.all(PARTITIONS.map(readPartition));
  return digests;
};

/** For the feed: the address, and while it is in for the rest the topics that it left. */
const whoOf = (optOuts: AddressOptOuts): string => {
  const digest = digestOf(optOuts.addressKey);
  return ofAll(optOuts).length > 0 ? `A#${digest}` : `T#${digest}#${topicsLeft(optOuts).join(',')}`;
};

/** Writes an opt-out and its line in the feed together, anything else alone. */
export const addressOptOutWrites = (
  client: DynamoDBDocumentClient,
  table: string,
  lineOf = lineOfOne,
): Pick<Profiles, 'replaceAddressOptOuts'> => ({
  replaceAddressOptOuts: async (optOuts, heardAt) => {
    const Put = put(table, optOuts);
    if (heardAt === undefined) return holdsAlone(client.send(new PutCommand(Put)));
    const feed = { TableName: table, Item: await lineOf(heardAt, whoOf(optOuts)) };
    return holdsTogether(client.send(new TransactWriteCommand({ TransactItems: [{ Put }, { Put: feed }] })));
  },
});

/** Opt-outs of addresses, each under a digest of the address, for as long as one is in force. */
export const addressOptOutsIn = (
  client: DynamoDBDocumentClient,
  table: string,
): Pick<Profiles, 'addressOptOuts' | 'replaceAddressOptOuts' | 'optedOutAddresses' | 'addressesWithout'> => ({
  addressOptOuts: async (addressKey) => {
    const Key = itemKey(digestOf(addressKey));
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item && { addressKey, ...Stored.parse(Item).doc };
  },
  ...addressOptOutWrites(client, table),
  optedOutAddresses: () => allOut(client, table),
  addressesWithout: (topic) => allOut(client, table, topic),
});
