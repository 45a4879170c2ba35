import { MAX_FILE_BYTES } from '../../../domain/audience/import-limits.ts';
import { ApiProblem } from '../shell/api-problem.ts';

export const isLarge = ({ size }: File): boolean => size > MAX_FILE_BYTES;

/** What does not fit into a request never reaches the API, which could say so. */
export const refuseTooLarge = (file: File): void => {
  if (!isLarge(file)) return;
  const facts = { bytes: file.size, maxBytes: MAX_FILE_BYTES };
  throw new ApiProblem(413, 'too-large', { detail: '', mend: '', cause: 'fileTooLarge', facts });
};

/** A workbook is read as a whole, whatever way it comes. */
export const refuseLargeWorkbook = (file: File): void => {
  if (!isLarge(file) || !/\.xls[xmb]?$/i.test(file.name)) return;
  throw new ApiProblem(413, 'too-large', { detail: '', mend: '', cause: 'workbookTooLarge', facts: {} });
};
