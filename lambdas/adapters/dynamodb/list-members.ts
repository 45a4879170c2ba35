import { paginateScan, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ListMembers } from '../../../domain/audience/ports/list-members.ts';
import { resolve } from '../../../domain/model/stored-profile.ts';
import { readSnapshot } from './import-snapshot.ts';
import { profileKey, storedProfileOf } from './profile-item.ts';

const Key = z.object({ pk: z.string() });

const idOf = (item: Record<string, unknown>): string => Key.parse(item).pk.slice(profileKey('').pk.length);

/**
 * A scan, because any profile may be on any list. Filtered by what is a profile only: a page of DynamoDB may end at an
 * item that has an address for its key, and where a caller goes on is the id of a profile.
 */
export const listMembersIn = (client: DynamoDBDocumentClient, table: string): ListMembers => ({
  members: async function* (list, after) {
    const snapshot = await readSnapshot(client, table);
    const scan = {
      TableName: table,
      FilterExpression: 'sk = :profile',
      ExpressionAttributeValues: { ':profile': profileKey('').sk },
    };
    const startingToken = after === undefined ? undefined : profileKey(after);
    let last = after ?? null;
    for await (const { Items = [], LastEvaluatedKey } of paginateScan({ client, startingToken }, scan)) {
      const profiles = Items.flatMap((item) => {
        const stored = storedProfileOf(item);
        return (stored && resolve(stored, snapshot)) ?? [];
      });
      const [end] = Items.slice(-1);
      last = end ? idOf(end) : last;
      yield {
        items: list === undefined ? profiles : profiles.filter(({ lists }) => lists.includes(list)),
        after: LastEvaluatedKey ? last : null,
      };
    }
  },
});
