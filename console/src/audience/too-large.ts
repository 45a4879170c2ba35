import { MAX_FILE_BYTES, MAX_WORKBOOK_BYTES } from '../../../domain/audience/import-limits.ts';
import { ApiProblem } from '../shell/api-problem.ts';

export const isLarge = ({ size }: File): boolean => size > MAX_FILE_BYTES;

/** What does not fit into a request never reaches the API, which could say so. */
export const refuseTooLarge = (file: File): void => {
  if (!isLarge(file)) return;
  const facts = { bytes: file.size, maxBytes: MAX_FILE_BYTES };
  throw new ApiProblem(413, 'too-large', { detail: '', mend: '', cause: 'fileTooLarge', facts });
};

const isWorkbook = ({ name }: File): boolean => /\.xls[xmb]?$/i.test(name);

/** A workbook is read as a whole, and no beginning of it says anything: a large one is uploaded before it is looked at. */
export const isUploadedFirst = (file: File): boolean => isLarge(file) && isWorkbook(file);

export const refuseLargeWorkbook = (file: File): void => {
  if (file.size <= MAX_WORKBOOK_BYTES || !isWorkbook(file)) return;
  throw new ApiProblem(413, 'too-large', { detail: '', mend: '', cause: 'workbookTooLarge', facts: {} });
};
