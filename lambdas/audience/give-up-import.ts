import { addressKey } from '../../domain/model/address.ts';
import type { ImportRecord } from '../../domain/model/profile-import.ts';
import type { ImportedProfiles } from '../../domain/audience/ports/imported-profiles.ts';
import type { Imports } from '../../domain/audience/ports/imports.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import { rowsOfChunk } from './write-chunk.ts';

export type CleanPorts = {
  profiles: Pick<ImportedProfiles, 'unmark'>;
  content: Pick<ContentStore, 'get'>;
};

export type GiveUpPorts = CleanPorts & {
  imports: Pick<Imports, 'giveUp'>;
  clock: Clock;
};

/** Deletions under way: fewer than the connections that the SDK keeps open. */
const CLEANERS = 32;

/**
 * What a chunk of an import that was given up said of quarantines has addresses in its keys, which no erasure finds
 * while the import may still be open, so it goes; its opt-outs are kept by digests, and nobody looks at them.
 */
export const cleanChunk = async (ports: CleanPorts, record: ImportRecord, chunk: number): Promise<void> => {
  const { profiles } = ports;
  const { number, importedAt: at } = record;
  const work = (await rowsOfChunk(ports, record, chunk)).values();
  const cleaner = async (): Promise<void> => {
    for (const { address, quarantined: reason } of work) {
      const key = addressKey(address);
      if (reason !== undefined && key !== '')
        await profiles.unmark(number, { kind: 'quarantined', addressKey: key, at, reason });
    }
  };
  await Promise.all(Array.from({ length: CLEANERS }, cleaner));
};

/** The import never counts, and what it said of quarantines goes. False: it ended otherwise. */
export const giveUpImport = async (ports: GiveUpPorts, record: ImportRecord): Promise<boolean> => {
  if (!(await ports.imports.giveUp(record, new Date(ports.clock()).toISOString()))) return false;
  for (let chunk = 0; chunk < record.chunks; chunk += 1) await cleanChunk(ports, record, chunk);
  return true;
};
