import { inMessage, type AttachedFile } from '../model/attachment.ts';
import { IN_FLIGHT } from './workers.ts';

/**
 * Bytes of attachments in the messages of one call: what SES lets through of large messages in a second
 * (https://docs.aws.amazon.com/ses/latest/dg/quotas.html).
 */
const CALL_BYTES = 40_000_000;
/** The same of all calls that a worker has under way: where each message has a call of its own, each has its copy in memory. */
const WORKER_BYTES = 80_000_000;

/** Members of a group, and calls that a worker may have under way. */
export type SendBounds = { members: number; calls: number };

/** Bytes that the attachments are in one message. */
const bytesEach = (files: readonly AttachedFile[]): number =>
  files.reduce((sum, { base64 }) => sum + inMessage((base64.length / 4) * 3), 0);

/** What a worker sends at once of messages with these attachments; `most` members of a group where there are none. */
export const boundsFor = (files: readonly AttachedFile[] | undefined, most: number): SendBounds => {
  const bytes = bytesEach(files ?? []);
  if (bytes === 0) return { members: most, calls: IN_FLIGHT };
  const members = Math.max(1, Math.min(most, Math.floor(CALL_BYTES / bytes)));
  return { members, calls: Math.max(1, Math.min(IN_FLIGHT, Math.floor(WORKER_BYTES / (bytes * members)))) };
};
