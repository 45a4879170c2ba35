import { addressKey } from '../../domain/model/address.ts';
import type { ImportRecord } from '../../domain/model/profile-import.ts';
import type { ImportedProfiles } from '../../domain/audience/ports/imported-profiles.ts';
import { saidIn } from '../../domain/audience/name-index.ts';
import type { Imports } from '../../domain/audience/ports/imports.ts';
import type { NameIndex } from '../../domain/audience/ports/name-index.ts';
import type { StoredProfile } from '../../domain/model/stored-profile.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import { ROWS_AT_ONCE, rowsOfChunk } from './write-chunk.ts';

export type CleanPorts = {
  profiles: Pick<ImportedProfiles, 'unmark' | 'stored'>;
  names: Pick<NameIndex, 'drop'>;
  content: Pick<ContentStore, 'get'>;
};

export type GiveUpPorts = CleanPorts & {
  imports: Pick<Imports, 'giveUp'>;
  clock: Clock;
};

/** Deletions under way: fewer than the connections that the SDK keeps open. */
const CLEANERS = 32;
/** Reads of a hundred profiles under way. */
const READERS = 8;

type Place = { list: string; part: string };

/** Where the index of names may have something of it: each profile that it wrote says so itself. */
const placesOf = async ({ profiles }: CleanPorts, number: number, ids: readonly string[]): Promise<Place[]> => {
  const places = new Map<string, Place>();
  const take = (stored: StoredProfile | 'unreadable'): void => {
    if (stored === 'unreadable' || !stored.overlays.some(([other]) => other === number)) return;
    const parts = stored.nameParts?.split(' ') ?? [];
    for (const list of saidIn(stored).lists) for (const part of parts) places.set(`${list} ${part}`, { list, part });
  };
  const starts = Array.from({ length: Math.ceil(ids.length / ROWS_AT_ONCE) }, (_, index) => index * ROWS_AT_ONCE);
  const work = starts.values();
  const reader = async (): Promise<void> => {
    for (const start of work)
      for (const stored of (await profiles.stored(ids.slice(start, start + ROWS_AT_ONCE))).values()) take(stored);
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return [...places.values()];
};

/**
 * What a chunk of an import that was given up said of quarantines has addresses in its keys, which no erasure finds
 * while the import may still be open, so it goes; its opt-outs are kept by digests, and nobody looks at them. Its names
 * go too, which nobody would find there.
 */
export const cleanChunk = async (ports: CleanPorts, record: ImportRecord, chunk: number): Promise<void> => {
  const { profiles, names } = ports;
  const { number, importedAt: at } = record;
  const rows = await rowsOfChunk(ports, record, chunk);
  const places = await placesOf(
    ports,
    number,
    rows.map(({ id }) => id),
  );
  const work = rows.values();
  const cleaner = async (): Promise<void> => {
    for (const { address, quarantined: reason } of work) {
      const key = addressKey(address);
      if (reason !== undefined && key !== '')
        await profiles.unmark(number, { kind: 'quarantined', addressKey: key, at, reason });
    }
  };
  await Promise.all(Array.from({ length: CLEANERS }, cleaner));
  const left = places.values();
  const dropper = async (): Promise<void> => {
    for (const place of left) await names.drop(number, chunk, place);
  };
  await Promise.all(Array.from({ length: CLEANERS }, dropper));
};

/** The import never counts, and what it said of quarantines goes. False: it ended otherwise. */
export const giveUpImport = async (ports: GiveUpPorts, record: ImportRecord): Promise<boolean> => {
  if (!(await ports.imports.giveUp(record, new Date(ports.clock()).toISOString()))) return false;
  for (let chunk = 0; chunk < record.chunks; chunk += 1) await cleanChunk(ports, record, chunk);
  return true;
};
