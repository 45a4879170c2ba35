import { expect, test } from '@jest/globals';
import { Readable } from 'node:stream';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { HttpResponse, type HttpRequest } from '@smithy/core/protocols';
import fc from 'fast-check';
import { writeUnitsOf } from '../../../domain/audience/import-cost.ts';
import type { ImportedRow } from '../../../domain/model/profile-import.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import { importedProfilesIn } from '../../../lambdas/adapters/dynamodb/imported-profiles.ts';
import { profileItem } from '../../../lambdas/adapters/dynamodb/profile-item.ts';
import { profilesIn } from '../../../lambdas/adapters/dynamodb/profiles.ts';
import { writeImport } from '../../../lambdas/audience/write-import.ts';
import { now } from '../../domain/samples.ts';

type Value = { S?: string; M?: Record<string, Value>; L?: Value[] };
type Item = Record<string, Value>;
type Write = { Item?: Item; UpdateExpression?: string };
type Asked = Write & { TransactItems?: { Put?: Write; Update?: Write }[] };

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
const sizeOf = ({ S, M, L }: Value): number => {
  if (S !== undefined) return Buffer.byteLength(S);
  if (M)
    return 3 + Object.entries(M).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + 1 + sizeOf(value), 0);
  return L ? 3 + L.reduce((sum, value) => sum + 1 + sizeOf(value), 0) : 21;
};

const indexes = ['addressKey', 'quarantine'];

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
  const answerTo = (target: string, asked: Asked): object => {
    const found = known && { Item: marshall(profileItem(known), { removeUndefinedValues: true }) };
    if (target === 'BatchGetItem') return { Responses: { t: found ? [found.Item] : [] } };
    if (target === 'PutItem' || target === 'UpdateItem') units += unitsOf(asked);
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
      const then = {
        ...before,
        attributes: one.attributes,
        lists: ['other', 'garden'],
        optedOut: { at: now, source: 'import' as const },
      };
      const after = marshall(profileItem(then), { removeUndefinedValues: true }) as Item;
      const { client, documents, units } = counting(isKnown ? before : undefined, after);
      const ports = {
        profiles: { ...profilesIn(documents, 't'), ...importedProfilesIn(client, 't', documents) },
        lists: { finish: async () => {} },
        content: { get: async () => JSON.stringify([one]) },
        clock: () => Date.parse(now),
      };
      const pending = { id: 'i', list: 'garden', rows: 1, importedAt: now, tries: 1 };
      expect(await writeImport(ports as never, pending)).toMatchObject({ written: 1 });
      // That the feed of the day is spread is said once.
      const said = one.optedOut ? 1 : 0;
      expect(units() - said).toBeLessThanOrEqual(writeUnitsOf(one));
      expect(writeUnitsOf(one)).toBeLessThanOrEqual(3 * units());
    }),
    { numRuns: 300 },
  );
});
