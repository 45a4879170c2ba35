import { addressKey } from '../../domain/model/address.ts';
import { copyOptOuts, optOutPerson, type OptOutPersonPorts } from '../../domain/model/opt-out.ts';
import { moveAddressStatus, quarantinedFor } from '../../domain/model/quarantine.ts';
import { WrittenChunk, writtenKey, type ImportRecord, type RowToSettle } from '../../domain/model/profile-import.ts';
import type { ImportedProfiles } from '../../domain/audience/ports/imported-profiles.ts';
import type { Imports } from '../../domain/audience/ports/imports.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';

export type SettlePorts = {
  profiles: ImportedProfiles &
    OptOutPersonPorts &
    Pick<Profiles, 'addressOptOuts' | 'addressStatus' | 'replaceAddressStatus' | 'forgetAddressStatus'>;
  imports: Pick<Imports, 'settled'>;
  content: Pick<ContentStore, 'get'>;
  clock: Clock;
};

type Row = { ports: SettlePorts; record: ImportRecord; row: RowToSettle };

/** The way of every opt-out: who came back since the import began stays, and running sends hear of it. */
const settleOptOut = async ({ ports, record, row }: Row, key: string, heardAt: string): Promise<void> => {
  const { profiles } = ports;
  const { number, importedAt: at } = record;
  const addressOptOuts = async (of: string) => profiles.addressOptOuts(of, number);
  // Whom the profile was merged into since is the same person.
  const said = { at, source: 'import', by: 'import' } as const;
  await optOutPerson({ ...profiles, addressOptOuts }, { id: row.id, key }, said, heardAt);
  if (key !== '') await profiles.unmark(number, { kind: 'optedOut', addressKey: key, at });
};

/** Of an address whose person is erased meanwhile nothing is kept. */
const settleQuarantine = async ({ ports, record, row }: Row, key: string, reason: string): Promise<void> => {
  const { profiles } = ports;
  const { number, importedAt: at } = record;
  const addressStatus = async (of: string) => profiles.addressStatus(of, number);
  await moveAddressStatus({ ...profiles, addressStatus }, key, (known) => quarantinedFor(known, at, reason));
  await profiles.unmark(number, { kind: 'quarantined', addressKey: key, at, reason });
  const profile = await profiles.get(row.id);
  if (profile?.erasedAt !== undefined) await profiles.forgetAddressStatus(key, row.id);
};

/**
 * Who has another address by now is found by that; who opted out takes the opt-outs along. From the address of the row
 * too: an import that came later may have moved the person on, and have been settled before this one.
 */
const settleMove = async ({ ports, record, row }: Row, key: string, heardAt: string): Promise<void> => {
  const { profiles } = ports;
  const profile = await profiles.get(row.id);
  const now = addressKey(profile?.address ?? '');
  if (key !== '' && now === key) await profiles.index(row.id, key);
  for (const address of [row.from ?? '', row.address])
    await copyOptOuts(profiles, { address, optedOut: profile?.optedOut }, now, heardAt);
  if (key !== '') await profiles.unmark(record.number, { kind: 'moved', addressKey: key, id: row.id });
};

const settleRow = async (one: Row): Promise<void> => {
  const { ports, row } = one;
  const key = addressKey(row.address);
  const heardAt = new Date(ports.clock()).toISOString();
  // A row without an address says no at the one that was known.
  if (row.optedOut) await settleOptOut(one, key === '' ? addressKey(row.from ?? '') : key, heardAt);
  if (row.quarantined !== undefined && key !== '') await settleQuarantine(one, key, row.quarantined);
  if (row.isMoved) await settleMove(one, key, heardAt);
};

/** Writes under way: fewer than the connections that the SDK keeps open. */
const WRITERS = 32;

const chunkOf = async ({ content }: Pick<SettlePorts, 'content'>, { id }: ImportRecord, chunk: number) => {
  const text = await content.get(writtenKey(id, chunk));
  if (text === undefined) throw new Error(`what was written of import ${id} is gone`);
  return WrittenChunk.parse(JSON.parse(text));
};

/**
 * Takes what an import that counts says of addresses to where it stands for good, and into the feed that running sends
 * read. Whoever does it again changes nothing.
 */
export const settleChunk = async (ports: SettlePorts, record: ImportRecord, chunk: number): Promise<void> => {
  const { toSettle } = await chunkOf(ports, record, chunk);
  const work = toSettle.values();
  const settler = async (): Promise<void> => {
    for (const row of work) await settleRow({ ports, record, row });
  };
  const outcomes = await Promise.allSettled(Array.from({ length: WRITERS }, settler));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
};

export const settleImport = async (ports: SettlePorts, record: ImportRecord): Promise<void> => {
  for (let chunk = 0; chunk < record.chunks; chunk += 1) await settleChunk(ports, record, chunk);
  await ports.imports.settled(record);
};
