import {
  paginateQuery,
  PutCommand,
  TransactWriteCommand,
  type DynamoDBDocumentClient,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { isCommitted, type ImportSnapshot } from '../../../domain/model/import-snapshot.ts';
import type { AddressOptOuts } from '../../../domain/model/address-opt-outs.ts';
import { allLeft, ofAll, toHear, withOptOut } from '../../../domain/model/opt-out.ts';
import type { Profiles } from '../../../domain/ports/profiles.ts';
import { Profile } from '../../../domain/model/profile.ts';
import { TopicId } from '../../../domain/model/topics.ts';
import { refusalMarks } from '../../../domain/model/tracking-at-address.ts';
import { TrackingConsent } from '../../../domain/model/tracking-consent.ts';
import { AddressDigests, digestOf } from './address-digest.ts';
import { holdsAlone, holdsTogether } from './conditional.ts';
import { importOfMark } from './import-marks.ts';
import { readSnapshot } from './import-snapshot.ts';
import { lineOfOne } from './opt-out-feed.ts';
import { addressOptOutKey, optOutPartitions } from './profile-item.ts';
import { queryAll } from './query-all.ts';

/** Letters of a digest. */
const DIGEST = 64;

const Source = Profile.shape.optedOut.unwrap().shape.source;

const Stored = z.object({
  doc: z.object({
    standing: z.array(z.object({ at: z.string(), source: Source, by: z.string(), topic: TopicId.optional() })),
    optedInAt: z.string().optional(),
    tracking: z.array(TrackingConsent).optional(),
    version: z.int(),
  }),
});

/** Of an import, beside it. */
const StoredMark = z.object({ sk: z.string(), at: z.iso.datetime() });

/**
 * On the condition that nobody wrote it since it was read. `isOut` is present while an opt-out of all mails is in
 * force, `topics` while one of a topic is, or a refusal of tracking.
 */
const put = (table: string, { addressKey, version, ...doc }: AddressOptOuts) => ({
  TableName: table,
  Item: {
    ...addressOptOutKey(addressKey),
    ...(ofAll(doc).length > 0 && { isOut: true }),
    ...(allLeft(doc).length > 0 && { topics: allLeft(doc) }),
    doc: { ...doc, version: (version ?? 0) + 1 },
  },
  ...(version === undefined
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'doc.version = :read', ExpressionAttributeValues: { ':read': version } }),
});

const Line = z.object({
  sk: z.string(),
  isOut: z.boolean().optional(),
  at: z.string().optional(),
  doc: z.object({ optedInAt: z.string().optional() }).optional(),
});

/** The item of an address comes before the marks of imports beside it. */
const outIn = (items: readonly Record<string, unknown>[], snapshot: ImportSnapshot, digests: AddressDigests): void => {
  let backSince = { sk: '', at: '' };
  for (const { sk, isOut, at = '', doc } of items.map((item) => Line.parse(item))) {
    const number = importOfMark(sk);
    const digest = sk.slice(0, DIGEST);
    if (number === undefined) {
      if (isOut) digests.add(digest);
      backSince = { sk, at: doc?.optedInAt ?? '' };
    } else if (isCommitted(snapshot, number) && (backSince.sk !== digest || at > backSince.at)) digests.add(digest);
  }
};

type Selection = Pick<
  QueryCommandInput,
  'FilterExpression' | 'ProjectionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;

/** The items of each partition, in the order of their keys. */
const ofEachPartition = async (
  { client, table }: { client: DynamoDBDocumentClient; table: string },
  selection: Selection,
  take: (items: readonly Record<string, unknown>[]) => void,
): Promise<void> => {
  const readPartition = async (partition: string): Promise<void> => {
    const query = {
      ...selection,
      TableName: table,
      KeyConditionExpression: 'pk = :partition',
      ExpressionAttributeValues: { ...selection.ExpressionAttributeValues, ':partition': partition },
      ConsistentRead: true,
    };
    const items: Record<string, unknown>[] = [];
    for await (const { Items = [] } of paginateQuery({ client }, query)) items.push(...Items);
    take(items);
  };
  await Promise.all(optOutPartitions.map(readPartition));
};

/** Those that are out of all mails, by their item or by an import that counts. */
const allOut = async (client: DynamoDBDocumentClient, table: string): Promise<AddressDigests> => {
  const digests = new AddressDigests();
  const snapshot = await readSnapshot(client, table);
  const selection = {
    FilterExpression: 'attribute_exists(isOut) OR attribute_exists(#at) OR attribute_exists(doc.optedInAt)',
    ProjectionExpression: 'sk, isOut, #at, doc.optedInAt',
    ExpressionAttributeNames: { '#at': 'at' },
  };
  await ofEachPartition({ client, table }, selection, (items) => outIn(items, snapshot, digests));
  return digests;
};

/** Those whose item is so; what an import says of topics stands in the profile. */
const allOf = async (client: DynamoDBDocumentClient, table: string, selection: Selection): Promise<AddressDigests> => {
  const digests = new AddressDigests();
  await ofEachPartition({ client, table }, { ...selection, ProjectionExpression: 'sk' }, (items) => {
    for (const item of items) digests.add(Line.parse(item).sk);
  });
  return digests;
};

/** As `isRefusedBy` says it. */
const refusing = (about: string | undefined): Selection => {
  const { all, topic, unless } = refusalMarks(about);
  if (topic === undefined)
    return { FilterExpression: 'contains(topics, :all)', ExpressionAttributeValues: { ':all': all } };
  return {
    FilterExpression: 'contains(topics, :topic) OR (contains(topics, :all) AND NOT contains(topics, :unless))',
    ExpressionAttributeValues: { ':topic': topic, ':all': all, ':unless': unless },
  };
};

/** For the feed: the address, and while it is in for the rest the topics that it left, tracking among them. */
const whoOf = (optOuts: AddressOptOuts): string => {
  const digest = digestOf(optOuts.addressKey);
  return ofAll(optOuts).length > 0 ? `A#${digest}` : `T#${digest}#${toHear(optOuts).join(',')}`;
};

/** Undefined: nothing is known of the address. What imports say of it comes later than what stands there. */
const optOutsOf = (
  addressKey: string,
  items: readonly Record<string, unknown>[],
  counts: (number: number) => boolean,
): AddressOptOuts | undefined => {
  const stored = items.find(({ doc }) => doc !== undefined);
  let known: AddressOptOuts | undefined = stored && { addressKey, ...Stored.parse(stored).doc };
  for (const item of items) {
    if (item === stored) continue;
    const { sk, at } = StoredMark.parse(item);
    if (!counts(importOfMark(sk) ?? 0)) continue;
    const before = known ?? { addressKey, standing: [] };
    known = withOptOut(before, { at, source: 'import', by: 'import' }) ?? before;
  }
  return known;
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
): Pick<
  Profiles,
  'addressOptOuts' | 'replaceAddressOptOuts' | 'optedOutAddresses' | 'addressesWithout' | 'untrackedAddresses'
> => ({
  addressOptOuts: async (addressKey, without) => {
    const { pk, sk } = addressOptOutKey(addressKey);
    const [snapshot, items] = await Promise.all([
      readSnapshot(client, table),
      queryAll(client, { table, pk, prefix: sk }),
    ]);
    return optOutsOf(addressKey, items, (number) => number !== without && isCommitted(snapshot, number));
  },
  ...addressOptOutWrites(client, table),
  optedOutAddresses: () => allOut(client, table),
  addressesWithout: (topic) =>
    allOf(client, table, {
      FilterExpression: 'contains(topics, :topic)',
      ExpressionAttributeValues: { ':topic': topic },
    }),
  untrackedAddresses: (about) => allOf(client, table, refusing(about)),
});
