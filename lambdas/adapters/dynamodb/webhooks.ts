import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Webhooks } from '../../../domain/people/ports/webhooks.ts';
import { Outcome, Webhook, type KnownOutcome } from '../../../domain/people/webhook.ts';
import { additionsIn } from './additions.ts';
import { holds } from './conditional.ts';
import { runIds } from './open-runs.ts';
import { queryAll } from './query-all.ts';

const PARTITION = 'WEBHOOKS';
const keyOf = (id: string) => ({ pk: PARTITION, sk: `HOOK#${id}` });
/** Beside it, so that what becomes of deliveries is in the way of no change. */
const outcomeKey = (id: string) => ({ pk: PARTITION, sk: `OUTCOME#${id}` });

const Stored = z.object({ doc: Webhook });
const StoredOutcome = z.object({ last: Outcome, failingSince: z.string().nullish() });

const knownOf = (item: unknown): KnownOutcome => {
  const { last, failingSince } = StoredOutcome.parse(item);
  return { ...last, failingSince: failingSince ?? null };
};

/** One that was switched off by itself is in the index until administrators were told. */
const itemOf = (webhook: Webhook) => ({
  ...keyOf(webhook.id),
  gsk: webhook.id,
  revision: webhook.revision,
  untoldRun: webhook.off !== null && webhook.off.cause !== 'byHand' ? 'WEBHOOK' : undefined,
  doc: webhook,
});

const newWebhooksIn = (client: DynamoDBDocumentClient, table: string): Pick<Webhooks, 'additions' | 'add'> => {
  const kind = additionsIn(client, table, PARTITION);
  return {
    additions: async () => kind.additions(),
    add: async (webhook, seen) =>
      kind.put({ Item: itemOf(webhook), ConditionExpression: 'attribute_not_exists(pk)' }, seen),
  };
};

export const webhooksIn = (client: DynamoDBDocumentClient, table: string): Webhooks => ({
  ...newWebhooksIn(client, table),
  all: async () => {
    const items = await queryAll(client, { table, pk: PARTITION, prefix: '' });
    const outcomes = new Map(items.map((item) => [item['sk'], item]));
    // One that nobody can read keeps nothing from the others.
    const webhooks = items.flatMap((item) => Stored.safeParse(item).data?.doc ?? []);
    return webhooks
      .toSorted((one, other) => one.name.localeCompare(other.name))
      .map((webhook) => {
        const outcome = outcomes.get(outcomeKey(webhook.id).sk);
        return { webhook, last: outcome ? knownOf(outcome) : null };
      });
  },
  get: async (id) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(id), ConsistentRead: true }));
    return Item && Stored.parse(Item).doc;
  },
  write: (webhook) => {
    return holds(
      client.send(
        new PutCommand({
          TableName: table,
          Item: itemOf(webhook),
          ConditionExpression: 'revision = :read',
          ExpressionAttributeValues: { ':read': webhook.revision - 1 },
        }),
      ),
    );
  },
  remove: async (id) => {
    await client.send(new DeleteCommand({ TableName: table, Key: keyOf(id) }));
    await client.send(new DeleteCommand({ TableName: table, Key: outcomeKey(id) }));
  },
  note: async (id, outcome) => {
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: table,
        Key: outcomeKey(id),
        UpdateExpression: outcome.isDelivered
          ? 'SET #last = :last REMOVE failingSince'
          : 'SET #last = :last, failingSince = if_not_exists(failingSince, :at)',
        ExpressionAttributeNames: { '#last': 'last' },
        ExpressionAttributeValues: { ':last': outcome, ...(!outcome.isDelivered && { ':at': outcome.at }) },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return knownOf(Attributes).failingSince;
  },
  untold: async () => runIds(client, table, { index: 'untoldRuns', of: 'WEBHOOK' }),
  markTold: async ({ id, revision }) => {
    await holds(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: keyOf(id),
          UpdateExpression: 'REMOVE untoldRun',
          ConditionExpression: 'revision = :told',
          ExpressionAttributeValues: { ':told': revision },
        }),
      ),
    );
  },
});
