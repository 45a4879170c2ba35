import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  unmatchedCauses,
  type UnmatchedEvent,
  type UnmatchedEvents,
} from '../../../domain/track/ports/unmatched-events.ts';
import { querySome } from './query-some.ts';
import { readableByKey } from './readable.ts';
import { cursorOf, keyOf, SortKey } from './cursor.ts';
import { secondsAfter } from './time-to-live.ts';

const PARTITION = 'UNMATCHED';

const Stored = z.object({
  at: z.string(),
  eventType: z.string(),
  cause: z.enum(unmatchedCauses),
  runId: z.string().nullable(),
  number: z.number().nullable(),
  sesMessageId: z.string(),
});

const LastKey = z.strictObject({ pk: z.literal(PARTITION), sk: SortKey });

const newest = (table: string) => ({
  TableName: table,
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: { ':pk': PARTITION },
  ScanIndexForward: false,
});

/** Keyed by what the event says, so that a repeat lands on itself. */
export const unmatchedEventsIn = (
  client: DynamoDBDocumentClient,
  table: string,
  keptDays: number,
): UnmatchedEvents => ({
  keep: async (events, now) => {
    const ttl = secondsAfter(now, keptDays);
    for (const event of events) {
      const key = { pk: PARTITION, sk: `${event.at}#${event.sesMessageId}#${event.eventType}` };
      await client.send(new PutCommand({ TableName: table, Item: { ...key, ...event, ttl } }));
    }
  },
  list: async ({ cursor, limit }) => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({ ...newest(table), Limit: limit, ExclusiveStartKey: keyOf(cursor, LastKey) }),
    );
    return { ...readableByKey(Items, Stored), cursor: cursorOf(LastEvaluatedKey) };
  },
  count: async (among) => {
    const { items, hasMore } = await querySome(
      (page) => client.send(new QueryCommand({ ...newest(table), ...page })),
      among,
    );
    const causes = new Map<UnmatchedEvent['cause'], number>();
    for (const item of items) {
      const { data } = Stored.safeParse(item);
      if (data) causes.set(data.cause, (causes.get(data.cause) ?? 0) + 1);
    }
    return { causes, more: hasMore };
  },
});
