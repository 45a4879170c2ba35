import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { RateLeases } from '../../../domain/send/ports/rate-leases.ts';
import { BackOff } from '../../../domain/send/back-off.ts';
import { holds } from './conditional.ts';
import type { DirectWrites } from './direct-writes.ts';

/** As DynamoDB's own types write it, in an answer and in a refused condition alike. */
const Taken = z.object({ used: z.object({ N: z.coerce.number() }) });
const Kept = z.object({ backOff: BackOff });

/** A lease item outlives its second by this much, then DynamoDB's TTL removes it. */
const KEEP_SECONDS = 3600;
const backOffKey = { pk: 'RATE', sk: 'BACKOFF' };

/** In DynamoDB's own types: every call to SES waits for one of these. */
const take =
  (writes: DirectWrites, table: string): RateLeases['take'] =>
  async (second, tokens, perSecond) => {
    try {
      const attributes = await writes.update({
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
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      return { before: Taken.parse(attributes).used.N - tokens };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      const refused = Taken.safeParse(error.Item);
      return { room: refused.success ? perSecond - refused.data.used.N : 0 };
    }
  };

/** The account's rate, second by second, beside the groups that use it. */
export const rateLeasesIn = (
  { writes, documents }: { writes: DirectWrites; documents: DynamoDBDocumentClient },
  table: string,
): RateLeases => ({
  take: take(writes, table),
  backOff: async () => {
    const { Item } = await documents.send(new GetCommand({ TableName: table, Key: backOffKey }));
    return Item && Kept.parse(Item).backOff;
  },
  setBackOff: (next, before) =>
    holds(
      documents.send(
        new PutCommand({
          TableName: table,
          Item: { ...backOffKey, backOff: next, ttl: Math.ceil(next.until / 1000) + KEEP_SECONDS },
          ...(before
            ? { ConditionExpression: 'backOff.since = :since', ExpressionAttributeValues: { ':since': before.since } }
            : { ConditionExpression: 'attribute_not_exists(pk)' }),
        }),
      ),
    ),
});
