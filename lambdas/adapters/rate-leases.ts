import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { RateLeases } from '../../domain/ports/rate-leases.ts';

const Taken = z.object({ used: z.number() });

/** A lease item outlives its second by this much, then DynamoDB's TTL removes it. */
const KEEP_SECONDS = 3600;

export const rateLeasesIn = (client: DynamoDBDocumentClient, table: string): RateLeases => ({
  take: async (second, tokens, perSecond) => {
    try {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: 'RATE', sk: String(second) },
          UpdateExpression: 'ADD #used :tokens SET #ttl = :ttl',
          ConditionExpression: 'attribute_not_exists(#used) OR #used <= :room',
          ExpressionAttributeNames: { '#used': 'used', '#ttl': 'ttl' },
          ExpressionAttributeValues: { ':tokens': tokens, ':room': perSecond - tokens, ':ttl': second + KEEP_SECONDS },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return Taken.parse(Attributes).used - tokens;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  },
});
