import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rowsKey, type ImportedRow } from '../../../domain/model/profile-import.ts';
import type { TrackingChoice } from '../../../domain/model/tracking-consent.ts';
import { writeChunk } from '../../../lambdas/audience/write-chunk.ts';
import { open } from './import-gate.ts';
import { ImportWorld } from './import-world.ts';

type Said = (TrackingChoice | undefined)[] | { cause: string | undefined };

/** What an import with one more column says of each person's consent to tracking. */
const saidBy = async (header: string, cells: readonly string[], as?: 'tracking' | 'trackingOptOut'): Promise<Said> => {
  const world = new ImportWorld();
  const rows = cells.map((cell, index) => `p${index},p${index}@post.example,"${cell}"`);
  const csv = Buffer.from([`id,email,"${header}"`, ...rows].join('\n'));
  try {
    await world.send(csv, as ? { mapping: [{ header, as }] } : {});
  } catch (error) {
    expect(world.writes).toBe(0);
    return { cause: (error as { cause?: string }).cause };
  }
  return cells.map((_, index) => world.profiles.get(`p${index}`)?.tracking?.choice);
};

describe('given, refused, nothing', () => {
  test.each([
    ['tracking_consent', 'yes', 'no', ''],
    ['Tracking consent', 'TRUE', 'FALSE', 'NULL'],
    ['Consent to tracking', 'granted', 'withdrawn', 'unknown'],
    ['Einwilligung Tracking', 'ja', 'nein', '–'],
    ['Trackingeinwilligung', 'erteilt', 'widerrufen', 'nicht gefragt'],
    ['Tracking erlaubt', 'x', 'abgelehnt', ''],
    ['Tracking-Zustimmung am', '02.03.2025', 'nein', ''],
    ['Consentement au suivi', 'oui', 'non', ''],
    ['Suivi autorisé', 'accepté', 'refusé', 'inconnu'],
    ['Tracking', 'ja', 'nein', ''],
    ['Öffnungsmessung', '1', '0', ''],
    ['open tracking', 'opted in', 'opted out', 'n/a'],
  ])('%s: %s, %s, %s', async (header, yes, no, blank) => {
    expect(await saidBy(header, [yes, no, blank])).toEqual(['given', 'refused', undefined]);
  });

  test.each([
    ['Tracking opt-out', 'yes', 'no'],
    ['Do not track', 'true', 'false'],
    ['kein Tracking', 'x', ''],
    ['Widerspruch Tracking', '2025-03-02', ''],
    ['Refus du suivi', 'oui', 'non'],
    ['dnt', '1', '0'],
  ])('%s: %s refuses, %s says nothing', async (header, refuses, says) => {
    expect(await saidBy(header, [refuses, says])).toEqual(['refused', undefined]);
  });
});

test.each(['Tracking', 'Suivi', 'tracking_number', 'Tracking ID', 'track', 'Order tracking', 'backtracking'])(
  '%s of a parcel is an attribute like any other',
  async (header) => {
    expect(await saidBy(header, ['1Z999AA10123456784', 'JD0002'])).toEqual([undefined, undefined]);
  },
);

test('words that nobody understands are refused before anything is written, mapped or not', async () => {
  expect(await saidBy('tracking_consent', ['yes', 'vielleicht'])).toEqual({ cause: 'optOutUnclear' });
  expect(await saidBy('Zähler', ['yes', 'vielleicht'], 'tracking')).toEqual({ cause: 'optOutUnclear' });
});

test('what is said of a column holds, whatever it is called', async () => {
  expect(await saidBy('Feld 7', ['ja', 'nein', ''], 'tracking')).toEqual(['given', 'refused', undefined]);
  expect(await saidBy('Feld 7', ['ja', 'nein', ''], 'trackingOptOut')).toEqual(['refused', undefined, undefined]);
});

const Word = fc.constantFrom('yes', 'no', '');

test('of imports the last word counts, folded or not, in every order, and no cell takes one back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ cell: Word, wait: fc.boolean() }), { minLength: 1, maxLength: 6 }),
      async (files) => {
        const world = new ImportWorld();
        let last: TrackingChoice | undefined;
        for (const { cell, wait } of files) {
          world.at += wait ? 3 * 24 * 3_600_000 : 60_000;
          await world.import(['id,email,name,tracking_consent', `a,a@post.example,${world.at},${cell}`]);
          if (cell !== '') last = cell === 'yes' ? 'given' : 'refused';
          expect(world.profiles.get('a')?.tracking?.choice).toBe(last);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test.each([
  ['the first row', [0, 1]],
  ['the row that repeats it', [1, 0]],
])('of two rows of a person the refusal holds, when %s is written first', async (_what, order) => {
  const world = new ImportWorld();
  const { imports, content, ...ports } = world.portsBehind(open);
  const row = { id: 'a', address: 'a@post.example', attributes: { city: 'Ulm' }, optedOut: false };
  const refused = { line: 3, code: 'repeated' as const, facts: {}, cause: 'x' };
  const rows: ImportedRow[][] = [
    [{ ...row, line: 2, tracking: 'given', trackingByTopic: { news: 'given' } }],
    [{ ...row, line: 3, attributes: {}, tracking: 'refused', trackingByTopic: { news: 'refused' }, refused }],
  ];
  for (const [chunk, those] of rows.entries()) await content.put(rowsKey('f', chunk), JSON.stringify(those));
  const importedAt = new Date(world.at).toISOString();
  const record = await imports.begin({ id: 'f', list: 'garden', rows: 2, chunks: 2, importedAt });
  for (const chunk of order) await writeChunk({ ...ports, content }, record, chunk);
  await imports.commit(record, 1, importedAt);
  const { address, lists, attributes, tracking, trackingByTopic } = world.profiles.get('a') ?? {};
  expect({ address, lists, attributes }).toEqual({
    address: 'a@post.example',
    lists: ['garden'],
    attributes: { city: 'Ulm' },
  });
  expect([tracking?.choice, trackingByTopic?.['news']?.choice]).toEqual(['refused', 'refused']);
  // By which a search finds them.
  expect(world.stored.get('a')?.addressKey).toBe('a@post.example');
});
