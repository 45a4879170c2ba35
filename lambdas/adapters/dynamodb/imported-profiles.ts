import { PutItemCommand, type DynamoDBClient, type UpdateItemCommandInput } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { addressKey } from '../../../domain/model/address.ts';
import type { ImportedProfiles } from '../../../domain/audience/ports/imported-profiles.ts';
import type { ImportedProfile } from '../../../domain/model/profile-import.ts';
import type { Profiles } from '../../../domain/ports/profiles.ts';
import { addressOptOutWrites } from './address-opt-outs.ts';
import { holdsAlone } from './conditional.ts';
import { lineOfMany } from './opt-out-feed.ts';
import { optOutsIn } from './opt-outs.ts';
import { profileItem, profileKey } from './profile-item.ts';
import { signedPostOf } from '../sdk/signed-post.ts';
import { directWritesWith } from './direct-writes.ts';

const SET =
  'SET #doc.#address = :address, #doc.#lists = :lists, #doc.#attributes = :attributes, #doc.#importedAt = :at, #lists = :lists';

const names = {
  '#doc': 'doc',
  '#address': 'address',
  '#lists': 'lists',
  '#attributes': 'attributes',
  '#importedAt': 'importedAt',
  '#erasedAt': 'erasedAt',
  '#key': 'addressKey',
};

/** Only what an import may change: an opt-out or a return that happens meanwhile stays as it is. */
const description = (
  table: string,
  { id, address, lists, attributes, importedAt }: ImportedProfile,
  ifIn: boolean,
): UpdateItemCommandInput => {
  const key = addressKey(address);
  return {
    TableName: table,
    Key: marshall(profileKey(id)),
    UpdateExpression: key === '' ? `${SET} REMOVE #key` : `${SET}, #key = :key`,
    ConditionExpression: `attribute_exists(pk) AND attribute_not_exists(#doc.#erasedAt)${ifIn ? ' AND attribute_not_exists(#doc.#optedOut)' : ''}`,
    ExpressionAttributeNames: { ...names, ...(ifIn && { '#optedOut': 'optedOut' }) },
    ExpressionAttributeValues: marshall({
      ':address': address,
      ':lists': lists,
      ':attributes': attributes,
      ':at': importedAt,
      ...(key !== '' && { ':key': key }),
    }),
  };
};

/**
 * One call for each row, so by the short way: a file has many. Asked twice, the second says no, and the row is read
 * again. Opt-outs are those of a profile and an address, spread over their feed.
 */
export const importedProfilesIn = (
  client: DynamoDBClient,
  table: string,
  documents: DynamoDBDocumentClient,
): ImportedProfiles & Pick<Profiles, 'optOut' | 'replaceAddressOptOuts'> => {
  const lineOf = lineOfMany(documents, table);
  const writes = directWritesWith(client, signedPostOf(client, 'dynamodb', PutItemCommand));
  return {
    optOut: optOutsIn(documents, table, lineOf).optOut,
    ...addressOptOutWrites(documents, table, lineOf),
    add: (profile) =>
      holdsAlone(
        writes.put({
          TableName: table,
          Item: marshall(profileItem(profile), { removeUndefinedValues: true }),
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    describe: (profile, ifIn = false) => holdsAlone(writes.update(description(table, profile, ifIn))),
  };
};
