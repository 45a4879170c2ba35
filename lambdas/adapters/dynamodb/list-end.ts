import { TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Imports } from '../../../domain/audience/ports/imports.ts';
import type { EndingLists } from '../../../domain/ports/lists.ts';
import { transacted } from './conditional.ts';
import { readSnapshot, snapshotKey } from './import-snapshot.ts';
import { importItem } from './imports.ts';
import { givenUpKey, listKey } from './lists.ts';

type Tables = { profiles: string; campaigns: string };

/** Imports begin and end at the snapshot too: who meets another one reads again. */
const ATTEMPTS = 30;

/**
 * A deleted list takes a number, as an import does that says nothing: whoever was put on it before that is on it no
 * more, and its name is free for those who come.
 */
export const listEndIn = (
  client: DynamoDBDocumentClient,
  tables: Tables,
  imports: Pick<Imports, 'unfinished'>,
): EndingLists => ({
  end: async (list, at) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const { seq, ended } = await readSnapshot(client, tables.profiles);
      if ((await imports.unfinished()).some((one) => one.list === list && one.state === 'open')) return 'importing';
      const number = seq + 1;
      const Update = {
        TableName: tables.profiles,
        Key: snapshotKey,
        UpdateExpression:
          'SET seq = :number, floor = if_not_exists(floor, :none), ended = :ended DELETE testLists :lists',
        ConditionExpression: seq === 0 ? 'attribute_not_exists(seq)' : 'seq = :read',
        ExpressionAttributeValues: {
          ':number': number,
          ':none': 0,
          ':lists': new Set([list]),
          ':ended': [...ended.filter((one) => one.list !== list), { list, number }],
          ...(seq > 0 && { ':read': seq }),
        },
      };
      const record = { id: `end-of-${list}`, list, rows: 0, chunks: 0, importedAt: at, number, endedAt: at };
      const TransactItems = [
        { Update },
        { Put: { TableName: tables.campaigns, Item: importItem({ ...record, state: 'settled' }) } },
        { Delete: { TableName: tables.campaigns, Key: listKey(list) } },
        { Delete: { TableName: tables.campaigns, Key: givenUpKey(list) } },
      ];
      if ((await transacted(client.send(new TransactWriteCommand({ TransactItems })))) === 'done') return 'done';
    }
    throw new Error(`imports began ${ATTEMPTS} times while a list was being deleted`);
  },
});
