import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { importedProfilesIn } from '../../../lambdas/adapters/dynamodb/imported-profiles.ts';
import { profilesIn } from '../../../lambdas/adapters/dynamodb/profiles.ts';
import { MemoryDynamoDb } from './memory-dynamodb.ts';

let database: MemoryDynamoDb;
beforeAll(async () => {
  database = await MemoryDynamoDb.start();
});
afterAll(() => database.stop());

type Item = { pk: string; sk: string };

/** The table, without transactions: the lines of the feed are put one by one, everything else is let be. */
const watched = () => {
  const lines: Item[] = [];
  const announced: Item[] = [];
  let queries = 0;
  const put = async (Item: Item): Promise<void> => {
    await database.documents.send(new PutCommand({ TableName: database.table, Item }));
  };
  const send = async (command: unknown): Promise<object> => {
    if (command instanceof TransactWriteCommand)
      for (const { Put } of command.input.TransactItems ?? []) {
        const item = Put?.Item as Item | undefined;
        if (!item?.pk.startsWith('OPTOUT#')) continue;
        lines.push(item);
        await put(item);
      }
    if (command instanceof PutCommand) {
      announced.push(command.input.Item as Item);
      return database.documents.send(command);
    }
    if (command instanceof QueryCommand) {
      queries += 1;
      return database.documents.send(command);
    }
    return {};
  };
  const documents = Object.assign(Object.create(database.documents) as DynamoDBDocumentClient, { send });
  return { documents, lines, announced, asked: () => queries };
};

const many = async (documents: DynamoDBDocumentClient) => ({
  ...profilesIn(documents, database.table),
  ...importedProfilesIn({ config: {} } as DynamoDBClient, database.table, documents),
});

const saidAt = (at: string) => ({ at, source: 'import' as const, by: 'import' });

test('who left a topic is heard of by runs about it, and who left all mails by every run', async () => {
  const { documents } = watched();
  const profiles = profilesIn(documents, database.table);
  const at = '2031-05-05T10:00:00.000Z';
  const said = saidAt(at);
  const standing = { news: [{ ...said, topic: 'news' }], both: [{ ...said, topic: 'news' }, said] };
  for (const [addressKey, all] of Object.entries(standing))
    await profiles.replaceAddressOptOuts({ addressKey, standing: all }, at);
  const heard = async (topic?: string) => {
    const { addresses } = await profiles.optedOutSince(at, at, topic);
    return Object.keys(standing).filter((key) => addresses.has(key));
  };
  expect([await heard('news'), await heard('offers'), await heard()]).toEqual([['news', 'both'], ['both'], ['both']]);
});

describe('the feed of opt-outs', () => {
  test('an import spreads its lines: no partition gets more than it can write', async () => {
    const { documents, lines, announced } = watched();
    const profiles = await many(documents);
    const at = '2026-11-24T10:00:00.000Z';
    for (let row = 0; row < 500; row += 1) {
      await profiles.optOut(`p${row}`, at, 'import', at);
      const addressKey = `p${row}@post.example`;
      await profiles.replaceAddressOptOuts({ addressKey, standing: [saidAt(at)] }, at);
    }
    const partitions = [...Map.groupBy(lines, ({ pk }) => pk).values()].map(({ length }) => length);
    expect(lines).toHaveLength(1000);
    expect(Math.max(...partitions)).toBeLessThan(120);
    // Said once, not once for each row.
    expect(announced).toHaveLength(1);
  });

  const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'];
  const time = fc
    .tuple(fc.constantFrom(...days), fc.integer({ min: 0, max: 86_399_999 }))
    .map(([day, ms]) => new Date(Date.parse(day) + ms).toISOString());
  const optOut = fc.record({ at: time, isImport: fc.boolean(), isAddress: fc.boolean() });

  test('whoever opted out since is heard of, by whatever way, and a day without an import costs one question', async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(optOut, { maxLength: 8 }), time, async (all, since) => {
        round += 1;
        // Of another year in each round: the table keeps what was in it.
        const ofRound = (at: string): string => at.replace('2026', String(3000 + round));
        const { documents, asked } = watched();
        const [one, bulk] = [profilesIn(documents, database.table), await many(documents)];
        for (const [index, { at, isImport, isAddress }] of all.entries()) {
          const profiles = isImport ? bulk : one;
          const said = saidAt(ofRound(at));
          if (isAddress) await profiles.replaceAddressOptOuts({ addressKey: `k${index}`, standing: [said] }, said.at);
          else await profiles.optOut(`p${index}`, said.at, 'import', said.at);
        }
        const heard = await one.optedOutSince(ofRound(since), ofRound('2026-11-26T23:59:59.999Z'));
        for (const [index, { at, isAddress }] of all.entries())
          expect(isAddress ? heard.addresses.has(`k${index}`) : heard.profiles.has(`p${index}`)).toBe(at >= since);
        expect(heard.profiles.size + heard.addresses.size).toBe(all.filter(({ at }) => at >= since).length);
        const asks = days.filter((day) => day >= since.slice(0, 10));
        const imported = new Set(all.filter(({ isImport }) => isImport).map(({ at }) => at.slice(0, 10)));
        expect(asked()).toBe(asks.reduce((sum, day) => sum + (imported.has(day) ? 17 : 1), 0));
      }),
      { numRuns: 40 },
    );
  });
});
