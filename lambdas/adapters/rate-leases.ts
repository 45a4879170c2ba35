import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { RateLeases } from '../../domain/ports/rate-leases.ts';

const Taken = z.object({ used: z.object({ N: z.coerce.number() }) });

/** A lease item outlives its second by this much, then DynamoDB's TTL removes it. */
const KEEP_SECONDS = 3600;

/** In DynamoDB's own types: every call to SES waits for one of these. */
export const rateLeasesIn = (client: DynamoDBDocumentClient, table: string): RateLeases => ({
  take: async (second, tokens, perSecond) => {
    try {
      const { Attributes } = await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: { pk: { S: 'RATE' }, sk: { S: String(second) } },
          UpdateExpression: 'ADD #used :tokens SET #ttl = :ttl',
          ConditionExpression: 'attribute_not_exists(#used) OR #used <= :room',
          ExpressionAttributeNames: { '#used': 'used', '#ttl': 'ttl' },
          ExpressionAttributeValues: {
            ':tokens': { N: String(tokens) },
            ':room': { N: String(perSecond - tokens) },
            ':ttl': { N: String(second + KEEP_SECONDS) },
          },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return Taken.parse(Attributes).used.N - tokens;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  },
});
