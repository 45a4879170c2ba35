import { describe, expect, test } from '@jest/globals';
import { noImports } from '../../../domain/model/import-snapshot.ts';
import type { RunEvent } from '../../../domain/model/run-event.ts';
import { transition } from '../../../domain/model/transition.ts';
import { pauseRun, resumeRun, stopRun } from '../../../lambdas/send/control-run.ts';
import { GateWorld } from '../confirm/fakes.ts';
import { awaiting, now, person, preparing } from '../samples.ts';

const asked = (groups: string[]) => ({
  params: { id: awaiting.id },
  query: {},
  body: undefined,
  actor: { ...person, groups },
  origin: { ip: '192.0.2.1', userAgent: 'test' },
});
const prepares = asked(['prepare-deliveries']);
const starts = asked(['start-deliveries']);

/** A run that somebody else writes just before it is moved. */
const beside = (run: GateWorld['run'], event: RunEvent) => {
  const world = new GateWorld(run, []);
  world.beforeWrite = async () => {
    world.run = transition(world.run, event);
  };
  const kpis = { markChanged: async () => undefined } as never;
  return { world, ports: { ...world.ports, kpis, ledger: { tallies: async () => [] } } };
};

const left: RunEvent = { type: 'checkpointSet', left: { prefix: 'p', leg: 1, imports: noImports, begunAt: now } };
const confirmed: RunEvent = {
  type: 'decided',
  decision: {
    decision: 'confirm',
    manifestHash: awaiting.preparation.manifestHash,
    acknowledged: [],
    by: person,
    at: now,
    via: 'console',
  },
};
const sending = transition(transition(awaiting, confirmed), { type: 'sendingStarted', at: now });

describe('whoever stops or pauses a run while it is written', () => {
  test('stops it at the first attempt', async () => {
    const { world, ports } = beside(preparing, left);
    await stopRun(ports)(prepares);
    expect(world.run).toMatchObject({ state: 'Stopped', cause: 'stopped' });
    expect(world.audit).toMatchObject([{ what: 'stopped' }]);
  });

  test('pauses it at the first attempt', async () => {
    const { world, ports } = beside(sending, { type: 'held', until: now });
    await pauseRun(ports)(starts);
    expect(world.run.state).toBe('Paused');
  });

  test('resumes no other pause than the one that was seen', async () => {
    const { world, ports } = beside(transition(sending, { type: 'paused', at: now, by: person }), {
      type: 'resumed',
      at: now,
    });
    world.beforeWrite = async () => {
      world.run = transition(world.run, { type: 'resumed', at: now });
      world.run = transition(world.run, { type: 'paused', at: now, by: null, cause: 'bounceRatio' });
    };
    await expect(resumeRun(ports)(starts)).rejects.toMatchObject({ code: 'conflict' });
    expect(world.run).toMatchObject({ state: 'Paused', pauseCause: 'bounceRatio' });
  });

  test('may do with it what its state by then allows', async () => {
    const { world, ports } = beside(awaiting, confirmed);
    await expect(stopRun(ports)(prepares)).rejects.toMatchObject({ code: 'not-permitted' });
    expect(world.run.state).toBe('Scheduled');
    expect(world.audit).toEqual([]);
  });
});
