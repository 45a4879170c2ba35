import type { ColumnMapping } from '../../domain/audience/column-mapping.ts';
import type { Rejection } from '../../domain/model/profile-import.ts';
import type { ImportRecord } from '../../domain/model/profile-import.ts';
import type { Imports } from '../../domain/audience/ports/imports.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import { giveUpImport, type CleanPorts } from './give-up-import.ts';
import { settleImport, type SettlePorts } from './settle-import.ts';
import { writeChunk, type WriteChunkPorts } from './write-chunk.ts';

export type ImportPorts = WriteChunkPorts &
  SettlePorts &
  CleanPorts & {
    profiles: Pick<Profiles, 'getMany'>;
    imports: Pick<Imports, 'begin' | 'madeBy' | 'commit' | 'settled' | 'giveUp'>;
    newId: () => string;
    /** Says nothing of the people in the file. */
    reportFailure: (importId: string, failure: unknown) => void;
  };

const now = ({ clock }: Pick<ImportPorts, 'clock'>): string => new Date(clock()).toISOString();

/** A chunk that is written is only read. */
const writeChunks = async (
  ports: WriteChunkPorts,
  record: ImportRecord,
  mapping?: ColumnMapping,
): Promise<Rejection[]> => {
  const rejections: Rejection[] = [];
  for (let chunk = 0; chunk < record.chunks; chunk += 1)
    rejections.push(...(await writeChunk(ports, record, chunk, mapping)).rejections);
  return rejections;
};

const writeAll = async (
  ports: ImportPorts,
  record: ImportRecord,
  mapping: ColumnMapping | undefined,
): Promise<Rejection[]> => {
  const rejections = await writeChunks(ports, record, mapping);
  const isCounted = await ports.imports.commit(record, record.rows - rejections.length, now(ports));
  if (!isCounted) throw new Error('the import has ended otherwise');
  return rejections;
};

/** What cannot be settled now the hourly repair settles. */
const settle = async (ports: ImportPorts, record: ImportRecord): Promise<void> => {
  try {
    await settleImport(ports, record);
  } catch (failure) {
    ports.reportFailure(record.id, failure);
  }
};

/** One that counts. Answers what was rejected of it. */
export const finishImport = async (ports: ImportPorts, record: ImportRecord): Promise<Rejection[]> => {
  const rejections = await writeChunks(ports, record);
  if (record.state === 'committed') await settle(ports, record);
  return rejections;
};

/**
 * Writes an import, lets it count, and takes what it says of addresses to its place; if that fails the hourly repair goes
 * on with it. Undefined: it could not be written, and never counts.
 * @param mapping what was said of the columns of its file
 * @throws what it failed by, when it may count: its commit got no answer
 */
export const writeImport = async (
  ports: ImportPorts,
  record: ImportRecord,
  mapping?: ColumnMapping,
): Promise<Rejection[] | undefined> => {
  let rejections: Rejection[];
  try {
    rejections = await writeAll(ports, record, mapping);
  } catch (failure) {
    ports.reportFailure(record.id, failure);
    if (await giveUpImport(ports, record)) return undefined;
    throw failure;
  }
  await settle(ports, record);
  return rejections;
};
