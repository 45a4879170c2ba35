import { TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Merge, ProfileMerges } from '../../../domain/audience/ports/profile-merges.ts';
import { transacted } from './conditional.ts';
import { snapshotKey } from './import-snapshot.ts';
import { importItem } from './imports.ts';
import { overlayName, profileKey, searchedBy } from './profile-item.ts';

type Tables = { profiles: string; campaigns: string };

/** Nobody imported or merged it since, erased it, or opted the person out. */
const unchanged = ({ revision }: Merge['loser']): string =>
  [
    'attribute_exists(pk)',
    'attribute_not_exists(doc.erasedAt)',
    'attribute_not_exists(doc.merged)',
    revision === undefined ? 'attribute_not_exists(revision)' : 'revision = :read',
  ].join(' AND ');

/** An opt-out does not raise the revision. One that an overlay says stands in no attribute of its own. */
const noneOut = ({ isOut }: Merge['loser']): string => (isOut ? '' : ' AND attribute_not_exists(doc.optedOut)');

const revisions = ({ revision }: Merge['loser']) => ({
  ':next': (revision ?? 0) + 1,
  ...(revision !== undefined && { ':read': revision }),
});

const surviving = (table: string, number: number, { survivor }: Merge) => {
  const { addressKey: key } = survivor;
  const found = key === undefined ? undefined : searchedBy(key);
  return {
    TableName: table,
    Key: profileKey(survivor.id),
    UpdateExpression: `SET #overlay = :overlay, lists = :lists, revision = :next, doc.mergedFrom = list_append(if_not_exists(doc.mergedFrom, :none), :ids)${
      found ? ', addressKey = :key, searchKey = :key, searchPart = :part' : ''
    } REMOVE #named`,
    ConditionExpression: unchanged(survivor) + noneOut(survivor),
    // What it gets the index of names does not know yet.
    ExpressionAttributeNames: { '#overlay': overlayName(number), '#named': 'named' },
    ExpressionAttributeValues: {
      ':overlay': survivor.overlay,
      ':lists': survivor.lists,
      ':none': [],
      ':ids': survivor.mergedFrom,
      ...revisions(survivor),
      ...(found && { ':key': found.searchKey, ':part': found.searchPart }),
    },
  };
};

/**
 * A merge takes a number, as an import does: a preparation that began before sees both profiles as they were, one that
 * begins later only the one that is left. So nobody is in an audience twice, or not at all, because a scan came by
 * between two writes.
 */
export const profileMergesIn = (client: DynamoDBDocumentClient, tables: Tables): ProfileMerges => ({
  merge: async (asked) => {
    const { seq, at, survivor, loser } = asked;
    const number = seq + 1;
    const snapshot = {
      TableName: tables.profiles,
      Key: snapshotKey,
      UpdateExpression: 'SET seq = :number, floor = if_not_exists(floor, :none)',
      ConditionExpression: seq === 0 ? 'attribute_not_exists(seq)' : 'seq = :seq',
      ExpressionAttributeValues: { ':number': number, ':none': 0, ...(seq > 0 && { ':seq': seq }) },
    };
    const gone = {
      TableName: tables.profiles,
      Key: profileKey(loser.id),
      UpdateExpression: 'SET doc.merged = :merged, revision = :next',
      ConditionExpression: unchanged(loser) + noneOut(loser),
      ExpressionAttributeValues: { ':merged': { into: survivor.id, number, at }, ...revisions(loser) },
    };
    const record = { id: `merge-of-${loser.id}`, list: '', rows: 0, chunks: 0, importedAt: at, number, endedAt: at };
    const TransactItems = [
      { Update: snapshot },
      { Put: { TableName: tables.campaigns, Item: importItem({ ...record, state: 'settled' }) } },
      { Update: surviving(tables.profiles, number, asked) },
      { Update: gone },
    ];
    return (await transacted(client.send(new TransactWriteCommand({ TransactItems })))) === 'done';
  },
});
