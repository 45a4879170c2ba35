import { expect, test } from '@jest/globals';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { ImportedRow, ImportRecord } from '../../domain/model/profile-import.ts';
import { rowsKey, writtenKey } from '../../domain/model/profile-import.ts';
import type { Profile } from '../../domain/model/profile.ts';
import { importedProfilesIn } from '../../lambdas/adapters/dynamodb/imported-profiles.ts';
import { importsIn } from '../../lambdas/adapters/dynamodb/imports.ts';
import { listsIn } from '../../lambdas/adapters/dynamodb/lists.ts';
import { nameIndexIn } from '../../lambdas/adapters/dynamodb/name-index.ts';
import { profileKey, shortHash } from '../../lambdas/adapters/dynamodb/profile-item.ts';
import { profilesIn } from '../../lambdas/adapters/dynamodb/profiles.ts';
import { settleImport } from '../../lambdas/audience/settle-import.ts';
import { namePeople } from '../../lambdas/audience/name-people.ts';
import { writeChunk } from '../../lambdas/audience/write-chunk.ts';
import { documents, dynamoDb, fresh, outputs } from './local-aws.ts';

const clock = Date.now;
const objects = new Map<string, string>();
const ports = {
  profiles: {
    ...profilesIn(documents, outputs.ProfilesTable),
    ...importedProfilesIn(dynamoDb, outputs.ProfilesTable, documents),
  },
  imports: importsIn(documents, { profiles: outputs.ProfilesTable, campaigns: outputs.CampaignsTable }, clock),
  lists: listsIn(documents, outputs.CampaignsTable),
  content: {
    get: async (key: string) => objects.get(key),
    put: async (key: string, body: string) => void objects.set(key, body),
  },
  names: nameIndexIn(dynamoDb, outputs.ProfilesTable, documents),
  mappings: { of: async () => [] },
  idOf: shortHash,
  clock,
};
const { profiles, imports } = ports;
const now = (): string => new Date(clock()).toISOString();

const rowOf = (id: string, differently: Partial<ImportedRow> = {}): ImportedRow => ({
  line: 2,
  id,
  address: `${id}@reader.example`,
  attributes: { city: 'Köln' },
  optedOut: false,
  ...differently,
});

const written = async (list: string, rows: ImportedRow[]): Promise<ImportRecord> => {
  const id = fresh('i');
  objects.set(rowsKey(id, 0), JSON.stringify(rows));
  const record = await imports.begin({ id, list, rows: rows.length, chunks: 1, importedAt: now() });
  await writeChunk(ports, record, 0);
  return record;
};

const counting = async (record: ImportRecord): Promise<void> => {
  expect(await imports.commit(record, record.rows, now())).toBe(true);
  await settleImport(ports, record);
};

const inList = async (list: string, snapshot?: Parameters<typeof profiles.inList>[2]): Promise<Profile[]> => {
  const found: Profile[] = [];
  for await (const { items } of profiles.inList(list, undefined, snapshot)) found.push(...items);
  return found;
};

const stored = async (id: string): Promise<Record<string, unknown>> =>
  (await documents.send(new GetCommand({ TableName: outputs.ProfilesTable, Key: profileKey(id) }))).Item ?? {};

test('two imports at once are each seen whole or not at all, also by whoever began to look before', async () => {
  const [one, other] = [fresh('l').slice(0, 30), fresh('m').slice(0, 30)];
  const ids = Array.from({ length: 260 }, () => fresh('p'));
  const first = await written(
    one,
    ids.map((id) => rowOf(id)),
  );
  const second = await written(
    other,
    ids.map((id) => rowOf(id, { attributes: { team: 'red' } })),
  );
  expect([await inList(one), await inList(other)]).toEqual([[], []]);
  expect(await profiles.get(ids[0] ?? '')).toBeUndefined();
  expect(await profiles.findByAddress(`${ids[0]}@reader.example`)).toEqual([]);
  await counting(second);
  const before = await profiles.snapshot();
  expect((await inList(other)).map(({ attributes }) => attributes)).toEqual(ids.map(() => ({ team: 'red' })));
  expect(await inList(one)).toEqual([]);
  await counting(first);
  expect(await inList(one, before)).toEqual([]);
  expect(await inList(one)).toHaveLength(ids.length);
  expect(await profiles.get(ids[7] ?? '')).toMatchObject({
    lists: [one, other],
    attributes: { city: 'Köln', team: 'red' },
  });
  expect((await ports.lists.listed()).items).toContainEqual(expect.objectContaining({ name: one, profiles: 260 }));
  // The same file again writes nothing.
  const third = await written(
    one,
    ids.map((id) => rowOf(id)),
  );
  expect(await stored(ids[7] ?? '')).not.toHaveProperty(`i#${third.number}`);
  await counting(third);
});

test('an import that was given up never counts, however late it is committed', async () => {
  const list = fresh('l').slice(0, 30);
  const record = await written(list, [rowOf(fresh('p'))]);
  expect(await imports.unfinished()).toContainEqual(record);
  expect([await imports.giveUp(record, now()), await imports.giveUp(record, now())]).toEqual([true, false]);
  expect(await imports.commit(record, 1, now())).toBe(false);
  expect(await inList(list)).toEqual([]);
  expect((await ports.lists.givenUpListed()).items).toContainEqual(expect.objectContaining({ list, written: 0 }));
});

test('opt-outs and quarantines of a file hold for their addresses from its commit on, and stand at their places when it is settled', async () => {
  const list = fresh('l').slice(0, 30);
  const [out, bad] = [fresh('p'), fresh('p')];
  const rows = [rowOf(out, { optedOut: true }), rowOf(bad, { quarantined: 'userUnknown' })];
  const keys = [`${out}@reader.example`, `${bad}@reader.example`] as const;
  const record = await written(list, rows);
  const seen = async () => [
    (await profiles.optedOutAddresses()).has(keys[0]),
    (await profiles.addressOptOuts(keys[0]))?.standing.length ?? 0,
    (await profiles.quarantined()).has(keys[1]),
    (await profiles.addressStatus(keys[1]))?.quarantine?.reason,
    (await profiles.get(out))?.optedOut?.source,
  ];
  expect(await seen()).toEqual([false, 0, false, undefined, undefined]);
  expect(await imports.commit(record, 2, now())).toBe(true);
  expect(await seen()).toEqual([true, 1, true, 'userUnknown', 'import']);
  expect((await profiles.optedOutSince(record.importedAt, now())).profiles.has(out)).toBe(false);
  for (const _repeat of [1, 2]) await settleImport(ports, record);
  expect(await seen()).toEqual([true, 1, true, 'userUnknown', 'import']);
  const heard = await profiles.optedOutSince(record.importedAt, now());
  expect([heard.profiles.has(out), heard.addresses.has(keys[0])]).toEqual([true, true]);
  expect((await profiles.snapshot()).settling).not.toContain(record.number);
});

test('who gets another address is found under the old one until the import counts, and under the new one from then on', async () => {
  const list = fresh('l').slice(0, 30);
  const id = fresh('p');
  await counting(await written(list, [rowOf(id)]));
  const moved = `${id}@moved.example`;
  const record = await written(list, [rowOf(id, { address: moved })]);
  const found = async () =>
    Promise.all([`${id}@reader.example`, moved].map(async (key) => (await profiles.findByAddress(key)).length));
  expect(await found()).toEqual([1, 0]);
  expect(await imports.commit(record, 1, now())).toBe(true);
  expect(await found()).toEqual([0, 1]);
  await settleImport(ports, record);
  expect(await found()).toEqual([0, 1]);
  // Whose id follows from the address has no entry in the index, and is found all the same.
  const key = `${fresh('q')}@reader.example`;
  await counting(await written(list, [rowOf(shortHash(key), { address: key })]));
  expect(await stored(shortHash(key))).not.toHaveProperty('addressKey');
  expect(await profiles.findByAddress(key)).toHaveLength(1);
});

test('an erasure leaves nothing of an import that is being written, and no late write brings anything back', async () => {
  const list = fresh('l').slice(0, 30);
  const id = fresh('p');
  await counting(await written(list, [rowOf(id)]));
  const record = await written(list, [rowOf(id, { attributes: { city: 'Bonn' }, address: `${id}@moved.example` })]);
  const left = { id, address: '', lists: [], attributes: {}, importedAt: now(), erasedAt: now() };
  expect(await profiles.erase(left, `${id}@other.example`)).toBe(false);
  expect(await profiles.erase(left, `${id}@reader.example`)).toBe(true);
  // The first worker died before it wrote down what became of its chunk, and another one begins it anew.
  objects.delete(writtenKey(record.id, 0));
  const { rejections } = await writeChunk(ports, record, 0);
  expect(rejections).toMatchObject([{ code: 'erased' }]);
  await counting(record);
  expect(await profiles.get(id)).toEqual(left);
  expect(await profiles.findByAddress(`${id}@moved.example`)).toEqual([]);
});

test('a row that no item has room for is rejected, and the others are written', async () => {
  const list = fresh('l').slice(0, 30);
  const [poisoned, fine] = [fresh('p'), fresh('p')];
  const id = fresh('i');
  const rows = [rowOf(poisoned, { attributes: { note: 'y'.repeat(420_000) } }), rowOf(fine)];
  objects.set(rowsKey(id, 0), JSON.stringify(rows));
  const record = await imports.begin({ id, list, rows: 2, chunks: 1, importedAt: now() });
  expect(await writeChunk(ports, record, 0)).toMatchObject({
    written: 1,
    rejections: [{ line: 2, code: 'notStored' }],
  });
  await counting(record);
  expect((await inList(list)).map((profile) => profile.id)).toEqual([fine]);
});

test('what is folded goes into the base, on the condition that nobody wrote it since', async () => {
  const list = fresh('l').slice(0, 30);
  const id = fresh('p');
  const record = await written(list, [rowOf(id)]);
  const overlay = { list, address: `${id}@reader.example`, attributes: { city: 'Bonn' }, importedAt: now() };
  const base = {
    address: overlay.address,
    lists: [list],
    attributes: { city: 'Köln' },
    importedAt: record.importedAt,
    asOf: record.number,
  };
  const lay = {
    kind: 'lay' as const,
    id,
    overlay,
    lists: [list],
    revision: 1,
    folded: { dropped: [record.number], base },
  };
  const next = record.number + 1_000_000;
  expect(await profiles.write(next, [{ ...lay, revision: 7 }])).toEqual(['again']);
  expect(await profiles.write(next, [lay])).toEqual(['done']);
  expect(await stored(id)).toMatchObject({ doc: { id, ...base }, [`i#${next}`]: overlay, revision: 2 });
  expect(await stored(id)).not.toHaveProperty(`i#${record.number}`);
  await imports.giveUp(record, now());
});

const foundBy = async (list: string | undefined, word: string): Promise<string[]> => {
  const ids: string[] = [];
  for await (const one of ports.names.find(list, word)) ids.push(...one.ids);
  return ids.toSorted();
};

test('names of an import, and of people who are written by themselves, are found by their beginnings until they are erased', async () => {
  const list = fresh('l').slice(0, 30);
  const ids = Array.from({ length: 3 }, () => fresh('p')).toSorted();
  const [first = '', second = '', third = ''] = ids;
  const names = ['Lüdenscheidt', 'Ludwig', 'Ott'];
  const rows = ids.map((id, index) => rowOf(id, { attributes: { last_name: names[index] ?? '' } }));
  const record = await written(list, rows);
  expect([await foundBy(list, 'lud'), await foundBy(list, 'ludw')]).toEqual([[first, second], [second]]);
  await counting(record);
  expect(await stored(first)).toMatchObject({ named: record.number, nameParts: 'lu' });
  // The same file again leaves the index as it is.
  await counting(await written(list, rows));
  expect(await foundBy(list, 'lud')).toEqual([first, second]);
  const changed = {
    kind: 'lay' as const,
    id: third,
    revision: 1,
    lists: [list],
    folded: undefined,
    overlay: { attributes: { last_name: 'Lutz' }, importedAt: now() },
    names: { named: null, parts: 'ot lu' },
  };
  expect(await profiles.write(record.number + 0.5, [changed])).toEqual(['done']);
  expect(await stored(third)).not.toHaveProperty('named');
  for (const _repeat of [1, 2]) await namePeople(ports, [third]);
  expect(await stored(third)).toMatchObject({ nameParts: 'ot lu', revision: 2 });
  expect([await foundBy(list, 'lutz'), await foundBy(list, 'ott')]).toEqual([[third], [third, third]]);
  expect(await foundBy(undefined, 'lutz')).toEqual(expect.arrayContaining([third]));
  const stale = { id: third, revision: 1, named: 1, parts: 'lu' };
  expect(await ports.names.name(stale, [{ list, word: 'luna', id: third }])).toBe(false);
  for (const id of [second, third]) {
    const left = { id, address: '', lists: [], attributes: {}, importedAt: now(), erasedAt: now() };
    expect(await profiles.erase(left, `${id}@reader.example`)).toBe(true);
    expect(await stored(id)).not.toHaveProperty('nameParts');
  }
  expect([await foundBy(list, 'lu'), await foundBy(list, 'ott')]).toEqual([[first], []]);
  // A worker that wrote them before comes late.
  await ports.names.keep(record.number, 0, [
    { list, word: 'ludwig', id: second },
    { list, word: 'lutz', id: first },
  ]);
  expect(await foundBy(list, 'lu')).toEqual([first, first]);
  await ports.names.drop(record.number, 0, { list, part: 'lu' });
  expect(await foundBy(list, 'lu')).toEqual([]);
});
