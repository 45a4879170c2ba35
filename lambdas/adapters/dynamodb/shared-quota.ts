import { GetCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { SharedQuota } from '../../../domain/send/ports/shared-quota.ts';
import { holds } from './conditional.ts';

const Stored = z.object({
  quota: z.object({ perSecond: z.number(), per24Hours: z.number(), sentLast24Hours: z.number() }).optional(),
  readAt: z.number().optional(),
  askedAt: z.number().optional(),
});

/** One item beside the leases. */
export const sharedQuotaIn = (documents: DynamoDBDocumentClient, table: string): SharedQuota => {
  const Key = { pk: 'RATE', sk: 'QUOTA' };
  return {
    read: async () => {
      const { Item } = await documents.send(new GetCommand({ TableName: table, Key }));
      return Stored.parse(Item ?? {});
    },
    claim: (now, { askedAt }) =>
      holds(
        documents.send(
          new UpdateCommand({
            TableName: table,
            Key,
            UpdateExpression: 'SET askedAt = :now',
            ConditionExpression: askedAt === undefined ? 'attribute_not_exists(askedAt)' : 'askedAt = :before',
            ExpressionAttributeValues: { ':now': now, ...(askedAt !== undefined && { ':before': askedAt }) },
          }),
        ),
      ),
    write: async (quota, readAt) => {
      await documents.send(
        new UpdateCommand({
          TableName: table,
          Key,
          UpdateExpression: 'SET quota = :quota, readAt = :readAt',
          ExpressionAttributeValues: { ':quota': quota, ':readAt': readAt },
        }),
      );
    },
  };
};
