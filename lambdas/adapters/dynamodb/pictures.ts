import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Picture } from '../../../domain/model/picture.ts';
import type { Pictures } from '../../../domain/ports/pictures.ts';
import { getAll } from './get-all.ts';
import { queryAll } from './query-all.ts';
import { readableByKey } from './readable.ts';

const keyOf = (id: string) => ({ pk: 'PICTURES', sk: id });

/** An item of some 300 bytes for each picture, in one partition: all of them are looked through at once. */
export const picturesIn = (client: DynamoDBDocumentClient, table: string): Pictures => ({
  all: async () => readableByKey(await queryAll(client, { table, pk: keyOf('').pk, prefix: '' }), Picture),
  known: async (ids) => readableByKey(await getAll(client, table, ids.map(keyOf)), Picture).items,
  keep: async (picture) => {
    await client.send(new PutCommand({ TableName: table, Item: { ...keyOf(picture.id), ...picture } }));
  },
});
