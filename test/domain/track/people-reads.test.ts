import { describe, expect, test } from '@jest/globals';
import type { EraseReport } from '../../../domain/track/api.ts';
import { findProfiles } from '../../../lambdas/audience/read-profiles.ts';
import { erasePerson } from '../../../lambdas/track/care-for-person.ts';
import { explainAddress, getHistory } from '../../../lambdas/track/read-profiles.ts';
import { anna, asked, frozenRuns, World } from './people-world.ts';

/** Calls that were made more than once. */
const repeated = ({ calls }: World): string[] => [...new Set(calls.filter((call, at) => calls.indexOf(call) !== at))];

const twins = Array.from({ length: 12 }, (_, index) => ({ ...anna, id: `anna-${index}` }));

describe('an address that many profiles have', () => {
  test('is looked up once, however many have it', async () => {
    const world = new World();
    world.atAddress = [...twins, { ...anna, id: 'moved', address: 'Other@home.example' }];
    const { items } = await findProfiles(world.ports)(asked('', { address: anna.address }));
    expect(items.map(({ profile }) => profile.id)).toEqual(world.atAddress.map(({ id }) => id));
    expect(repeated(world)).toEqual([]);
    expect(world.calls).toContain('addressStatus other@home.example');
  });

  test('is explained by one look at the runs and at the directory of each', async () => {
    const world = new World(frozenRuns(30));
    world.atAddress = [...twins, anna];
    const { items, runs } = await explainAddress(world.ports)(asked('', { address: anna.address }));
    const newest = frozenRuns(30)
      .slice(0, 5)
      .map(({ id }) => id);
    expect(items.filter(({ profileId }) => profileId === 'anna').map(({ runId }) => runId)).toEqual(newest);
    expect(runs).toHaveLength(30);
    expect(repeated(world)).toEqual([]);
  });

  test('is explained for one run by one look at its directory', async () => {
    const world = new World(frozenRuns(3));
    world.atAddress = twins;
    await explainAddress(world.ports)(asked('', { address: anna.address, run: 'run-002' }));
    expect(repeated(world)).toEqual([]);
  });
});

test('a history is that of all ids of the person', async () => {
  const world = new World();
  const { items } = await getHistory(world.ports)(asked('anna', { limit: 50 }));
  const exclusions = await explainAddress(world.ports)(asked('', { address: anna.address }));
  world.profile = { ...anna, id: 'ann', mergedFrom: ['anna'] };
  world.atAddress = [world.profile];
  expect((await getHistory(world.ports)(asked('ann', { limit: 50 }))).items).toEqual(items);
  const told = await explainAddress(world.ports)(asked('', { address: anna.address }));
  expect(told.items.map(({ runId }) => runId)).toEqual(exclusions.items.map(({ runId }) => runId));
  expect(told.items.length).toBeGreaterThan(0);
});

test.each([0, 1, 20, 21, 40, 95])(
  'an erasure looks into 20 runs at a time and names each of %i once',
  async (count) => {
    const world = new World(frozenRuns(count));
    const named: string[] = [];
    const written: unknown[] = [];
    const ports = { ...world.ports, audit: { append: async (entry: unknown) => void written.push(entry) } as never };
    let cursor: string | null | undefined;
    do {
      world.calls.length = 0;
      const query = cursor === undefined ? {} : { cursor };
      const report: EraseReport = await erasePerson(ports)(asked('anna', query));
      expect(world.calls.filter((call) => call.includes('recipients')).length).toBeLessThanOrEqual(20);
      named.push(...report.frozen.map(({ runId }) => runId));
      cursor = report.cursor;
    } while (typeof cursor === 'string');
    expect(named).toEqual(frozenRuns(count).map(({ id }) => id));
    // It is kept in the audit that the person was erased, not how many pages of the report somebody read.
    expect(written).toHaveLength(1);
  },
);
