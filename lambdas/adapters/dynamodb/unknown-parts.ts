import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { UnknownPart, UnknownParts } from '../../../domain/track/ports/unknown-parts.ts';
import { queryAll } from './query-all.ts';
import { readableByKey } from './readable.ts';
import { secondsAfter } from './time-to-live.ts';

const PARTITION = 'UNKNOWN';

const Stored = z.object({
  eventType: z.string(),
  place: z.string(),
  value: z.string().nullable(),
  seen: z.int(),
  firstAt: z.string(),
  lastAt: z.string(),
});

const keyOf = ({ eventType, place, value }: UnknownPart) => ({
  pk: PARTITION,
  sk: `${eventType}#${place}#${value ?? ''}`,
});

/** One item for each thing that is new, beside the events of no message. */
export const unknownPartsIn = (client: DynamoDBDocumentClient, table: string, keptDays: number): UnknownParts => ({
  count: async (part, seen, at) => {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: keyOf(part),
        UpdateExpression:
          'ADD seen :seen SET eventType = :type, place = :place, #value = :value, lastAt = :at, firstAt = if_not_exists(firstAt, :at), #ttl = :ttl',
        ExpressionAttributeNames: { '#value': 'value', '#ttl': 'ttl' },
        ExpressionAttributeValues: {
          ':seen': seen,
          ':type': part.eventType,
          ':place': part.place,
          ':value': part.value,
          ':at': at,
          ':ttl': secondsAfter(at, keptDays),
        },
      }),
    );
  },
  list: async () => readableByKey(await queryAll(client, { table, pk: PARTITION, prefix: '' }), Stored),
});
