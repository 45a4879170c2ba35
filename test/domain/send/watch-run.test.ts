import { expect, test } from '@jest/globals';
import type { RunIn } from '../../../domain/model/run.ts';
import { watchRuns } from '../../../lambdas/send/watch-run.ts';
import { awaiting, now, preparation } from '../samples.ts';

const sending = (id: string): RunIn<'Sending'> => ({
  ...awaiting,
  id,
  state: 'Sending',
  preparation,
  startAt: now,
  sendingStartedAt: now,
});

const FRESH_MS = 1000;

const out = (id: string) => ({ profiles: new Set([id]), addresses: new Set() });

const world = () => {
  const seen = {
    time: Date.parse(now),
    runs: 0,
    optOuts: 0,
    isPaused: false,
    since: '',
    topic: undefined as string | undefined,
  };
  const watchOf = watchRuns(
    {
      runs: {
        get: async (id: string) => {
          seen.runs += 1;
          return seen.isPaused ? { ...sending(id), state: 'Paused' } : sending(id);
        },
      } as never,
      profiles: {
        optedOutSince: async (since: string, _until: string, topic?: string) => {
          seen.since = since;
          seen.topic = topic;
          seen.optOuts += 1;
          return out(`p${seen.optOuts}`);
        },
      } as never,
      clock: () => seen.time,
      brake: async () => true,
    },
    FRESH_MS,
  );
  return { seen, watchOf };
};

test('a look holds for a second, from chunk to chunk of the same run, and no longer', async () => {
  const { seen, watchOf } = world();
  await watchOf(sending('r'))();
  const next = watchOf(sending('r'));
  seen.time += FRESH_MS - 1;
  expect(await next()).toEqual({ sending: true, optedOut: out('p1') });
  expect([seen.runs, seen.optOuts]).toEqual([0, 1]);
  seen.time += 1;
  seen.isPaused = true;
  expect(await next()).toMatchObject({ sending: false, optedOut: out('p2') });
  expect([seen.runs, seen.optOuts]).toEqual([1, 2]);
});

test('a run that was paused and resumed within the second is looked at anew', async () => {
  const { seen, watchOf } = world();
  await watchOf(sending('r'))();
  const resumed = { ...sending('r'), version: awaiting.version + 2 };
  expect(await watchOf(resumed)()).toMatchObject({ sending: true, optedOut: out('p2') });
  expect(seen.optOuts).toBe(2);
});

test('another run has a look of its own', async () => {
  const { seen, watchOf } = world();
  await watchOf(sending('r'))();
  expect(await watchOf(sending('other'))()).toMatchObject({ optedOut: out('p2') });
  expect(seen.optOuts).toBe(2);
});

test('a run that was resumed is not held up by the look that saw it paused', async () => {
  const { seen, watchOf } = world();
  const watch = watchOf(sending('r'));
  await watch();
  seen.isPaused = true;
  seen.time += FRESH_MS;
  expect(await watch()).toMatchObject({ sending: false });
  seen.isPaused = false;
  expect(await watchOf(sending('r'))()).toMatchObject({ sending: true });
});

test('who opted out while the run was being prepared is heard of too', async () => {
  const { seen, watchOf } = world();
  const run = sending('r');
  await watchOf({ ...run, preparation: { ...preparation, preparedAt: '2027-01-01T00:00:00.000Z' } })();
  expect(seen.since).toBe(run.createdAt);
});

test('who left the topic of the run is asked for', async () => {
  const { seen, watchOf } = world();
  await watchOf({ ...sending('r'), topic: 'offers' })();
  expect(seen.topic).toBe('offers');
  await watchOf(sending('other'))();
  expect(seen.topic).toBeUndefined();
});
