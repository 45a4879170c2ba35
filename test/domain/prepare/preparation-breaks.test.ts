import { expect, test } from '@jest/globals';
import { locateRun } from '../../../lambdas/prepare/locate-run.ts';
import { prepareRun } from '../../../lambdas/prepare/prepare-run.ts';
import { now } from '../samples.ts';
import { orderly, peopleWith, PrepareWorld, unused } from './prepare-world.ts';

test('a preparation that breaks off each time ends the run with the name of its error, once', async () => {
  const world = new PrepareWorld(orderly, peopleWith([{ name: 'Ada' }]));
  const broken = { ...world.ports, profiles: { ...world.ports.profiles, inList: unused } };
  const step = prepareRun(broken);
  await expect(step({ runId: 'r' }, () => 900_000)).rejects.toThrow('preparation does not ask for this');
  expect(world.run.state).toBe('Preparing');
  const failure = 'Runtime.OutOfMemory <b>reader0@post.example';
  expect(await step({ runId: 'r', failure }, () => 900_000)).toEqual({ runId: 'r', outcome: 'done' });
  expect(world.run).toMatchObject({
    state: 'PreparationFailed',
    failedAt: now,
    checks: [
      { code: 'preparationFailed', verdict: 'blocking', facts: { cause: 'Runtime.OutOfMemorybreader0post.example' } },
    ],
  });
  const located = await locateRun({
    runs: { get: async () => world.run } as never,
    audit: world.ports.audit,
    clock: () => Date.parse(now),
  })({
    runId: 'r',
  });
  expect(located).toMatchObject({ position: 'ended', state: 'PreparationFailed' });
  const ended = world.run;
  await step({ runId: 'r', failure }, () => 900_000);
  expect(world.run).toEqual(ended);
  expect(world.audited).toEqual(['preparationFailed']);
});

test('a run that came to its end meanwhile is left as it is', async () => {
  const world = new PrepareWorld(orderly, peopleWith([{ name: 'Ada' }]));
  await world.prepare();
  expect(world.run.state).toBe('AwaitingConfirmation');
  await prepareRun(world.ports)({ runId: 'r', failure: 'States.Timeout' }, () => 900_000);
  expect(world.run.state).toBe('AwaitingConfirmation');
});
