import { GetCommand, TransactWriteCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { TestLists } from '../../../domain/ports/lists.ts';
import type { Profiles } from '../../../domain/ports/profiles.ts';
import type { TestProfiles } from '../../../domain/prepare/ports/test-profiles.ts';
import { digestOf } from './address-digest.ts';
import { transacted } from './conditional.ts';
import { readSnapshot, snapshotKey } from './import-snapshot.ts';
import { listKey } from './lists.ts';

type Tables = { profiles: string; campaigns: string };

/** Imports begin and end at the snapshot too: who meets another one waits for a moment. */
const ATTEMPTS = 30;

const Taken = z.object({ isTest: z.literal(true).optional(), testDigests: z.set(z.string()).default(new Set()) });

/**
 * The names stand in the snapshot, so that a preparation sees to its end what was so at its beginning; the addresses in
 * the item of the list, and end with it.
 */
export const testListsIn = (client: DynamoDBDocumentClient, tables: Tables): TestLists => {
  const both = async (list: string, change: 'ADD' | 'DELETE', ofList: string): Promise<boolean> => {
    const snapshot = {
      TableName: tables.profiles,
      Key: snapshotKey,
      UpdateExpression: `${change} testLists :lists`,
      ExpressionAttributeValues: { ':lists': new Set([list]) },
    };
    const item = {
      TableName: tables.campaigns,
      Key: listKey(list),
      UpdateExpression: ofList,
      ConditionExpression: 'attribute_exists(pk)',
      ...(change === 'ADD' && { ExpressionAttributeValues: { ':yes': true } }),
    };
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const TransactItems = [{ Update: snapshot }, { Update: item }];
      const outcome = await transacted(client.send(new TransactWriteCommand({ TransactItems })));
      if (outcome !== 'busy') return outcome === 'done';
    }
    throw new Error(`the imports were being written ${ATTEMPTS} times while a list was marked`);
  };
  return {
    mark: async (list) => both(list, 'ADD', 'SET isTest = :yes REMOVE testDigests'),
    unmark: async (list) => {
      await both(list, 'DELETE', 'REMOVE isTest, testDigests');
    },
    takeIn: async (list, digests) => {
      const isNone = digests.length === 0;
      const update = new UpdateCommand({
        TableName: tables.campaigns,
        Key: listKey(list),
        UpdateExpression: isNone ? 'SET isTest = :yes' : 'ADD testDigests :digests',
        ConditionExpression: 'isTest = :yes',
        ExpressionAttributeValues: { ':yes': true, ...(!isNone && { ':digests': new Set(digests) }) },
        ReturnValues: 'ALL_NEW',
      });
      try {
        return Taken.parse((await client.send(update)).Attributes).testDigests.size;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return undefined;
        throw error;
      }
    },
  };
};

/** A person whose address changed since, or who left the list, is no test profile, until somebody takes them in again. */
export const testProfilesIn = (
  client: DynamoDBDocumentClient,
  tables: Tables,
  profiles: Pick<Profiles, 'findByAddress'>,
): TestProfiles => {
  const takenIn = async (list: string): Promise<[string, ReadonlySet<string>]> => {
    const get = new GetCommand({ TableName: tables.campaigns, Key: listKey(list), ConsistentRead: true });
    const { isTest, testDigests } = Taken.parse((await client.send(get)).Item ?? {});
    return [list, isTest ? testDigests : new Set()];
  };
  return {
    among: async (addressKeys) => {
      const { testLists } = await readSnapshot(client, tables.profiles);
      const taken = await Promise.all(testLists.map(takenIn));
      const found = new Set<string>();
      for (const key of addressKeys) {
        const lists = taken.flatMap(([list, digests]) => (digests.has(digestOf(key)) ? [list] : []));
        if (lists.length === 0) continue;
        const people = await profiles.findByAddress(key);
        if (people.some((person) => person.lists.some((list) => lists.includes(list)))) found.add(key);
      }
      return found;
    },
  };
};
