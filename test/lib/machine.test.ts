import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Fault, Interpreter, type Lambda, type Step } from './interpreter/interpreter.ts';
import { CHUNKS, keyOfMany, keyOfWave, MANY, playable, waves, world } from './interpreter/machine-world.ts';

let interpreter: Interpreter;
/** Of this one a month of a gate passes in a few seconds. */
let hasty: Interpreter;

beforeAll(async () => {
  interpreter = await Interpreter.start(playable(1));
  hasty = await Interpreter.start(playable(1e-6));
});
afterAll(() => {
  interpreter.stop();
  hasty.stop();
});

let runs = 0;
const play = async (change: Partial<Record<Step, Lambda>> = {}, first = 'Preparing') => {
  runs += 1;
  return interpreter.play(`run-${runs}`, world(interpreter, change, first).lambdas);
};

/** A Lambda that fails so many times before it does what it does. */
const failing = (step: Step, times: number): Partial<Record<Step, Lambda>> => {
  const { lambdas } = world(interpreter);
  return {
    [step]: (payload: Record<string, unknown>, time: number) => {
      if (time <= times) throw new Fault('Error');
      return lambdas[step]!(payload, time);
    },
  };
};

describe('the way of a run', () => {
  test('prepared, confirmed, waited for, sent chunk by chunk, settled', async () => {
    const played = await play();
    expect(played).toMatchObject({ status: 'SUCCEEDED', calls: { SendChunk: CHUNKS, OpenGate: 1, PrepareRun: 1 } });
    expect(played.path.filter((state) => !['Where is the run?', 'Which way?'].includes(state))).toEqual(
      expect.arrayContaining(['Prepare', 'Await confirmation', 'Wait until the send time', 'Verify', 'Send', 'Settle']),
    );
    expect(played.path.at(-1)).toBe('Finished');
  });

  test.each([
    ['Finished', 'Finished'],
    ['Rejected', 'Rejected'],
    ['Expired', 'Expired'],
    ['Stopped', 'Stopped'],
    ['Skipped', 'Skipped'],
    ['PreparationFailed', 'Preparation failed'],
  ])('a run that is %s ends there', async (state, end) => {
    expect(await play({}, state)).toMatchObject({ status: 'SUCCEEDED', path: expect.arrayContaining([end]) });
  });

  test('a state that the machine does not know fails by name', async () => {
    expect(await play({}, 'Dreaming')).toMatchObject({ status: 'FAILED', error: 'UnknownState' });
  });

  test('a paused run goes on when its gate is answered', async () => {
    const played = await play({}, 'Paused');
    expect(played).toMatchObject({ status: 'SUCCEEDED', calls: { AwaitResume: 1, SendChunk: CHUNKS } });
  });

  test('nobody answers for 31 days: closed, and where the run stands is asked again', async () => {
    const { lambdas } = world(hasty, { OpenGate: () => ({}) });
    const played = await hasty.play('overdue', lambdas);
    expect(played).toMatchObject({ status: 'SUCCEEDED', calls: { OpenGate: 1, ExpireRun: 1 } });
    expect(played.path.at(-1)).toBe('Expired');
  });
});

describe('a Lambda that fails', () => {
  const retried: [Step, string][] = [
    ['LocateRun', 'Preparing'],
    ['PrepareRun', 'Preparing'],
    ['OpenGate', 'AwaitingConfirmation'],
    ['VerifyManifest', 'Sending'],
    ['SettleRun', 'Sending'],
    ['AwaitResume', 'Paused'],
  ];

  test.each(retried)('%s is asked again, five times', async (step, first) => {
    const kept = world(interpreter, {}, first);
    const lambda = kept.lambdas[step]!;
    const change: Lambda = (payload, time) => {
      if (time <= 5) throw new Fault('Error');
      return lambda(payload, time);
    };
    runs += 1;
    const played = await interpreter.play(`run-${runs}`, { ...kept.lambdas, [step]: change });
    expect(played.status).toBe('SUCCEEDED');
    expect(played.path.at(-1)).toBe('Finished');
    expect(played.calls[step]).toBeGreaterThanOrEqual(6);
  });

  test.each(retried.filter(([step]) => step !== 'PrepareRun'))(
    '%s that fails for good ends the execution, which the alarm tells',
    async (step, first) => {
      expect(await play(failing(step, 100), first)).toMatchObject({
        status: 'FAILED',
        error: 'Error',
        calls: { [step]: 6 },
      });
    },
  );

  test('a preparation that fails for good ends as such, by the name of its error', async () => {
    const heard: unknown[] = [];
    const kept = world(interpreter);
    const prepare = kept.lambdas.PrepareRun!;
    runs += 1;
    const played = await interpreter.play(`run-${runs}`, {
      ...kept.lambdas,
      PrepareRun: (payload, time) => {
        if (payload['failure'] === undefined) throw new Fault('SizeError');
        heard.push(payload['failure']);
        return prepare(payload, time);
      },
    });
    expect(heard).toEqual(['SizeError']);
    expect(played.path.at(-1)).toBe('Preparation failed');
  });

  test('closing what is overdue is asked again too', async () => {
    const kept = world(hasty, { OpenGate: () => ({}) });
    const close = kept.lambdas.ExpireRun!;
    const played = await hasty.play('overdue-again', {
      ...kept.lambdas,
      ExpireRun: (payload, time) => {
        if (time <= 5) throw new Fault('Error');
        return close(payload, time);
      },
    });
    expect(played).toMatchObject({ status: 'SUCCEEDED', calls: { OpenGate: 1, ExpireRun: 6 } });
    expect(played.path.at(-1)).toBe('Expired');
  });

  test('a chunk is not asked again by itself: the others go on, and the next pass takes it', async () => {
    const kept = world(interpreter, {}, 'Sending');
    const settle = kept.lambdas.SettleRun!;
    const failed: unknown[] = [];
    runs += 1;
    const played = await interpreter.play(`run-${runs}`, {
      ...kept.lambdas,
      SendChunk: ({ runId, chunk }) => {
        if (chunk === 2 && failed.length === 0) {
          failed.push(chunk);
          throw new Fault('Error');
        }
        return { runId, chunk, outcome: 'done' };
      },
      SettleRun: (payload, time) => (time === 1 ? { outcome: 'incomplete' } : settle(payload, time)),
    });
    expect(failed).toEqual([2]);
    expect(played).toMatchObject({ status: 'SUCCEEDED', calls: { SendChunk: 2 * CHUNKS, SettleRun: 2 } });
  });
});

describe('chunks', () => {
  test('a chunk that has more, or waits for the quota, is asked again by itself', async () => {
    const asked = new Map<unknown, number>();
    const outcomes = ['more', 'hold', 'done'];
    const played = await play(
      {
        SendChunk: ({ runId, chunk }) => {
          const before = asked.get(chunk) ?? 0;
          asked.set(chunk, before + 1);
          return { runId, chunk, outcome: outcomes[before], until: '2026-01-01T00:00:00.000Z' };
        },
      },
      'Sending',
    );
    expect(played).toMatchObject({ status: 'SUCCEEDED', calls: { SendChunk: 3 * CHUNKS } });
  });

  test('no more at once than the last look allowed', async () => {
    let [now, most] = [0, 0];
    const played = await play(
      {
        VerifyManifest: () => ({ outcome: 'send', workers: 2 }),
        SendChunk: async ({ runId, chunk }) => {
          now += 1;
          most = Math.max(most, now);
          await new Promise((resolve) => setTimeout(resolve, 20));
          now -= 1;
          return { runId, chunk, outcome: 'done' };
        },
      },
      'Sending',
    );
    expect(played).toMatchObject({ status: 'SUCCEEDED', calls: { SendChunk: CHUNKS } });
    expect(most).toBeLessThanOrEqual(2);
  });

  test('what the books miss is sent in a next pass', async () => {
    const kept = world(interpreter, {}, 'Sending');
    const settle = kept.lambdas.SettleRun!;
    runs += 1;
    const played = await interpreter.play(`run-${runs}`, {
      ...kept.lambdas,
      SettleRun: (payload, time) => (time === 1 ? { outcome: 'incomplete' } : settle(payload, time)),
    });
    expect(played).toMatchObject({ status: 'SUCCEEDED', calls: { SendChunk: 2 * CHUNKS, VerifyManifest: 2 } });
  });

  const ofMany = (on: Interpreter, sendChunk: Lambda) => {
    const kept = world(on, { SendChunk: sendChunk }, 'Sending');
    const locate = kept.lambdas.LocateRun;
    const settle = kept.lambdas.SettleRun!;
    return {
      ...kept.lambdas,
      LocateRun: async (payload, time) => ({ ...(await locate(payload, time)), chunkListKey: keyOfMany }),
      SettleRun: (payload, time) => (time === 1 ? { outcome: 'incomplete' } : settle(payload, time)),
    } satisfies Partial<Record<Step, Lambda>>;
  };

  test.each<[string, Lambda]>([
    ['are all sent', ({ runId, chunk }) => ({ runId, chunk, outcome: 'done' })],
    [
      'all fail at first',
      ({ runId, chunk }, time) => {
        if (time <= MANY) throw new Fault('Error');
        return { runId, chunk, outcome: 'done' };
      },
    ],
  ])('so many that their results fill what a state may hold %s, and the run is settled', async (_, sendChunk) => {
    runs += 1;
    const played = await interpreter.play(`run-${runs}`, ofMany(interpreter, sendChunk));
    expect(played).toMatchObject({ status: 'SUCCEEDED', error: null, calls: { SendChunk: 2 * MANY, SettleRun: 2 } });
  });

  test('a record of the chunks that cannot be written holds no run: the books are asked', async () => {
    const played = await interpreter.play('unwritable', world(interpreter, {}, 'Sending').lambdas);
    expect(played).toMatchObject({ status: 'SUCCEEDED', calls: { SendChunk: CHUNKS, SettleRun: 1 } });
    expect(played.path.at(-1)).toBe('Finished');
  });

  test('a run in waves sends the list of each one, and waits for its time before it: ten transitions for a wave', async () => {
    const kept = world(interpreter, {}, 'Sending');
    const sent: number[][] = [];
    let [wave, waits] = [0, false];
    runs += 1;
    const played = await interpreter.play(`run-${runs}`, {
      ...kept.lambdas,
      LocateRun: ({ runId }) => {
        const position = kept.run.state === 'Finished' ? 'ended' : waits ? 'wait' : 'send';
        waits = false;
        const startAt = '2026-01-01T00:00:00.000Z';
        return { runId, state: kept.run.state, position, startAt, chunkListKey: keyOfWave(wave) };
      },
      SendChunk: ({ runId, chunk }) => {
        (sent[wave] ??= []).push(Number(chunk));
        return { runId, chunk, outcome: 'done' };
      },
      SettleRun: () => {
        wave += 1;
        waits = wave < waves.length;
        if (!waits) kept.run.state = 'Finished';
        return { outcome: 'settled' };
      },
    });
    expect(sent.map((chunks) => chunks.toSorted((one, other) => one - other))).toEqual(waves);
    expect(played).toMatchObject({ status: 'SUCCEEDED', calls: { VerifyManifest: 3, SettleRun: 3 } });
    const steps = [
      'Where is the run?',
      'Which way?',
      'Wait until the send time',
      'Verify',
      'Verified?',
      'Send',
      'Settle',
      'Settled?',
    ];
    const ofWaves = played.path.filter((state) => steps.includes(state));
    expect(ofWaves.filter((state) => state === 'Wait until the send time')).toHaveLength(2);
    // Without waves: asked, verified, sent, settled, asked. Each further wave: asked and waited for besides.
    expect(ofWaves).toHaveLength(9 + 2 * 10);
  });

  test('a look that finds something else than sending goes back to the run', async () => {
    const kept = world(interpreter, {}, 'Sending');
    runs += 1;
    const played = await interpreter.play(`run-${runs}`, {
      ...kept.lambdas,
      VerifyManifest: () => {
        kept.run.state = 'Stopped';
        return { outcome: 'stopped', workers: 1 };
      },
    });
    expect(played).toMatchObject({ status: 'SUCCEEDED' });
    expect(played.calls.SendChunk).toBeUndefined();
    expect(played.path.at(-1)).toBe('Stopped');
  });
});
