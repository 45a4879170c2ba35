import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { CLAIMED_MS, type Claimed, type Deliveries, type Delivery } from '../../../domain/people/ports/deliveries.ts';
import type { Clock } from '../../../domain/ports/clock.ts';

const keyOf = ({ to, eventId }: Delivery) => ({ pk: `DELIVERY#${to}`, sk: eventId });

/** Longer than anything is tried. */
const KEPT_SECONDS = 30 * 86_400;

const Stored = z.object({
  /** Of which the end is known. */
  tries: z.number().default(0),
  until: z.number(),
  isSettled: z.boolean().optional(),
  /** Of the claim that is in force; absent of one by an earlier version. */
  holder: z.string().optional(),
});

export const deliveriesIn = (client: DynamoDBDocumentClient, table: string, clock: Clock): Deliveries => {
  const set = async (
    delivery: Delivery,
    what: { isSettled: true } | { tries: number; until: number },
  ): Promise<void> => {
    const names = Object.keys(what);
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: keyOf(delivery),
        UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: Object.fromEntries(Object.entries(what).map(([name, value]) => [`:${name}`, value])),
      }),
    );
  };
  /** After a lost answer the SDK asks again, and finds what is claimed by the first time. */
  const asItIs = async (delivery: Delivery, mine: string): Promise<Claimed> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: keyOf(delivery), ConsistentRead: true }),
    );
    const { isSettled, until, tries, holder } = Stored.parse(Item);
    if (isSettled === true) return { is: 'settled' };
    return holder === mine ? { is: 'claimed', tries: tries + 1 } : { is: 'busy', until };
  };
  return {
    claim: async (delivery) => {
      const now = clock();
      const mine = randomUUID();
      try {
        const { Attributes } = await client.send(
          new UpdateCommand({
            TableName: table,
            Key: keyOf(delivery),
            UpdateExpression: 'SET #until = :until, #ttl = :ttl, holder = :mine',
            ConditionExpression: 'attribute_not_exists(pk) OR (attribute_not_exists(isSettled) AND #until <= :now)',
            ExpressionAttributeNames: { '#until': 'until', '#ttl': 'ttl' },
            ExpressionAttributeValues: {
              ':until': now + CLAIMED_MS,
              ':ttl': Math.floor(now / 1000) + KEPT_SECONDS,
              ':mine': mine,
              ':now': now,
            },
            ReturnValues: 'ALL_NEW',
          }),
        );
        return { is: 'claimed', tries: Stored.parse(Attributes).tries + 1 };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return asItIs(delivery, mine);
      }
    },
    settle: (delivery) => set(delivery, { isSettled: true }),
    release: (delivery, tried) => set(delivery, tried),
  };
};
