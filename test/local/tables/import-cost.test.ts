import { expect, test } from '@jest/globals';
import { Readable } from 'node:stream';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { HttpResponse, type HttpRequest } from '@smithy/core/protocols';
import fc from 'fast-check';
import { writeUnitsOf } from '../../../domain/audience/import-cost.ts';
import { rowsKey, type ImportedRow } from '../../../domain/model/profile-import.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import { importedProfilesIn } from '../../../lambdas/adapters/dynamodb/imported-profiles.ts';
import { nameIndexIn } from '../../../lambdas/adapters/dynamodb/name-index.ts';
import { profileItem } from '../../../lambdas/adapters/dynamodb/profile-item.ts';
import { profilesIn } from '../../../lambdas/adapters/dynamodb/profiles.ts';
import { writeImport } from '../../../lambdas/audience/write-import.ts';
import { now } from '../../domain/samples.ts';

type Value = { S?: string; M?: Record<string, Value>; L?: Value[] };
type Item = Record<string, Value>;
type Write = { Item?: Item; UpdateExpression?: string };
type Statement = { Statement: string; Parameters: Value[] };
type Asked = Write & { TransactItems?: { Put?: Write; Update?: Write }[]; Statements?: Statement[]; Key?: Item };

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
const sizeOf = ({ S, M, L }: Value): number => {
  if (S !== undefined) return Buffer.byteLength(S);
  if (M)
    return 3 + Object.entries(M).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + 1 + sizeOf(value), 0);
  return L ? 3 + L.reduce((sum, value) => sum + 1 + sizeOf(value), 0) : 21;
};

const indexes = ['addressKey', 'searchKey', 'quarantine'];

const isOfAddress = ({ Key }: Asked): boolean => Key?.['pk']?.S?.startsWith('A#') === true;

/** Undefined: an update. */
const inserted = ({ Statement, Parameters }: Statement): Item | undefined => {
  if (!Statement.startsWith('INSERT')) return undefined;
  const names = [...Statement.matchAll(/'([^']+)': \?/g)].map(([, name]) => name ?? '');
  return Object.fromEntries(names.map((name, index) => [name, Parameters[index] ?? {}]));
};

/**
 * A table that takes every write and counts its units: a KB each, twice in a transaction, and one for each entry of an
 * index that is new. An update has the size of the profile as it is then.
 */
const counting = (known: Profile | undefined, after: Item) => {
  let units = 0;
  const unitsOf = ({ Item: item, UpdateExpression }: Write): number => {
    const kilobytes = Math.ceil(sizeOf({ M: item ?? after }) / 1024);
    const entries = item
      ? indexes.filter((key) => item[key]).length
      : Number(/#key = :key/.test(UpdateExpression ?? ''));
    return kilobytes + entries;
  };
  const answerAll = (statements: readonly Statement[]): object => {
    for (const each of statements) {
      const item = inserted(each);
      units += unitsOf(item ? { Item: item } : { UpdateExpression: '' });
    }
    return { Responses: statements.map(() => ({})) };
  };
  const answerTo = (target: string, asked: Asked): object => {
    const found = known && { Item: marshall(profileItem(known), { removeUndefinedValues: true }) };
    if (target === 'BatchGetItem') return { Responses: { t: found ? [found.Item] : [] } };
    if (target === 'PutItem' || target === 'UpdateItem') units += unitsOf(asked);
    // A mark, with its entries in the indexes.
    if (target === 'DeleteItem') units += isOfAddress(asked) ? 3 : 1;
    if (target === 'BatchExecuteStatement') return answerAll(asked.Statements ?? []);
    for (const { Put, Update } of asked.TransactItems ?? []) units += 2 * unitsOf(Put ?? Update ?? {});
    return {};
  };
  const handle = async ({ headers, body }: HttpRequest) => {
    const target = headers['x-amz-target'] ?? headers['X-Amz-Target'] ?? '';
    const said = typeof body === 'string' ? body : new TextDecoder().decode(body as Uint8Array);
    const answer = answerTo(target.replace(/.*\./, ''), JSON.parse(said) as Asked);
    const bytes = Buffer.from(JSON.stringify(answer));
    return { response: new HttpResponse({ statusCode: 200, headers: {}, body: Readable.from([bytes]) }) };
  };
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new DynamoDBClient({
    region: 'eu-central-1',
    credentials,
    requestHandler: { handle },
    maxAttempts: 1,
  });
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  return { client, documents, units: () => units };
};

const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.integer({ min: 0, max: 3000 }).map((length) => 'ä'.repeat(length)),
);
const row = fc.record({
  line: fc.constant(2),
  id: fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 64 }),
  address: fc.integer({ min: 1, max: 200 }).map((length) => `${'a'.repeat(length)}@post.example`),
  attributes: fc.dictionary(fc.string({ unit: fc.constantFrom('ß', 'x'), maxLength: 60 }), text, { maxKeys: 12 }),
  optedOut: fc.boolean(),
  quarantined: fc.option(fc.constantFrom('userUnknown', '5.1.1'), { nil: undefined }),
});

test('no row takes more write units than are counted for it, of somebody new or known', async () => {
  await fc.assert(
    fc.asyncProperty(row, fc.boolean(), async (drawn, isKnown) => {
      const one = drawn as ImportedRow;
      const { id, address } = one;
      const before = { id, address, lists: ['other'], attributes: { city: 'Aachen' }, importedAt: now };
      const overlay = { list: 'garden', address, attributes: one.attributes, importedAt: now };
      const then = { ...before, optedOut: { at: now, source: 'import' as const } };
      const item = { ...profileItem(then), 'i#1': overlay, revision: 1 };
      const after = marshall(item, { removeUndefinedValues: true }) as Item;
      const { client, documents, units } = counting(isKnown ? before : undefined, after);
      const objects = new Map([[rowsKey('i', 0), JSON.stringify([one])]]);
      const ports = {
        profiles: { ...profilesIn(documents, 't'), ...importedProfilesIn(client, 't', documents) },
        imports: { commit: async () => true, settled: async () => {}, giveUp: async () => true },
        content: {
          get: async (key: string) => objects.get(key),
          put: async (key: string, body: string) => void objects.set(key, body),
        },
        names: nameIndexIn(client, 't', documents),
        mappings: { of: async () => [] },
        idOf: () => 'another',
        clock: () => Date.parse(now),
        reportFailure: (_id: string, failure: unknown) => {
          throw failure;
        },
      };
      const record = {
        id: 'i',
        number: 1,
        list: 'garden',
        rows: 1,
        chunks: 1,
        importedAt: now,
        state: 'open' as const,
      };
      expect(await writeImport(ports as never, record)).toEqual([]);
      // That the feed of the day is spread is said once.
      const said = one.optedOut ? 1 : 0;
      expect(units() - said).toBeLessThanOrEqual(writeUnitsOf(one));
      // Of somebody known both indexes may stay, and a profile just below 1 KB may be taken for one above: four for one.
      expect(writeUnitsOf(one)).toBeLessThanOrEqual(4 * units());
    }),
    { numRuns: 100 },
  );
});
