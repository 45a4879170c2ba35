import { hash } from 'node:crypto';
import { paginateQuery, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { isRefusedBy } from '../../../domain/model/tracking-at-address.ts';
import { AddressDigests } from './address-digest.ts';

type LineKey = { pk: string; sk: string };

/**
 * The line of an opt-out: `<heard at>#<profile id>`, or `<heard at>#A#<digest>` of an address, or
 * `<heard at>#T#<digest>#<topic>,<topic>` of one that left topics, or refuses tracking.
 */
export type FeedLine = (heardAt: string, who: string) => Promise<LineKey>;

const dayOf = (at: string): string => at.slice(0, 10);
const partitionOf = (day: string): string => `OPTOUT#${day}`;
const sharedPartition = (day: string, shard: string): string => `${partitionOf(day)}#${shard}`;

/** Of people who opt out by themselves, so in one partition a day: running sends ask for it every second. */
export const lineOfOne: FeedLine = async (heardAt, who) => ({
  pk: partitionOf(dayOf(heardAt)),
  sk: `${heardAt}#${who}`,
});

/**
 * A partition takes 1,000 write units a second and a line in a transaction is two
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html).
 */
const SHARDS = '0123456789abcdef'.split('');

/** Sorts behind every line of the day. */
const SPREAD = 'SPREAD';

/** Of an import, so spread; that the day has such lines is said in its one partition before the first of them. */
export const lineOfMany = (client: DynamoDBDocumentClient, table: string): FeedLine => {
  const announced = new Map<string, Promise<unknown>>();
  const announce = async (day: string): Promise<void> => {
    const Item: LineKey = { pk: partitionOf(day), sk: SPREAD };
    try {
      await client.send(new PutCommand({ TableName: table, Item }));
    } catch (error) {
      announced.delete(day);
      throw error;
    }
  };
  return async (heardAt, who) => {
    const day = dayOf(heardAt);
    const saying = announced.get(day) ?? announce(day);
    announced.set(day, saying);
    await saying;
    return { pk: sharedPartition(day, hash('sha256', who).slice(0, 1)), sk: `${heardAt}#${who}` };
  };
};

/** Who looks at such a line has no name between its signs. */
const SUPPRESSIONS = '#SUPPRESSIONS';

/** The suppression list grew: one line for all of it, because the list itself is read then. */
export const lineOfSuppressions = (heardAt: string): LineKey => ({
  pk: partitionOf(dayOf(heardAt)),
  sk: `${heardAt}#${SUPPRESSIONS}`,
});

const daysBetween = (since: string, until: string): string[] => {
  const days: string[] = [];
  for (let day = Date.parse(dayOf(since)); day <= Date.parse(until); day += 86_400_000)
    days.push(dayOf(new Date(day).toISOString()));
  return days;
};

const Line = z.object({ sk: z.string() });

/** Consistent. */
const keysSince = async (client: DynamoDBDocumentClient, table: string, pk: string, since: string) => {
  const query = {
    TableName: table,
    KeyConditionExpression: 'pk = :pk AND sk >= :since',
    ExpressionAttributeValues: { ':pk': pk, ':since': since },
    ConsistentRead: true,
  };
  const keys: string[] = [];
  for await (const { Items = [] } of paginateQuery({ client }, query))
    for (const item of Items) keys.push(Line.parse(item).sk);
  return keys;
};

/** The one partition first: whatever was spread before it was read has been said there. */
const ofDay = async (client: DynamoDBDocumentClient, table: string, day: string, since: string): Promise<string[]> => {
  const keys = await keysSince(client, table, partitionOf(day), since);
  if (keys.at(-1) !== SPREAD) return keys;
  const partitions = SHARDS.map((shard) => sharedPartition(day, shard));
  const spread = await Promise.all(partitions.map(async (pk) => keysSince(client, table, pk, since)));
  return [...keys.slice(0, -1), ...spread.flat()];
};

/** Who opted out, who refused tracking, and when the suppression list grew last. */
export type Heard = {
  profiles: Set<string>;
  addresses: AddressDigests;
  untracked: AddressDigests;
  suppressedAt: string | undefined;
};

/** When something became known, between these times (ISO UTC), to whoever sends about this topic, or about none. */
export type Asked = { since: string; until: string; topic?: string | undefined };

/** `left`: topics, and perhaps tracking; undefined: all mails. */
type AddressLine = { digest: string; left: readonly string[] | undefined };

const takeAddress = (heard: Heard, { digest, left }: AddressLine, topic: string | undefined): void => {
  if (left === undefined || (topic !== undefined && left.includes(topic))) heard.addresses.add(digest);
  if (left && isRefusedBy(left, topic)) heard.untracked.add(digest);
};

export const heardBetween = async (
  client: DynamoDBDocumentClient,
  table: string,
  { since, until, topic }: Asked,
): Promise<Heard> => {
  const heard: Heard = {
    profiles: new Set(),
    addresses: new AddressDigests(),
    untracked: new AddressDigests(),
    suppressedAt: undefined,
  };
  for (const day of daysBetween(since, until))
    for (const key of await ofDay(client, table, day, since)) {
      const [at = '', who = '', digest, topics] = key.split('#');
      if (key === `${at}#${SUPPRESSIONS}`) heard.suppressedAt = at;
      else if (digest === undefined) heard.profiles.add(who);
      else takeAddress(heard, { digest, left: topics?.split(',') }, topic);
    }
  return heard;
};
