import { PutItemCommand, type AttributeValue, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type {
  ImportedProfiles,
  Mark,
  ProfileWrite,
  WriteOutcome,
} from '../../../domain/audience/ports/imported-profiles.ts';
import { addressKey } from '../../../domain/model/address.ts';
import { listsOf, type Overlay } from '../../../domain/model/stored-profile.ts';
import type { Profiles } from '../../../domain/ports/profiles.ts';
import { signedPostOf } from '../sdk/signed-post.ts';
import { addressOptOutWrites } from './address-opt-outs.ts';
import { holds, whenFree } from './conditional.ts';
import { getAllDirectly } from './direct-reads.ts';
import { markItem, markKey } from './import-marks.ts';
import { lineOfMany } from './opt-out-feed.ts';
import { optOutsIn } from './opt-outs.ts';
import { insertion, partiqlBatchWith, STATEMENTS, type PartiqlBatch, type Statement } from './partiql-batch.ts';
import { overlayName, profileKey, searchedBy, storedProfilesOf } from './profile-item.ts';

const text = (value: string): AttributeValue => ({ S: value });
const number = (value: number): AttributeValue => ({ N: String(value) });
const texts = (values: readonly string[]): AttributeValue => ({ L: values.map(text) });
const map = (values: Record<string, AttributeValue>): AttributeValue => ({ M: values });
const textMap = (values: Record<string, string>): AttributeValue =>
  map(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, text(value)])));

const mapOfMaps = (values: Record<string, Record<string, string>>): AttributeValue =>
  map(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textMap(value)])));

const overlayValue = ({ list, address, joined, left, ...overlay }: Overlay): AttributeValue =>
  map({
    ...(list !== undefined && { list: text(list) }),
    ...(address !== undefined && { address: text(address) }),
    ...(joined && { joined: texts(joined) }),
    ...(left && { left: texts(left) }),
    attributes: textMap(overlay.attributes),
    importedAt: text(overlay.importedAt),
    ...(overlay.optedOut && { optedOut: { BOOL: true } }),
    ...(overlay.tracking && { tracking: text(overlay.tracking) }),
    ...(overlay.trackingByTopic && { trackingByTopic: textMap(overlay.trackingByTopic) }),
  });

/** An address that is searched for is there before its import counts: whoever searches reads the profile. */
const searched = ({ address = '' }: Overlay): Record<string, AttributeValue> => {
  const key = addressKey(address);
  if (key === '') return {};
  const { searchPart, searchKey } = searchedBy(key);
  return { searchPart: text(searchPart), searchKey: text(searchKey) };
};

const addition = (table: string, imported: number, write: ProfileWrite & { kind: 'add' }): Statement => {
  const { id, overlay, addressKey: indexed, names } = write;
  const { pk, sk } = profileKey(id);
  return insertion(table, {
    pk: text(pk),
    sk: text(sk),
    doc: textMap({ id }),
    lists: texts(listsOf(overlay)),
    revision: number(1),
    [overlayName(imported)]: overlayValue(overlay),
    ...(indexed !== undefined && { addressKey: text(indexed) }),
    ...(names && { nameParts: text(names.parts) }),
    ...(typeof names?.named === 'number' && { named: number(names.named) }),
    ...searched(overlay),
  });
};

/** Only what imports write: an opt-out or a return that happens meanwhile stays as it is. */
const laying = (table: string, imported: number, write: ProfileWrite & { kind: 'lay' }): Statement => {
  const { id, overlay, lists, revision, folded, names } = write;
  const { pk, sk } = profileKey(id);
  const base = folded?.base;
  const set: [string, AttributeValue][] = [
    [`"${overlayName(imported)}"`, overlayValue(overlay)],
    ['lists', texts(lists)],
    ['revision', number((revision ?? 0) + 1)],
    ...(names ? [['nameParts', text(names.parts)] satisfies [string, AttributeValue]] : []),
    ...(typeof names?.named === 'number' ? [['"named"', number(names.named)] satisfies [string, AttributeValue]] : []),
    ...(base
      ? ([
          ['"doc"."address"', text(base.address)],
          ['"doc"."lists"', texts(base.lists)],
          ['"doc"."attributes"', textMap(base.attributes)],
          ['"doc"."importedAt"', text(base.importedAt)],
          ['"doc"."asOf"', number(base.asOf)],
          ...(base.importedTracking
            ? [['"doc"."importedTracking"', textMap(base.importedTracking)] satisfies [string, AttributeValue]]
            : []),
          ...(base.importedTrackingByTopic
            ? [
                ['"doc"."importedTrackingByTopic"', mapOfMaps(base.importedTrackingByTopic)] satisfies [
                  string,
                  AttributeValue,
                ],
              ]
            : []),
        ] satisfies [string, AttributeValue][])
      : []),
  ];
  const removed = [
    ...(folded?.dropped ?? []).map((old) => ` REMOVE "${overlayName(old)}"`),
    ...(names?.named === null ? [' REMOVE "named"'] : []),
  ];
  const unwritten = revision === undefined ? 'revision IS MISSING' : 'revision = ?';
  const changes = `${set.map(([path]) => ` SET ${path} = ?`).join('')}${removed.join('')}`;
  return {
    Statement: `UPDATE "${table}"${changes} WHERE pk = ? AND sk = ? AND "doc"."erasedAt" IS MISSING AND ${unwritten}`,
    Parameters: [
      ...set.map(([, value]) => value),
      text(pk),
      text(sk),
      ...(revision === undefined ? [] : [number(revision)]),
    ],
  };
};

const outcomeOf = (code: string | undefined): WriteOutcome => {
  if (code === undefined) return 'done';
  if (code === 'DuplicateItem' || code === 'ConditionalCheckFailed') return 'again';
  if (code === 'ValidationError') return 'refused';
  throw new Error(`DynamoDB answered ${code} to a write of an import`);
};

const inBatches = async (batch: PartiqlBatch, statements: readonly Statement[]): Promise<WriteOutcome[]> => {
  const outcomes: WriteOutcome[] = [];
  for (let start = 0; start < statements.length; start += STATEMENTS)
    outcomes.push(...(await batch(statements.slice(start, start + STATEMENTS))).map(outcomeOf));
  return outcomes;
};

/** A file may name an address more than once; a batch takes a key once. */
const markings = (table: string, imported: number, marks: readonly Mark[]): Statement[] => {
  const items = new Map(
    marks.map((mark) => markItem(imported, mark)).map((item) => [`${item['pk']} ${item['sk']}`, item]),
  );
  return [...items.values()].map((item) => {
    const values = Object.entries(item).map(([name, value]) => [name, text(value)] as const);
    return insertion(table, Object.fromEntries(values));
  });
};

/** What the writers of an import ask for. Opt-outs are those of a profile and an address, spread over their feed. */
export const importedProfilesIn = (
  client: DynamoDBClient,
  table: string,
  documents: DynamoDBDocumentClient,
): ImportedProfiles & Pick<Profiles, 'optOut' | 'replaceAddressOptOuts'> => {
  const lineOf = lineOfMany(documents, table);
  const post = signedPostOf(client, 'dynamodb', PutItemCommand);
  const batch = partiqlBatchWith(client, post);
  return {
    optOut: optOutsIn(documents, table, lineOf).optOut,
    ...addressOptOutWrites(documents, table, lineOf),
    stored: async (ids) => storedProfilesOf(await getAllDirectly(documents, post, table, ids.map(profileKey))),
    write: (imported, writes) =>
      inBatches(
        batch,
        writes.map((write) =>
          write.kind === 'add' ? addition(table, imported, write) : laying(table, imported, write),
        ),
      ),
    mark: async (imported, marks) => {
      const outcomes = await inBatches(batch, markings(table, imported, marks));
      if (outcomes.includes('refused')) throw new Error('DynamoDB does not take a mark of an import');
    },
    unmark: async (imported, mark) => {
      await documents.send(new DeleteCommand({ TableName: table, Key: markKey(imported, mark) }));
    },
    index: async (id, key) => {
      const { searchPart, searchKey } = searchedBy(key);
      const update = new UpdateCommand({
        TableName: table,
        Key: profileKey(id),
        UpdateExpression: 'SET addressKey = :key, searchKey = :key, searchPart = :part',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(doc.erasedAt)',
        ExpressionAttributeValues: { ':key': searchKey, ':part': searchPart },
      });
      await holds(whenFree(() => documents.send(update)));
    },
  };
};
