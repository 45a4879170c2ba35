import { createHash, randomBytes } from 'node:crypto';
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ConfirmationLink } from '../../../domain/confirm/confirmation-link.ts';
import type { Links } from '../../../domain/confirm/ports/links.ts';

/** At rest a link is known by its hash only: who reads the table cannot confirm with it. */
const keyOf = (linkId: string) => ({ pk: `LINK#${createHash('sha256').update(linkId).digest('hex')}`, sk: 'LINK' });

export const linksIn = (client: DynamoDBDocumentClient, table: string): Links => ({
  create: async (link) => {
    const linkId = randomBytes(32).toString('base64url');
    const ttl = Math.floor(Date.parse(link.expiresAt) / 1000) + 90 * 24 * 3600;
    await client.send(
      new PutCommand({
        TableName: table,
        Item: { ...keyOf(linkId), ...link, ttl },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    return linkId;
  },
  get: async (linkId) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(linkId), ConsistentRead: true }));
    return Item && ConfirmationLink.parse(Item);
  },
});
