import { inMessage } from '../model/attached-bytes.ts';
import type { AttachedFile } from '../model/attachment.ts';
import { CHUNK_SIZE } from '../model/manifest.ts';
import { groupSizeFor } from './group-size.ts';

/** Calls to SES that a worker may have under way at once. Claims are made one after the other, or two workers' groups could overlap. */
export const IN_FLIGHT = 8;

/** From a chunk's turn to its first call: a child execution, a Lambda that may start cold, manifest, chunk and ledger. Seconds, high. */
const START_SECONDS = 1.5;

/** How long SES takes for a call on a slow day. Seconds. */
const CALL_SECONDS = 1;

/** Messages per second that one worker gets through, from chunk to chunk, when nothing but SES holds it up. */
const throughput = (rate: number, perCall: number): number => {
  const calling = (CHUNK_SIZE * CALL_SECONDS) / (IN_FLIGHT * groupSizeFor(rate, perCall));
  return CHUNK_SIZE / (START_SECONDS + calling);
};

/**
 * How many workers of a run are at work at once: as many as use the granted rate (messages per second) even when
 * SES is slow, one more so that the rate is used while another comes to its end, and none beyond, because a worker
 * that waits for its slot of the rate is paid for all the same. Never more than the stage allows (`most`), with
 * calls of so many destinations (`perCall`) as it allows.
 */
export const workersFor = (rate: number, { most, perCall }: { most: number; perCall: number }): number =>
  Math.min(most, Math.ceil(rate / throughput(rate, perCall)) + 1);

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
