import { randomInt } from 'node:crypto';
import { counterNames, type Counters } from '../../../domain/model/figures.ts';

/** One item takes about 1,000 writes a second; a run's counters are spread over this many. */
const SHARDS = 16;

/** One of the counter items of a run, at random. */
const counterShard = (runId: string) => ({
  pk: `RUN#${runId}`,
  sk: `COUNTER#${randomInt(SHARDS).toString().padStart(2, '0')}`,
});

/** The update that moves a run's counters; none when nothing moves. */
export const addToCounters = (table: string, runId: string, delta: Counters) => {
  const moved = counterNames.filter((name) => delta[name] !== 0);
  if (moved.length === 0) return [];
  return [
    {
      TableName: table,
      Key: counterShard(runId),
      UpdateExpression: `ADD ${moved.map((name) => `#${name} :${name}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(moved.map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries(moved.map((name) => [`:${name}`, delta[name]])),
    },
  ];
};
