import { rejectedKey, reportKey, type FileReport } from '../../domain/audience/import-job.ts';
import { ROWS_OF_A_CHUNK } from '../../domain/audience/import-limits.ts';
import type { Rejection } from '../../domain/model/profile-import.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';

export type RejectionsPorts = {
  content: Pick<ContentStore, 'get' | 'put'>;
  reportFailure: (importId: string, failure: unknown) => void;
};

const countsOf = (rejections: readonly Rejection[]): FileReport['rejectedBy'] => {
  const counts: FileReport['rejectedBy'] = {};
  for (const { code } of rejections) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

/** A repeat finds what an earlier call kept: each is written once. */
const keptOnce = async ({ content }: RejectionsPorts, key: string, body: object): Promise<void> => {
  if ((await content.get(key)) === undefined) await content.put(key, JSON.stringify(body));
};

/**
 * Keeps the rejected rows of a file that came in one request where those of an uploaded one are read. After the import:
 * what counts is that it was written. Answers the id under which they are, or null: there are none.
 */
export const keepRejections = async (
  ports: RejectionsPorts,
  id: string,
  report: Omit<FileReport, 'rejectedBy' | 'rejectedObjects'>,
  rejections: readonly Rejection[],
): Promise<string | null> => {
  const rejectedObjects = Math.ceil(rejections.length / ROWS_OF_A_CHUNK);
  if (rejectedObjects === 0) return null;
  try {
    for (let part = 0; part < rejectedObjects; part += 1) {
      const those = rejections.slice(part * ROWS_OF_A_CHUNK, (part + 1) * ROWS_OF_A_CHUNK);
      await keptOnce(ports, rejectedKey(id, part), those);
    }
    const kept: FileReport = { ...report, rejectedBy: countsOf(rejections), rejectedObjects };
    await keptOnce(ports, reportKey(id), kept);
    return id;
  } catch (failure) {
    ports.reportFailure(id, failure);
    return null;
  }
};
