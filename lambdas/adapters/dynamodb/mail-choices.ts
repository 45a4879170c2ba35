import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { mailKinds } from '../../../domain/people/mail-choice.ts';
import type { MailChoices } from '../../../domain/people/ports/mail-choices.ts';

const keyOf = (sub: string) => ({ pk: `PERSON#${sub}`, sk: 'MAILS' });

const Stored = z.object({ off: z.array(z.string()) });

/** A kind that is no more is left aside, and what cannot be read takes no mail away. */
export const mailChoicesIn = (client: DynamoDBDocumentClient, table: string): MailChoices => ({
  offOf: async (sub) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(sub), ConsistentRead: true }));
    const off = Stored.safeParse(Item).data?.off ?? [];
    return mailKinds.filter((kind) => off.includes(kind));
  },
  write: async (sub, off) => {
    await client.send(new PutCommand({ TableName: table, Item: { ...keyOf(sub), off } }));
  },
});
