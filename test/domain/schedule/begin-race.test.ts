import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isPending } from '../../../domain/calendar/series.ts';
import { Problem } from '../../../domain/http/problem.ts';
import type { Run } from '../../../domain/model/run.ts';
import { transition } from '../../../domain/model/transition.ts';
import { launchRun } from '../../../lambdas/schedule/launch-run.ts';
import { startRun } from '../../../lambdas/schedule/start-run.ts';
import { makingOf, person } from '../samples.ts';
import { campaignWith, SeriesWorld } from './launch-world.ts';

const begin = '2026-11-27T09:00:00.000Z';
const series = {
  mode: 'recurring' as const,
  frequency: { kind: 'minutes' as const, every: 10 },
  zone: 'UTC',
  startsOn: '2026-11-01T00:00',
};
let asks = 0;
const asked = () => ({
  params: { id: 'c' },
  query: {},
  body: undefined,
  actor: { ...person, groups: ['prepare-deliveries'] },
  origin: { ip: '192.0.2.1', userAgent: 'test' },
  making: makingOf(`asked-${(asks += 1)}`),
});

const pendingIn = (world: SeriesWorld): Run[] => [...world.runs.values()].filter((run) => isPending(run, begin));

type Act = 'prepare' | 'timer' | 'stop';

const answered = async (call: () => Promise<unknown>): Promise<void> => {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error).toMatchObject({ code: 'conflict', cause: 'runUnderway' });
  }
};

/** Each call of a port waits for its turn, and notes how many runs are under way after it; the index of a campaign's runs shows what it showed at the beginning. */
const portsOf = (world: SeriesWorld, turn: fc.Scheduler, underWay: number[]) => {
  const inTurn = <A extends unknown[], T>(call: (...args: A) => Promise<T>) =>
    turn.scheduleFunction(async (...args: A) => {
      const answer = await call(...args);
      underWay.push(pendingIn(world).length);
      return answer;
    });
  const { runs, begun, campaigns, machine } = world.ports;
  const shown = [...world.runs.values()];
  return {
    ...world.ports,
    campaigns: { ...campaigns, get: inTurn(campaigns.get) },
    machine: { ...machine, start: inTurn(machine.start) },
    runs: {
      ...runs,
      get: inTurn(runs.get),
      ofCampaign: inTurn(async () => shown),
      create: inTurn(runs.create),
      replace: inTurn(runs.replace),
    },
    begun: { last: inTurn(begun.last), begin: inTurn(begun.begin) },
  };
};

const acts = fc.array(fc.constantFrom<Act>('prepare', 'timer', 'stop'), {
  minLength: 2,
  maxLength: 5,
});

test('whoever prepares at the same time, people or timers: at most one run of a campaign is under way, and each has its execution', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), acts, fc.boolean(), async (turn, those, isFirst) => {
      const world = new SeriesWorld('2026-11-27T09:00:30Z', campaignWith(series));
      if (!isFirst) {
        await startRun(world.ports)(asked());
        const [run] = world.runs.values();
        if (run) world.runs.set(run.id, transition(run, { type: 'stopped', at: begin, by: person, cause: 'stopped' }));
        world.started.length = 0;
      }
      const before = new Set(world.runs.keys());
      const underWay: number[] = [];
      const ports = portsOf(world, turn, underWay);
      const doing: Record<Act, () => Promise<unknown>> = {
        prepare: async () => startRun(ports)(asked()),
        timer: async () => launchRun(ports)({ campaignId: 'c', occurrence: begin }),
        stop: async () => {
          const [run] = pendingIn(world);
          const at = new Date(world.at).toISOString();
          if (run) await ports.runs.replace(transition(run, { type: 'stopped', at, by: person, cause: 'stopped' }));
        },
      };
      await turn.waitFor(Promise.all(those.map(async (act) => answered(doing[act]))));
      expect(Math.max(0, ...underWay)).toBeLessThanOrEqual(1);
      for (const run of world.runs.values())
        if (!before.has(run.id) && run.state === 'Preparing') expect(world.started).toContain(run.id);
      if (those.some((act) => act !== 'stop')) expect(world.runs.size).toBeGreaterThan(before.size);
    }),
    { numRuns: 400 },
  );
});
