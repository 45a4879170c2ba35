import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Claimed, Deliveries, Delivery } from '../../../domain/people/ports/deliveries.ts';
import type { Clock } from '../../../domain/ports/clock.ts';

const keyOf = ({ to, eventId }: Delivery) => ({ pk: `DELIVERY#${to}`, sk: eventId });

/** Nothing is delivered twice within it. */
const CLAIMED_MS = 3_600_000;
/** Longer than anything is tried. */
const KEPT_SECONDS = 30 * 86_400;

const Stored = z.object({ tries: z.number(), until: z.number(), isSettled: z.boolean().optional() });

export const deliveriesIn = (client: DynamoDBDocumentClient, table: string, clock: Clock): Deliveries => {
  const set = async (delivery: Delivery, what: 'isSettled' | 'until', value: boolean | number): Promise<void> => {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: keyOf(delivery),
        UpdateExpression: 'SET #what = :value',
        ExpressionAttributeNames: { '#what': what },
        ExpressionAttributeValues: { ':value': value },
      }),
    );
  };
  const asItIs = async (delivery: Delivery): Promise<Claimed> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: keyOf(delivery), ConsistentRead: true }),
    );
    const { isSettled, until } = Stored.parse(Item);
    return isSettled === true ? { is: 'settled' } : { is: 'busy', until };
  };
  return {
    claim: async (delivery) => {
      const now = clock();
      try {
        const { Attributes } = await client.send(
          new UpdateCommand({
            TableName: table,
            Key: keyOf(delivery),
            UpdateExpression: 'SET #until = :until, #ttl = :ttl ADD tries :one',
            ConditionExpression: 'attribute_not_exists(pk) OR (attribute_not_exists(isSettled) AND #until <= :now)',
            ExpressionAttributeNames: { '#until': 'until', '#ttl': 'ttl' },
            ExpressionAttributeValues: {
              ':until': now + CLAIMED_MS,
              ':ttl': Math.floor(now / 1000) + KEPT_SECONDS,
              ':one': 1,
              ':now': now,
            },
            ReturnValues: 'ALL_NEW',
          }),
        );
        return { is: 'claimed', tries: Stored.parse(Attributes).tries };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return asItIs(delivery);
      }
    },
    settle: (delivery) => set(delivery, 'isSettled', true),
    release: (delivery) => set(delivery, 'until', 0),
  };
};
