import { Problem } from '../http/problem.ts';
import type { ImportJobState } from './import-job.ts';

/** How to go on with a file that does not fit into one request. */
export const BY_UPLOAD =
  'Nothing of it was imported. Upload it in parts, which takes files of up to 1 GB: POST /profiles/imports/uploads says where to (docs/import.md).';

export const importGivenUp = (rows: number): Problem =>
  new Problem(
    'conflict',
    `The import was given up: none of its ${rows} rows counts, the list is what it was.`,
    'Import the file again; if it is given up again, ask the operator to look at the log.',
    { cause: 'importGivenUp', rows },
  );

export const fileTooLarge = (bytes: number, maxBytes: number, mend: string): Problem =>
  new Problem('too-large', `The file has ${bytes} bytes; at most ${maxBytes} fit.`, mend, {
    cause: 'fileTooLarge',
    bytes,
    maxBytes,
  });

export const partsMissing = (parts: readonly number[]): Problem =>
  new Problem(
    'conflict',
    `Parts of the file are missing or have another size than announced: ${parts.slice(0, 20).join(', ')}.`,
    'GET …/upload says where each goes; send them, and start the import again.',
    { cause: 'partsMissing', parts: parts.slice(0, 20) },
  );

export const uploadGone = (): Problem =>
  new Problem(
    'expired',
    'What was uploaded is not there any more: an upload that is not started within a day is deleted, and a file two days after it was.',
    'Upload the file again by POST /profiles/imports/uploads.',
    { cause: 'uploadGone' },
  );

export const uploadDiffers = (bytes: number, announced: number): Problem =>
  new Problem(
    'conflict',
    `What was uploaded has ${bytes} bytes, and ${announced} were announced.`,
    'Upload the file again by POST /profiles/imports/uploads; nothing was imported.',
    { cause: 'uploadDiffers', bytes, announced },
  );

export const importMovedOn = (importState: ImportJobState): Problem =>
  new Problem(
    'wrong-state',
    `The import is in the state ${importState}.`,
    'GET /profiles/imports/{id} says how far it is; what counts already cannot be cancelled.',
    { cause: 'importMovedOn', importState },
  );
