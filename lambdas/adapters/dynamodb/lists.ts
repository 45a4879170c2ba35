import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ShownLists } from '../../../domain/ports/lists.ts';
import { ListSummary } from '../../../domain/model/profile.ts';
import { GivenUpImport } from '../../../domain/model/profile-import.ts';
import { queryAll } from './query-all.ts';
import { readableByKey } from './readable.ts';

export const listKey = (list: string) => ({ pk: 'LISTS', sk: list });
export const givenUpKey = (list: string) => ({ pk: 'IMPORT#GIVENUP', sk: list });

/** What is known of each list of profiles, for choosing one; its members are in the profiles. */
export const listsIn = (client: DynamoDBDocumentClient, table: string): ShownLists => ({
  listed: async () => readableByKey(await queryAll(client, { table, pk: listKey('').pk, prefix: '' }), ListSummary),
  givenUpListed: async () =>
    readableByKey(await queryAll(client, { table, pk: givenUpKey('').pk, prefix: '' }), GivenUpImport),
});
