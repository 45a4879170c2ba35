import { MAX_FILE_BYTES } from '../../../domain/audience/import-limits.ts';
import { ApiProblem } from '../shell/api-problem.ts';

/** What does not fit into a request never reaches the API, which could say so. */
export const refuseTooLarge = ({ size }: File): void => {
  if (size <= MAX_FILE_BYTES) return;
  const facts = { bytes: size, maxBytes: MAX_FILE_BYTES };
  throw new ApiProblem(413, 'too-large', { detail: '', mend: '', cause: 'fileTooLarge', facts });
};
