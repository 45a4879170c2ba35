import { randomInt } from 'node:crypto';

/** One item takes about 1,000 writes a second; a run's counters are spread over this many. */
const SHARDS = 16;

/** Key of one of the counter items of a run, at random. */
export const counterShard = (runId: string) => ({
  pk: `RUN#${runId}`,
  sk: `COUNTER#${randomInt(SHARDS).toString().padStart(2, '0')}`,
});
