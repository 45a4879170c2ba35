import { createHash, randomBytes } from 'node:crypto';
import { DeleteCommand, GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { CalendarFeed } from '../../../domain/schedule/calendar-feed.ts';
import type { CalendarFeeds } from '../../../domain/schedule/ports/calendar-feeds.ts';

const keyOf = (sub: string) => ({ pk: `PERSON#${sub}`, sk: 'FEED' });

const Stored = CalendarFeed.extend({ tokenHash: z.string() });

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Whose it is, by their id in the user pool, and 32 random bytes: only with both it is a token. */
const parts = /^([A-Za-z0-9_-]{1,200})\.([A-Za-z0-9_-]{43})$/;

/** One item of each person, found by the token itself: a new feed takes the place of the one before in one write. */
export const calendarFeedsIn = (client: DynamoDBDocumentClient, table: string): CalendarFeeds => {
  const read = async (sub: string): Promise<z.infer<typeof Stored> | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(sub), ConsistentRead: true }));
    return Item && Stored.parse(Item);
  };
  return {
    of: async (sub) => {
      const stored = await read(sub);
      return stored && CalendarFeed.parse(stored);
    },
    make: async (feed) => {
      const secret = randomBytes(32).toString('base64url');
      await client.send(
        new PutCommand({ TableName: table, Item: { ...keyOf(feed.sub), ...feed, tokenHash: hashOf(secret) } }),
      );
      return `${Buffer.from(feed.sub).toString('base64url')}.${secret}`;
    },
    revoke: async (sub) => {
      await client.send(new DeleteCommand({ TableName: table, Key: keyOf(sub) }));
    },
    find: async (token) => {
      const [, whose = '', secret = ''] = parts.exec(token) ?? [];
      if (whose === '') return undefined;
      const stored = await read(Buffer.from(whose, 'base64url').toString('utf8'));
      // Of a hash nobody learns anything by how long it takes to compare it.
      return stored?.tokenHash === hashOf(secret) ? CalendarFeed.parse(stored) : undefined;
    },
  };
};
