import { createHash } from 'node:crypto';
import { ulid } from 'ulid';

/**
 * The id of the run of one occurrence: a ULID whose time is the occurrence's, so that runs sort by it, and
 * whose rest is made from the campaign, so that a timer which fires twice means the same run.
 */
export const occurrenceId = (occurrence: string, campaignId: string): string => {
  const bytes = createHash('sha256').update(campaignId).digest();
  let index = 0;
  return ulid(Date.parse(occurrence), () => (bytes[index++ % bytes.length] ?? 0) / 256);
};
