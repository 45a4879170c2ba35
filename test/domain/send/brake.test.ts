import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { zeroCounters } from '../../../domain/model/figures.ts';
import { BrakeCause, type PauseCause, type RunIn } from '../../../domain/model/run.ts';
import { transition } from '../../../domain/model/transition.ts';
import { brakeCause, releasedBrakes } from '../../../domain/send/brake.ts';
import { emergencyBrake } from '../../../lambdas/send/brake.ts';
import { awaiting, now, person } from '../samples.ts';

const limits = { bouncePercent: 10, complaintPercent: 0.5, minimum: 200 };
const heard = (delivered: number, hardBounced: number, complained = 0) =>
  brakeCause({ ...zeroCounters(), delivered, bounced: hardBounced, hardBounced, complained }, limits);

test('the brake is pulled at SES’s own limits, and not by the first one of two', () => {
  expect(heard(1, 1)).toBeUndefined();
  expect(heard(179, 20)).toBeUndefined();
  expect(heard(180, 20)).toBe('bounceRatio');
  expect(heard(1000, 0, 4)).toBeUndefined();
  expect(heard(1000, 0, 5)).toBe('complaintRatio');
  expect(heard(1001, 0, 5)).toBeUndefined();
});

const rejectedOf = (delivered: number, rejected: number, minimum = 500) =>
  brakeCause({ ...zeroCounters(), delivered, rejected }, { ...limits, minimum });

test('what SES took and then did not send pulls it too: a template that it cannot render fails for everybody', () => {
  expect(rejectedOf(39, 10)).toBeUndefined();
  expect(rejectedOf(40, 10)).toBe('refusalRatio');
  // In a run of forty nothing else was heard.
  expect(rejectedOf(0, 19)).toBeUndefined();
  expect(rejectedOf(0, 20)).toBe('refusalRatio');
  expect(rejectedOf(1, 20)).toBeUndefined();
  expect(rejectedOf(0, 10_000)).toBe('refusalRatio');
  expect(rejectedOf(800, 200)).toBe('refusalRatio');
  expect(rejectedOf(801, 199)).toBeUndefined();
  expect(rejectedOf(100_000, 5)).toBeUndefined();
});

test('more bounces never release it, more deliveries never pull it', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(1000), fc.nat(20), fc.nat(100), (delivered, bounced, complained, more) => {
      if (heard(delivered, bounced) === 'bounceRatio') expect(heard(delivered, bounced + more)).toBe('bounceRatio');
      if (delivered >= 200 && heard(delivered, bounced, complained) === undefined)
        expect(heard(delivered + more, bounced, complained)).toBeUndefined();
    }),
  );
});

/** What is heard of a run that this pulls the brake of. */
const over = {
  bounceRatio: { delivered: 1000, bounced: 500, hardBounced: 500 },
  complaintRatio: { delivered: 1000, complained: 100 },
  refusalRatio: { delivered: 1000, rejected: 1000 },
};
const sending: RunIn<'Sending'> = { ...awaiting, state: 'Sending', startAt: now, sendingStartedAt: now };

/** Paused for this by the product, or by a person, and resumed. */
const resumedAfter = (run: RunIn<'Sending'>, cause: PauseCause | undefined): RunIn<'Sending'> => {
  const by = cause === undefined ? person : null;
  const paused = transition(run, { type: 'paused', at: now, by, ...(cause !== undefined && { cause }) });
  const resumed = transition(paused, { type: 'resumed', at: now });
  if (resumed.state !== 'Sending') throw new Error(`it is ${resumed.state}`);
  return resumed;
};

/** For what a worker that looks at the counters pauses the run. */
const pausesFor = async (run: RunIn<'Sending'>, heardOf: object): Promise<PauseCause | undefined> => {
  let paused: PauseCause | undefined;
  const brake = emergencyBrake(
    {
      kpis: { counters: async () => ({ ...zeroCounters(), ...heardOf }) },
      pauseRun: async (_id, cause) => void (paused = cause),
      clock: () => 0,
    },
    limits,
  );
  expect(await brake(run)).toBe(paused === undefined);
  return paused;
};

test.each(BrakeCause.options.flatMap((answered) => BrakeCause.options.map((next) => [answered, next] as const)))(
  'who resumes after %s is not asked for that again; %s',
  async (answered, next) => {
    const run = resumedAfter(sending, answered);
    expect(await pausesFor(run, over[next])).toBe(answered === next ? undefined : next);
    // What was answered hides nothing that comes with it.
    const both = { ...over[answered], ...over[next], delivered: 1000 };
    expect(await pausesFor(run, both)).toBe(answered === next ? undefined : next);
    const twice = resumedAfter(run, next);
    expect(await pausesFor(twice, both)).toBeUndefined();
    expect(new Set(releasedBrakes(twice))).toEqual(new Set([answered, next]));
  },
);

test('a pause for anything else answers none of its questions', async () => {
  for (const cause of ['contentRefused', 'accountSuspended', undefined] as const)
    for (const next of BrakeCause.options) expect(await pausesFor(resumedAfter(sending, cause), over[next])).toBe(next);
});

test('a run that was resumed before causes were told apart is not asked again', async () => {
  for (const next of BrakeCause.options)
    expect(await pausesFor({ ...sending, brakeReleased: true }, over[next])).toBeUndefined();
});
