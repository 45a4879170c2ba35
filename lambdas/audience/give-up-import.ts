import { addressKey } from '../../domain/model/address.ts';
import type { ImportedRow, ImportRecord } from '../../domain/model/profile-import.ts';
import type { ImportedProfiles } from '../../domain/audience/ports/imported-profiles.ts';
import type { Imports } from '../../domain/audience/ports/imports.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import { rowsOfChunk } from './write-chunk.ts';

export type GiveUpPorts = {
  profiles: Pick<ImportedProfiles, 'unmark'>;
  imports: Pick<Imports, 'giveUp'>;
  content: Pick<ContentStore, 'get'>;
  clock: Clock;
};

/** Deletions under way: fewer than the connections that the SDK keeps open. */
const CLEANERS = 32;

const unmarkQuarantines = async (
  { profiles }: GiveUpPorts,
  { number, importedAt: at }: ImportRecord,
  rows: readonly ImportedRow[],
): Promise<void> => {
  const work = rows.values();
  const cleaner = async (): Promise<void> => {
    for (const { address, quarantined: reason } of work) {
      const key = addressKey(address);
      if (reason !== undefined && key !== '')
        await profiles.unmark(number, { kind: 'quarantined', addressKey: key, at, reason });
    }
  };
  await Promise.all(Array.from({ length: CLEANERS }, cleaner));
};

/**
 * The import never counts. What it said of quarantines has addresses in its keys, which no erasure finds while the
 * import may still be open, so it goes; its opt-outs are kept by digests, and nobody looks at them. False: it ended
 * otherwise.
 */
export const giveUpImport = async (ports: GiveUpPorts, record: ImportRecord): Promise<boolean> => {
  if (!(await ports.imports.giveUp(record, new Date(ports.clock()).toISOString()))) return false;
  for (let chunk = 0; chunk < record.chunks; chunk += 1)
    await unmarkQuarantines(ports, record, await rowsOfChunk(ports, record, chunk));
  return true;
};
