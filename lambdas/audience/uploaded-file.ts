import { isArchive, kindOf } from '../../domain/audience/file-kind.ts';
import type { StartedWith } from '../../domain/audience/import-job.ts';
import { LOOKED_ROWS, MAX_FILE_BYTES, MAX_WORKBOOK_BYTES } from '../../domain/audience/import-limits.ts';
import type { Uploads } from '../../domain/audience/ports/uploads.ts';
import { sourceOf, type TableSource } from './judge-table.ts';
import type { ReadAs, Table } from './read-csv.ts';
import { readStream, type FilePieces } from './read-stream.ts';
import { readTable, refuseNoText } from './read-table.ts';

/** Fetched at once; a stream that is read slowly would be broken off by S3. */
const FETCH = 8 * 1024 * 1024;
/** Handed on at once, so that few rows are in memory. */
const PIECE = 128 * 1024;

export type FileAt = { uploads: Pick<Uploads, 'read'>; key: string; bytes: number };

/** Says before each piece how many bytes are handed on with it. */
export type Heard = (bytes: number) => Promise<void>;

/** The next bytes are on their way while these are read. */
const piecesOf = ({ uploads, key, bytes }: FileAt, heard: Heard): FilePieces => {
  const fetched = async (start: number) => uploads.read(key, start, Math.min(bytes, start + FETCH));
  return async function* pieces() {
    let coming = fetched(0);
    for (let start = 0; start < bytes; start += FETCH) {
      const block = await coming;
      if (start + FETCH < bytes) {
        coming = fetched(start + FETCH);
        // Whoever stops reading leaves it behind.
        coming.catch(() => undefined);
      }
      for (let at = 0; at < block.length; at += PIECE) {
        const piece = block.subarray(at, at + PIECE);
        await heard(piece.length);
        yield piece;
      }
    }
  };
};

/** The file as a whole, where it is read as a whole. */
const wholeOf = async ({ uploads, key, bytes }: FileAt, beginning: Uint8Array): Promise<Uint8Array | undefined> => {
  if (bytes <= MAX_FILE_BYTES) return beginning;
  if (isArchive(beginning) && bytes <= MAX_WORKBOOK_BYTES) return uploads.read(key, 0, bytes);
  refuseNoText(kindOf(beginning));
  return undefined;
};

const beginningOf = async ({ uploads, key, bytes }: FileAt): Promise<Uint8Array> =>
  uploads.read(key, 0, Math.min(bytes, MAX_FILE_BYTES));

/** What is looked at before it is imported: the first rows of a table. */
export const uploadedBeginning = async (file: FileAt, as: Omit<ReadAs, 'isPart'>): Promise<Table> => {
  const beginning = await beginningOf(file);
  const whole = await wholeOf(file, beginning);
  const table = whole
    ? await readTable(whole, as, MAX_WORKBOOK_BYTES)
    : await readTable(beginning, { ...as, isPart: true });
  return { ...table, lines: table.lines.slice(0, LOOKED_ROWS) };
};

/** The table in an uploaded file: one that fits into a request is read as one that came in it, and a workbook as a whole. */
export const uploadedTable = async (file: FileAt, as: StartedWith, heard: Heard): Promise<TableSource> => {
  const whole = await wholeOf(file, await beginningOf(file));
  return whole
    ? sourceOf(await readTable(whole, as, MAX_WORKBOOK_BYTES))
    : readStream(piecesOf(file, heard), as.encoding);
};
