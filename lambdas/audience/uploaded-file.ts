import { isArchive, kindOf } from '../../domain/audience/file-kind.ts';
import type { StartedWith } from '../../domain/audience/import-job.ts';
import { MAX_FILE_BYTES, MAX_WORKBOOK_BYTES } from '../../domain/audience/import-limits.ts';
import type { Uploads } from '../../domain/audience/ports/uploads.ts';
import { sourceOf, type TableSource } from './judge-table.ts';
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

/** The table in an uploaded file: one that fits into a request is read as one that came in it, and a workbook as a whole. */
export const uploadedTable = async (file: FileAt, as: StartedWith, heard: Heard): Promise<TableSource> => {
  const { uploads, key, bytes } = file;
  const beginning = await uploads.read(key, 0, Math.min(bytes, MAX_FILE_BYTES));
  if (bytes <= MAX_FILE_BYTES) return sourceOf(await readTable(beginning, as));
  if (isArchive(beginning) && bytes <= MAX_WORKBOOK_BYTES)
    return sourceOf(await readTable(await uploads.read(key, 0, bytes), as, MAX_WORKBOOK_BYTES));
  refuseNoText(kindOf(beginning));
  return readStream(piecesOf(file, heard), as.encoding);
};
