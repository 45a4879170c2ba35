import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { ImportSnapshot, noImports } from '../../../domain/model/import-snapshot.ts';

/** Beside the profiles: whoever reads them reads this too. */
export const snapshotKey = { pk: 'IMPORTS', sk: 'SNAPSHOT' };

const Numbers = z
  .set(z.number())
  .default(new Set())
  .transform((numbers) => [...numbers]);

const Names = z
  .set(z.string())
  .default(new Set())
  .transform((names) => [...names]);

/**
 * A set of DynamoDB is never empty: without numbers it is not there. A list of test profiles may be named before
 * anything was imported.
 */
const Stored = ImportSnapshot.extend({
  seq: ImportSnapshot.shape.seq.default(0),
  floor: ImportSnapshot.shape.floor.default(0),
  uncommitted: Numbers,
  settling: Numbers,
  testLists: Names,
});

export const snapshotOf = (item: Record<string, unknown> | undefined): ImportSnapshot =>
  item ? Stored.parse(item) : noImports;

/** Consistent. */
export const readSnapshot = async (client: DynamoDBDocumentClient, table: string): Promise<ImportSnapshot> => {
  const { Item } = await client.send(new GetCommand({ TableName: table, Key: snapshotKey, ConsistentRead: true }));
  return snapshotOf(Item);
};
