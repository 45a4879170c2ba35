import { uploadKey, type ImportJob } from '../../domain/audience/import-job.ts';
import { partsMissing, uploadDiffers, uploadGone } from '../../domain/audience/import-problems.ts';
import type { Uploads } from '../../domain/audience/ports/uploads.ts';
import { missingOf } from './upload-import.ts';

export type CompletePorts = { uploads: Pick<Uploads, 'parts' | 'complete' | 'size'> };

/** Puts the parts together, once; what is there then is what was announced. */
export const completeUpload = async ({ uploads }: CompletePorts, { id, uploadId, bytes }: ImportJob): Promise<void> => {
  const key = uploadKey(id);
  const there = await uploads.parts(key, uploadId);
  if (there) {
    const missing = missingOf(bytes, there);
    if (missing.length > 0) throw partsMissing(missing.map(({ number }) => number));
    await uploads.complete(key, uploadId, there);
  }
  const size = await uploads.size(key);
  if (size === undefined) throw uploadGone();
  if (size !== bytes) throw uploadDiffers(size, bytes);
};
