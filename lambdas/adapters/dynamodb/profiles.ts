import {
  paginateQuery,
  paginateScan,
  PutCommand,
  QueryCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Readable } from '../../../domain/http/page.ts';
import { addressKey } from '../../../domain/model/address.ts';
import type { ImportSnapshot } from '../../../domain/model/import-snapshot.ts';
import {
  listedOf,
  resolve,
  unmerged,
  type ListedProfile,
  type StoredProfile,
} from '../../../domain/model/stored-profile.ts';
import type { Profiles } from '../../../domain/ports/profiles.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import { addressOptOutsIn } from './address-opt-outs.ts';
import { addressStatusesIn } from './address-statuses.ts';
import { cursorOf, keyOf } from './cursor.ts';
import { holdsAlone } from './conditional.ts';
import { deleteAll } from './delete-all.ts';
import { forgetNames, markErased, namesForgotten } from './forget-names.ts';
import { getAll } from './get-all.ts';
import { readSnapshot, snapshotKey, snapshotOf } from './import-snapshot.ts';
import { lateOptOutsIn } from './late-opt-outs.ts';
import { optOutsIn } from './opt-outs.ts';
import { profileItem, profileKey, searchParts, shortHash, storedProfileOf } from './profile-item.ts';
import { queryAll } from './query-all.ts';
import { querySome } from './query-some.ts';
import { suppressionsIn } from './suppression-list.ts';

type Item = Record<string, unknown>;

/** Of a page of the scan; never a caller's. */
const LastKey = z.object({ pk: z.string(), sk: z.string() });

const ProfileKey = z.object({ pk: z.string() });
const Searched = z.object({ pk: z.string(), searchKey: z.string() });

/** @throws Error when one cannot be read: whoever asks for certain people is not answered with fewer */
const readStored = (item: Item): StoredProfile => {
  const stored = storedProfileOf(item);
  if (!stored) throw new Error(`${ProfileKey.parse(item).pk} cannot be read`);
  return stored;
};

/** Read together with which imports count: whatever counted before this call is seen. */
const getMany = async (client: DynamoDBDocumentClient, table: string, ids: readonly string[]): Promise<Profile[]> => {
  const items = await getAll(client, table, [snapshotKey, ...ids.map(profileKey)]);
  const snapshot = snapshotOf(items.find(({ pk }) => pk === snapshotKey.pk));
  const profiles = items.filter(({ pk }) => pk !== snapshotKey.pk);
  return profiles.flatMap((item) => resolve(readStored(item), snapshot) ?? []);
};

type OneStored = { stored: StoredProfile | undefined; snapshot: ImportSnapshot };

const readOne = async (client: DynamoDBDocumentClient, table: string, id: string): Promise<OneStored> => {
  const key = profileKey(id);
  const items = await getAll(client, table, [snapshotKey, key]);
  const item = items.find(({ pk }) => pk === key.pk);
  return { stored: item && readStored(item), snapshot: snapshotOf(items.find((one) => one !== item)) };
};

/** A profile may have been merged into one that was merged later. */
const MERGES = 20;

const mergedInto = async (client: DynamoDBDocumentClient, table: string, id: string): Promise<string | undefined> => {
  let into: string | undefined;
  for (let merges = 0; merges < MERGES; merges += 1) {
    const { stored } = await readOne(client, table, into ?? id);
    if (!stored?.base.merged) return into;
    ({ into } = stored.base.merged);
  }
  return into;
};

/** The index has who has the address, who had it, and who has it when an import counts; and not those whose ids follow from it. */
const findByAddress = async (client: DynamoDBDocumentClient, table: string, key: string): Promise<Profile[]> => {
  const ids = new Set(key === '' ? [] : [shortHash(key)]);
  const query = {
    TableName: table,
    IndexName: 'byAddress',
    KeyConditionExpression: 'addressKey = :key',
    ExpressionAttributeValues: { ':key': key },
  };
  for await (const { Items = [] } of paginateQuery({ client }, query)) {
    const keys = Items.map((item) => ProfileKey.parse(item).pk);
    for (const pk of keys) if (pk.startsWith('P#')) ids.add(pk.slice(2));
  }
  const found = await getMany(client, table, [...ids]);
  return found.filter(({ address }) => addressKey(address) === key);
};

/** Of each part so many: those that come first of all are among them. The index may have an address that an import gave and that does not count. */
const findByBeginning = async (
  client: DynamoDBDocumentClient,
  table: string,
  beginning: string,
  limit: number,
): Promise<Profile[]> => {
  const partOf = async (part: string) => {
    const query = {
      TableName: table,
      IndexName: 'byBeginning',
      KeyConditionExpression: 'searchPart = :part AND begins_with(searchKey, :beginning)',
      ExpressionAttributeValues: { ':part': part, ':beginning': beginning },
    };
    return z
      .array(Searched)
      .parse((await querySome((page) => client.send(new QueryCommand({ ...query, ...page })), limit)).items);
  };
  const entries = (await Promise.all(searchParts.map(partOf))).flat();
  const first = entries.toSorted((one, other) => (one.searchKey < other.searchKey ? -1 : 1)).slice(0, limit);
  const found = await getMany(client, table, [...new Set(first.map(({ pk }) => pk.slice('P#'.length)))]);
  return found
    .filter(({ address }) => addressKey(address).startsWith(beginning))
    .toSorted((one, other) => (addressKey(one.address) < addressKey(other.address) ? -1 : 1));
};

/** The items named by lists may be on others: an import that does not count, or that moved on, named them. */
const readableProfiles = (
  items: readonly Item[],
  snapshot: ImportSnapshot,
  list: string | undefined,
): Readable<ListedProfile> => {
  const found: Readable<ListedProfile> = { items: [], unreadable: [] };
  for (const item of items) {
    const stored = storedProfileOf(item);
    if (!stored) {
      found.unreadable.push(ProfileKey.parse(item).pk.slice('P#'.length));
      continue;
    }
    const profile = listedOf(stored, snapshot);
    if (profile && (list === undefined || profile.lists.includes(list))) found.items.push(profile);
  }
  return found;
};

/** Replaces what imports and people said of somebody, unless an import wrote it since it was read. */
const erase = async (
  client: DynamoDBDocumentClient,
  table: string,
  left: Profile,
  address: string,
): Promise<boolean> => {
  const key = profileKey(left.id);
  const { stored, snapshot } = await readOne(client, table, left.id);
  const known = stored && resolve(unmerged(stored), snapshot);
  if (!known || known.address !== address) return false;
  const { revision, base, nameParts } = stored;
  if (nameParts !== undefined) await markErased(client, table, left.id, new Date().toISOString());
  const put = new PutCommand({
    TableName: table,
    Item: {
      ...profileItem(left),
      ...(nameParts !== undefined && { nameParts }),
      doc: { ...left, ...(base.merged && { merged: base.merged }) },
    },
    ...(revision === undefined
      ? { ConditionExpression: 'attribute_not_exists(revision)' }
      : { ConditionExpression: 'revision = :read', ExpressionAttributeValues: { ':read': revision } }),
  });
  if (!(await holdsAlone(client.send(put)))) return false;
  // Where imports have the person for an index of addresses.
  await deleteAll(client, table, await queryAll(client, { table, pk: key.pk, prefix: 'MOVED#' }));
  if (nameParts === undefined) return true;
  await forgetNames(client, table, left.id, nameParts.split(' '));
  await namesForgotten(client, table, left.id);
  return true;
};

/** Profiles, the status of addresses, opt-outs and their feed, in one table. */
export const profilesIn = (client: DynamoDBDocumentClient, table: string): Profiles => ({
  snapshot: async () => readSnapshot(client, table),
  get: async (id) => (await getMany(client, table, [id]))[0],
  getUnmerged: async (id) => {
    const { stored, snapshot } = await readOne(client, table, id);
    return stored && resolve(unmerged(stored), snapshot);
  },
  mergedInto: (id) => mergedInto(client, table, id),
  getMany: (ids) => getMany(client, table, ids),
  findByAddress: (key) => findByAddress(client, table, key),
  findByBeginning: (beginning, limit) => findByBeginning(client, table, beginning, limit),
  inList: async function* (list, after, snapshot) {
    const counting = snapshot ?? (await readSnapshot(client, table));
    // A scan, because any profile may be on any list: about two cents for five million profiles.
    const scan = {
      TableName: table,
      FilterExpression: list === undefined ? 'sk = :profile' : 'sk = :profile AND contains(lists, :list)',
      ExpressionAttributeValues: { ':profile': 'PROFILE', ...(list !== undefined && { ':list': list }) },
    };
    const startingToken = keyOf(after, LastKey);
    for await (const { Items = [], LastEvaluatedKey } of paginateScan({ client, startingToken }, scan))
      yield { ...readableProfiles(Items, counting, list), cursor: cursorOf(LastEvaluatedKey) };
  },
  erase: (left, address) => erase(client, table, left, address),
  ...addressStatusesIn(client, table, (key) => findByAddress(client, table, key)),
  ...optOutsIn(client, table),
  ...addressOptOutsIn(client, table),
  ...lateOptOutsIn(client, table),
  ...suppressionsIn(client, table),
});
