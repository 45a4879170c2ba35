import { describe, expect, test } from '@jest/globals';
import { AudienceRules } from '../../../domain/model/audience-rules.ts';
import { chunkKey } from '../../../domain/model/manifest.ts';
import type { Run } from '../../../domain/model/run.ts';
import { prepareRun, type PreparePorts } from '../../../lambdas/prepare/prepare-run.ts';
import { awaiting, now, preparation } from '../samples.ts';
import { peopleWith, PrepareWorld } from './prepare-world.ts';

const people = peopleWith([{ name: 'Ada' }, { name: 'Bea' }]);
const sent: Run = {
  ...awaiting,
  id: 'sent',
  preparation: { ...preparation, prefix: 'runs/sent/', chunks: 1 },
  state: 'Finished',
  startAt: now,
  sendingStartedAt: now,
  finishedAt: now,
};
const rules = AudienceRules.parse({ fatigue: { messages: 1, days: 2 } });

/** Prepares with what a test puts in the place of a port; answers the run. */
const prepared = async (change: (ports: PreparePorts) => Partial<PreparePorts>): Promise<Run> => {
  const world = new PrepareWorld({}, people);
  const { ports } = world;
  await prepareRun({ ...ports, ...change(ports) })({ runId: 'r' }, () => 900_000);
  return world.run;
};

const withFatigue = (ports: PreparePorts): Pick<PreparePorts, 'campaigns'> => ({
  campaigns: { withContent: async (id) => ({ ...(await ports.campaigns.withContent(id))!, rules }) },
});

const none = { items: [], unreadable: [], cursor: null };
type Read = Partial<Pick<PreparePorts['runs'], 'current' | 'recent'>>;
const runs = (ports: PreparePorts, { current = async () => none, recent = async () => none }: Read) => ({
  runs: { ...ports.runs, current, recent },
});

const blockedBy = (run: Run) =>
  run.state === 'PreparationFailed' ? run.checks.filter(({ verdict }) => verdict === 'blocking') : run.state;

describe('what cannot be read blocks the preparation that needs it, and is named', () => {
  test.each<[string, (ports: PreparePorts) => Partial<PreparePorts>, { runs: string[]; profiles: string[] }]>([
    [
      'a profile of the list',
      (ports) => ({
        profiles: {
          ...ports.profiles,
          inList: async function* () {
            yield { items: people, unreadable: ['odd'], cursor: null };
          },
        },
      }),
      { runs: [], profiles: ['odd'] },
    ],
    [
      'a run that has not ended',
      (ports) => ({
        ...withFatigue(ports),
        ...runs(ports, { current: async () => ({ ...none, unreadable: ['open'] }) }),
      }),
      { runs: ['open'], profiles: [] },
    ],
    [
      'runs that have ended, on pages of nothing else',
      (ports) => ({
        ...withFatigue(ports),
        ...runs(ports, {
          recent: async ({ before }) =>
            before === undefined
              ? { items: [], unreadable: ['late'], next: 'late' }
              : { items: [], unreadable: ['early'] },
        }),
      }),
      { runs: ['late', 'early'], profiles: [] },
    ],
    [
      'what a run froze',
      (ports) => ({
        ...withFatigue(ports),
        ...runs(ports, { recent: async () => ({ items: [sent], unreadable: [] }) }),
        content: {
          ...ports.content,
          get: async (key) => (key === chunkKey('runs/sent/', 0) ? '{"recipients": [' : ports.content.get(key)),
        },
      }),
      { runs: ['sent'], profiles: [] },
    ],
  ])('%s', async (_, change, named) => {
    expect(blockedBy(await prepared(change))).toEqual([
      { code: 'recordsReadable', verdict: 'blocking', facts: { places: [...named.runs, ...named.profiles], ...named } },
    ]);
  });

  test("runs that cannot be read are in nobody's way who asks for no limit", async () => {
    expect(
      blockedBy(await prepared((ports) => runs(ports, { current: async () => ({ ...none, unreadable: ['open'] }) }))),
    ).toBe('AwaitingConfirmation');
  });
});
