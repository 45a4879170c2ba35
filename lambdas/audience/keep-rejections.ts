import { rejectedKey, reportKey, type FileReport } from '../../domain/audience/import-job.ts';
import { ROWS_OF_A_CHUNK } from '../../domain/audience/import-limits.ts';
import type { Rejection } from '../../domain/model/profile-import.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';

export type RejectionsPorts = {
  content: Pick<ContentStore, 'put'>;
  reportFailure: (importId: string, failure: unknown) => void;
};

const countsOf = (rejections: readonly Rejection[]): FileReport['rejectedBy'] => {
  const counts: FileReport['rejectedBy'] = {};
  for (const { code } of rejections) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

/**
 * Keeps the rejected rows of a file that came in one request where those of an uploaded one are read. After the import:
 * what counts is that it was written. Answers the id under which they are, or null: there are none.
 */
export const keepRejections = async (
  { content, reportFailure }: RejectionsPorts,
  id: string,
  report: Omit<FileReport, 'rejectedBy' | 'rejectedObjects'>,
  rejections: readonly Rejection[],
): Promise<string | null> => {
  const rejectedObjects = Math.ceil(rejections.length / ROWS_OF_A_CHUNK);
  if (rejectedObjects === 0) return null;
  try {
    for (let part = 0; part < rejectedObjects; part += 1) {
      const those = rejections.slice(part * ROWS_OF_A_CHUNK, (part + 1) * ROWS_OF_A_CHUNK);
      await content.put(rejectedKey(id, part), JSON.stringify(those));
    }
    const kept: FileReport = { ...report, rejectedBy: countsOf(rejections), rejectedObjects };
    await content.put(reportKey(id), JSON.stringify(kept));
    return id;
  } catch (failure) {
    reportFailure(id, failure);
    return null;
  }
};
