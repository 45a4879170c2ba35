import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { RateLeases } from '../../../domain/send/ports/rate-leases.ts';
import { BackOff } from '../../../domain/send/back-off.ts';
import { BulkCallLimit } from '../../../domain/send/bulk-calls.ts';
import { holds } from './conditional.ts';
import type { DirectWrites } from './direct-writes.ts';

/** As DynamoDB's own types write it, in an answer and in a refused condition alike. */
const Taken = z.object({ used: z.object({ N: z.coerce.number() }) });
const Limits = z.object({ backOff: BackOff.optional(), bulkCalls: BulkCallLimit.optional() });
const NextCall = z.object({ next: z.object({ N: z.coerce.number() }) });

/** A lease item outlives its second by this much, then DynamoDB's TTL removes it. */
const KEEP_SECONDS = 3600;
/** One item that no time removes: what SES taught is asked about again by those who read it. */
const limitsKey = { pk: 'RATE', sk: 'BACKOFF' };

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

/** Who is refused learns when there is one for somebody; they are not counted by the second, because so few are allowed. */
const takeBulkCall =
  (writes: DirectWrites, table: string): RateLeases['takeBulkCall'] =>
  async (now, next) => {
    try {
      await writes.update({
        TableName: table,
        Key: { pk: { S: 'RATE' }, sk: { S: 'BULKCALL' } },
        UpdateExpression: 'SET #next = :next',
        ConditionExpression: 'attribute_not_exists(#next) OR #next <= :now',
        ExpressionAttributeNames: { '#next': 'next' },
        ExpressionAttributeValues: { ':next': { N: String(next) }, ':now': { N: String(now) } },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      return { isTaken: true };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      const refused = NextCall.safeParse(error.Item);
      return { isTaken: false, nextAt: refused.success ? refused.data.next.N : next };
    }
  };

/** Writes one attribute of the limits, unless somebody did since it was read; `mark` is what each write changes. */
const setLimit = async (
  documents: DynamoDBDocumentClient,
  table: string,
  { attribute, next }: { attribute: string; next: object },
  before: { mark: string; value: number } | undefined,
): Promise<boolean> =>
  holds(
    documents.send(
      new UpdateCommand({
        TableName: table,
        Key: limitsKey,
        UpdateExpression: 'SET #limit = :next',
        ConditionExpression: before ? '#limit.#mark = :before' : 'attribute_not_exists(#limit)',
        ExpressionAttributeNames: { '#limit': attribute, ...(before && { '#mark': before.mark }) },
        ExpressionAttributeValues: { ':next': next, ...(before && { ':before': before.value }) },
      }),
    ),
  );

/** What SES taught of the account. */
export const accountLimitsIn =
  (documents: DynamoDBDocumentClient, table: string): RateLeases['limits'] =>
  async () => {
    const { Item } = await documents.send(new GetCommand({ TableName: table, Key: limitsKey }));
    return Limits.parse(Item ?? {});
  };

/** The account's rate, second by second, and what is known of its limits, beside the groups that use them. */
export const rateLeasesIn = (
  { writes, documents }: { writes: DirectWrites; documents: DynamoDBDocumentClient },
  table: string,
): RateLeases => ({
  take: take(writes, table),
  takeBulkCall: takeBulkCall(writes, table),
  limits: accountLimitsIn(documents, table),
  setBackOff: (next, before) =>
    setLimit(documents, table, { attribute: 'backOff', next }, before && { mark: 'since', value: before.since }),
  setBulkCalls: (next, before) =>
    setLimit(documents, table, { attribute: 'bulkCalls', next }, before && { mark: 'until', value: before.until }),
});
