import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { GetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { PendingSignUp } from '../../../domain/audience/sign-up.ts';
import type { SignUps } from '../../../domain/audience/ports/sign-ups.ts';
import { digestOf } from './address-digest.ts';
import { holds, whenFree } from './conditional.ts';
import { profileItem, profileKey } from './profile-item.ts';

type Key = { pk: string; sk: string };

const DAY_SECONDS = 24 * 3600;
const secondsOf = (at: string): number => Math.floor(Date.parse(at) / 1000);

/** At rest a link is known by its hash only: who reads the table cannot confirm with it. */
const linkKey = (token: string): Key => ({
  pk: `SIGNUP#${createHash('sha256').update(token).digest('hex')}`,
  sk: 'SIGNUP',
});
const networkKey = (network: string, at: string): Key => ({ pk: `SIGNUPS#N#${network}`, sk: at.slice(0, 13) });
const mailboxDayKey = (mailbox: string, at: string): Key => ({
  pk: `SIGNUPS#A#${digestOf(mailbox)}`,
  sk: at.slice(0, 10),
});
const mailboxMonthKey = (mailbox: string, at: string): Key => ({ ...mailboxDayKey(mailbox, at), sk: at.slice(0, 7) });
const stageHourKey = (at: string): Key => ({ pk: 'SIGNUPS#STAGE', sk: at.slice(0, 13) });

type Counted = { Key: Key; at: string; most: number; days?: number };

/** One more, if fewer than `most` were counted; what was counted goes by itself when its hour, day or month is over. */
const oneMore = (table: string, { Key, at, most, days = 2 }: Counted) => ({
  TableName: table,
  Key,
  UpdateExpression: 'ADD asked :one SET #ttl = :ttl, holder = :mine',
  // After a lost answer the SDK asks again, and the last place may be taken by the first try.
  ConditionExpression: 'attribute_not_exists(asked) OR asked < :most OR holder = :mine',
  ExpressionAttributeNames: { '#ttl': 'ttl' },
  ExpressionAttributeValues: {
    ':one': 1,
    ':most': most,
    ':mine': randomUUID(),
    ':ttl': secondsOf(at) + days * DAY_SECONDS,
  },
});

const MONTH_DAYS = 32;

const Joined = z.object({ doc: z.object({ erasedAt: z.string().optional(), merged: z.unknown().optional() }) });

type Person = Parameters<SignUps['join']>[0];

const added = ({ id, address, list, language, at }: Person) => ({
  ...profileItem({ id, address, lists: [list], attributes: { language }, importedAt: at }),
  revision: 1,
});

/** Beside what imports say; the next of them reads again what it folds. */
const listed = (table: string, { id, list }: Person) => ({
  TableName: table,
  Key: profileKey(id),
  UpdateExpression:
    'SET doc.lists = list_append(if_not_exists(doc.lists, :none), :list), lists = list_append(if_not_exists(lists, :none), :list), revision = if_not_exists(revision, :zero) + :one REMOVE #named',
  ConditionExpression:
    'attribute_exists(pk) AND attribute_not_exists(doc.erasedAt) AND attribute_not_exists(doc.merged) AND NOT contains(doc.lists, :name)',
  ExpressionAttributeNames: { '#named': 'named' },
  ExpressionAttributeValues: { ':none': [], ':list': [list], ':name': list, ':zero': 0, ':one': 1 },
});

export const signUpsIn = (client: DynamoDBDocumentClient, table: string): SignUps => {
  const counted = async (one: Counted): Promise<boolean> =>
    holds(whenFree(() => client.send(new UpdateCommand(oneMore(table, one)))));
  const oneLess = async (Key: Key): Promise<void> => {
    const update = new UpdateCommand({
      TableName: table,
      Key,
      UpdateExpression: 'ADD asked :less',
      ExpressionAttributeValues: { ':less': -1 },
    });
    await whenFree(() => client.send(update));
  };
  const giveBack: SignUps['giveBack'] = async (mailbox, at) => {
    await oneLess(mailboxMonthKey(mailbox, at));
    await oneLess(mailboxDayKey(mailbox, at));
  };
  return {
    countNetwork: async (network, at, most) => counted({ Key: networkKey(network, at), at, most }),
    countMail: async (mailbox, at, { inMonth, inHour }) => {
      if (!(await counted({ Key: mailboxDayKey(mailbox, at), at, most: 1 }))) return false;
      const month = { Key: mailboxMonthKey(mailbox, at), at, most: inMonth, days: MONTH_DAYS };
      if (!(await counted(month))) return false;
      if (await counted({ Key: stageHourKey(at), at, most: inHour })) return true;
      await giveBack(mailbox, at);
      return false;
    },
    giveBack,
    keep: async (pending) => {
      const token = randomBytes(32).toString('base64url');
      const Item = { ...linkKey(token), doc: pending, ttl: secondsOf(pending.expiresAt) };
      await client.send(new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
      return token;
    },
    get: async (token) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: linkKey(token), ConsistentRead: true }),
      );
      return Item && PendingSignUp.parse(Item['doc']);
    },
    confirmed: async (token, at) => {
      const update = new UpdateCommand({
        TableName: table,
        Key: linkKey(token),
        UpdateExpression: 'SET doc.confirmedAt = :at, doc.address = :nobody',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':at': at, ':nobody': '' },
      });
      await holds(client.send(update));
    },
    join: async (person) => {
      const put = { TableName: table, Item: added(person), ConditionExpression: 'attribute_not_exists(pk)' };
      if (await holds(client.send(new PutCommand(put)))) return true;
      if (await holds(whenFree(() => client.send(new UpdateCommand(listed(table, person)))))) return true;
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: profileKey(person.id), ConsistentRead: true }),
      );
      const { erasedAt, merged } = Joined.parse(Item).doc;
      // On the list already, or erased, or part of another profile, which has another address.
      return erasedAt === undefined && merged === undefined;
    },
  };
};
