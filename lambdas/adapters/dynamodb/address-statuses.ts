import { paginateQuery, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { isCommitted, mayBeOpen } from '../../../domain/model/import-snapshot.ts';
import { AddressStatus, type Profile } from '../../../domain/model/profile.ts';
import { quarantinedFor } from '../../../domain/model/quarantine.ts';
import type { Profiles } from '../../../domain/ports/profiles.ts';
import { holds } from './conditional.ts';
import { deleteAll } from './delete-all.ts';
import { getAll } from './get-all.ts';
import { importOfMark, quarantineOf } from './import-marks.ts';
import { readSnapshot } from './import-snapshot.ts';
import { addressItemKey, addressPk } from './profile-item.ts';
import { queryAll } from './query-all.ts';

type Item = Record<string, unknown>;

const StoredStatus = z.object({ doc: AddressStatus });
/** Of an import, beside it. */
const StoredMark = z.object({ sk: z.string(), at: z.iso.datetime(), reason: z.string() });
const Key = z.object({ pk: z.string() });

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

const quarantinedAs = async (client: DynamoDBDocumentClient, table: string, kind: string): Promise<Set<string>> => {
  const keys = new Set<string>();
  const query = {
    TableName: table,
    IndexName: 'quarantined',
    KeyConditionExpression: 'quarantine = :kind',
    ExpressionAttributeValues: { ':kind': kind },
  };
  for await (const { Items = [] } of paginateQuery({ client }, query)) {
    for (const item of Items) keys.add(Key.parse(item).pk.slice(addressPk('').length));
  }
  return keys;
};

/** Those of imports that count and are on their way first: one that arrives meanwhile is met at its place. */
const quarantined = async (client: DynamoDBDocumentClient, table: string): Promise<Set<string>> => {
  const { settling } = await readSnapshot(client, table);
  const arriving = await Promise.all(
    settling.map(async (number) => quarantinedAs(client, table, quarantineOf(number))),
  );
  const keys = await quarantinedAs(client, table, 'Q');
  for (const one of arriving) for (const key of one) keys.add(key);
  return keys;
};

/** Undefined: nothing is known of the address. */
const statusOf = (
  key: string,
  items: readonly Item[],
  counts: (number: number) => boolean,
): AddressStatus | undefined => {
  const stored = items.find(({ doc }) => doc !== undefined);
  let status = stored && StoredStatus.parse(stored).doc;
  for (const item of items) {
    if (item === stored) continue;
    const { sk, at, reason } = StoredMark.parse(item);
    if (!counts(importOfMark(sk) ?? 0)) continue;
    const before = status ?? { addressKey: key, softErrors: 0 };
    status = quarantinedFor(before, at, reason) ?? before;
  }
  return status;
};

/** What is known of addresses, beside the profiles that have them. */
export const addressStatusesIn = (
  client: DynamoDBDocumentClient,
  table: string,
  findByAddress: (key: string) => Promise<Profile[]>,
): Pick<
  Profiles,
  'addressStatus' | 'addressStatuses' | 'replaceAddressStatus' | 'forgetAddressStatus' | 'quarantined' | 'suppressed'
> => ({
  addressStatus: async (key, without) => {
    const [snapshot, items] = await Promise.all([
      readSnapshot(client, table),
      queryAll(client, { table, pk: addressPk(key), prefix: '' }),
    ]);
    return statusOf(key, items, (number) => number !== without && isCommitted(snapshot, number));
  },
  addressStatuses: async (keys) =>
    (await getAll(client, table, keys.map(addressItemKey))).map((item) => StoredStatus.parse(item).doc),
  replaceAddressStatus: (status) => holds(client.send(statusPut(table, status))),
  forgetAddressStatus: async (key, id) => {
    const others = await findByAddress(key);
    if (others.some((other) => other.id !== id)) return;
    const snapshot = await readSnapshot(client, table);
    const items = await queryAll(client, { table, pk: addressPk(key), prefix: '' });
    // Whom an import brings that may still be open is not seen among the others yet.
    const isOpen = ({ sk }: Record<string, unknown>): boolean => mayBeOpen(snapshot, importOfMark(String(sk)) ?? 0);
    await deleteAll(
      client,
      table,
      items.filter((item) => !isOpen(item)),
    );
  },
  quarantined: () => quarantined(client, table),
  suppressed: () => quarantinedAs(client, table, 'S'),
});
