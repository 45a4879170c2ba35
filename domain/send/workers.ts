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
