import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { ImportSnapshot, noImports } from '../../../domain/model/import-snapshot.ts';

/** Beside the profiles: whoever reads them reads this too. */
export const snapshotKey = { pk: 'IMPORTS', sk: 'SNAPSHOT' };

const Numbers = z
  .set(z.number())
  .default(new Set())
  .transform((numbers) => [...numbers]);

/** A set of DynamoDB is never empty: without numbers it is not there. */
const Stored = ImportSnapshot.extend({ uncommitted: Numbers, settling: Numbers });

export const snapshotOf = (item: Record<string, unknown> | undefined): ImportSnapshot =>
  item ? Stored.parse(item) : noImports;

/** Consistent. */
export const readSnapshot = async (client: DynamoDBDocumentClient, table: string): Promise<ImportSnapshot> => {
  const { Item } = await client.send(new GetCommand({ TableName: table, Key: snapshotKey, ConsistentRead: true }));
  return snapshotOf(Item);
};
