import {
  DeleteCommand,
  GetCommand,
  paginateQuery,
  paginateScan,
  PutCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Readable } from '../../../domain/http/page.ts';
import type { Profiles } from '../../../domain/ports/profiles.ts';
import { AddressStatus, Profile } from '../../../domain/model/profile.ts';
import { addressOptOutsIn } from './address-opt-outs.ts';
import { cursorOf, keyOf } from './cursor.ts';
import { holds, holdsAlone } from './conditional.ts';
import { getAll } from './get-all.ts';
import { lateOptOutsIn } from './late-opt-outs.ts';
import { optOutsIn } from './opt-outs.ts';
import { profileItem, profileKey } from './profile-item.ts';
import { suppressionsIn } from './suppression-list.ts';

type Item = Record<string, unknown>;

/** Of a page of the scan; never a caller's. */
const LastKey = z.object({ pk: z.string(), sk: z.string() });

const addressPk = (key: string): string => `A#${key}`;
const addressItemKey = (key: string) => ({ pk: addressPk(key), sk: 'ADDRESS' });

const Stored = z.object({ doc: Profile });
const StoredStatus = z.object({ doc: AddressStatus });
const ProfileKey = z.object({ pk: z.string() });
const AddressPk = z.object({ pk: z.string() });

/** Sparse: only quarantined addresses are in the index `quarantined`, those that SES suppresses under a key of their own. */
const quarantineKey = ({ reason }: { reason: string }): 'S' | 'Q' => (reason === 'suppressed' ? 'S' : 'Q');

const statusItem = (status: AddressStatus): Item => ({
  ...addressItemKey(status.addressKey),
  ...(status.quarantine && { quarantine: quarantineKey(status.quarantine) }),
  addressKey: status.addressKey,
  doc: status,
});

/** On the condition that nobody wrote it since it was read. */
const statusPut = (table: string, { version, ...status }: AddressStatus) =>
  new PutCommand({
    TableName: table,
    Item: statusItem({ ...status, version: (version ?? 0) + 1 }),
    ...(version === undefined
      ? { ConditionExpression: 'attribute_not_exists(doc.version)' }
      : { ConditionExpression: 'doc.version = :read', ExpressionAttributeValues: { ':read': version } }),
  });

const getMany = async (client: DynamoDBDocumentClient, table: string, ids: string[]): Promise<Profile[]> =>
  (await getAll(client, table, ids.map(profileKey))).map((item) => Stored.parse(item).doc);

const findByAddress = async (client: DynamoDBDocumentClient, table: string, key: string): Promise<Profile[]> => {
  const ids: string[] = [];
  const query = {
    TableName: table,
    IndexName: 'byAddress',
    KeyConditionExpression: 'addressKey = :key',
    ExpressionAttributeValues: { ':key': key },
  };
  for await (const { Items = [] } of paginateQuery({ client }, query)) {
    const keys = Items.map((item) => ProfileKey.parse(item).pk);
    ids.push(...keys.filter((pk) => pk.startsWith('P#')).map((pk) => pk.slice(2)));
  }
  return getMany(client, table, ids);
};

const quarantinedAs = async (client: DynamoDBDocumentClient, table: string, kind: 'S' | 'Q'): Promise<Set<string>> => {
  const keys = new Set<string>();
  const query = {
    TableName: table,
    IndexName: 'quarantined',
    KeyConditionExpression: 'quarantine = :kind',
    ExpressionAttributeValues: { ':kind': kind },
  };
  for await (const { Items = [] } of paginateQuery({ client }, query)) {
    for (const item of Items) keys.add(AddressPk.parse(item).pk.slice(addressPk('').length));
  }
  return keys;
};

const readableProfiles = (items: readonly Record<string, unknown>[]): Readable<Profile> => {
  const parsed = items.map((item) => ({ item, profile: Stored.safeParse(item).data?.doc }));
  return {
    items: parsed.flatMap(({ profile }) => profile ?? []),
    unreadable: parsed
      .filter(({ profile }) => !profile)
      .map(({ item }) => ProfileKey.parse(item).pk.slice('P#'.length)),
  };
};

/** Profiles, the status of addresses, opt-outs and their feed, in one table. */
export const profilesIn = (client: DynamoDBDocumentClient, table: string): Profiles => ({
  get: async (id) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: profileKey(id), ConsistentRead: true }));
    return Item && Stored.parse(Item).doc;
  },
  getMany: (ids) => getMany(client, table, ids),
  findByAddress: (key) => findByAddress(client, table, key),
  inList: async function* (list, after) {
    // A scan, because any profile may be on any list: about two cents for five million profiles.
    const scan = {
      TableName: table,
      FilterExpression: list === undefined ? 'sk = :profile' : 'sk = :profile AND contains(lists, :list)',
      ExpressionAttributeValues: { ':profile': 'PROFILE', ...(list !== undefined && { ':list': list }) },
    };
    const startingToken = keyOf(after, LastKey);
    for await (const { Items = [], LastEvaluatedKey } of paginateScan({ client, startingToken }, scan))
      yield { ...readableProfiles(Items), cursor: cursorOf(LastEvaluatedKey) };
  },
  erase: (left, address) =>
    holdsAlone(
      client.send(
        new PutCommand({
          TableName: table,
          Item: profileItem(left),
          ConditionExpression: '#doc.#address = :address',
          ExpressionAttributeNames: { '#doc': 'doc', '#address': 'address' },
          ExpressionAttributeValues: { ':address': address },
        }),
      ),
    ),
  addressStatus: async (key) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: addressItemKey(key), ConsistentRead: true }),
    );
    return Item && StoredStatus.parse(Item).doc;
  },
  addressStatuses: async (keys) =>
    (await getAll(client, table, keys.map(addressItemKey))).map((item) => StoredStatus.parse(item).doc),
  replaceAddressStatus: (status) => holds(client.send(statusPut(table, status))),
  forgetAddressStatus: async (key, id) => {
    const others = await findByAddress(client, table, key);
    if (others.some((other) => other.id !== id)) return;
    await client.send(new DeleteCommand({ TableName: table, Key: addressItemKey(key) }));
  },
  quarantined: () => quarantinedAs(client, table, 'Q'),
  suppressed: () => quarantinedAs(client, table, 'S'),
  ...optOutsIn(client, table),
  ...addressOptOutsIn(client, table),
  ...lateOptOutsIn(client, table),
  ...suppressionsIn(client, table),
});
