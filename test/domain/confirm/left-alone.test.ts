import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Run } from '../../../domain/model/run.ts';
import { showRun } from '../../../domain/model/show-run.ts';
import { reassignApprover } from '../../../lambdas/confirm/reassign-approver.ts';
import { watchGates } from '../../../lambdas/confirm/watch-gates.ts';
import { author } from '../samples.ts';
import type { UserPool } from '../people/user-pool.ts';
import { asking, board, confirmed, named, origin, poolOfThree, start, type Asking } from './left-world.ts';

const everybody = { kind: 'people' as const, addresses: ['anton', 'bea', 'carl'].map((name) => named(name).email) };
const actor = { ...named('ada'), groups: ['administration'] };

/** A minute passes. What the run says then of who is missing. */
const looked = async ({ gates, ports }: Asking) => {
  gates.at += 60_000;
  await watchGates(ports)();
  // As it comes out of the table.
  return showRun(Run.parse(gates.run), actor).approversMissing;
};

const gone = (pool: UserPool, ...names: string[]): void => {
  for (const name of names) pool.with(name, { groups: [start, 'board'], enabled: false });
};

describe('a question whose last possible approver goes away', () => {
  test.each([
    ['asked by name', everybody],
    ['asked as a group', board],
  ])('says so within a minute, and to whom it can be given: %s', async (_how, ask) => {
    const pool = poolOfThree().with('dora', { groups: [start] });
    const world = await asking(pool, ask);
    expect(await looked(world)).toBeNull();
    gone(pool, 'anton', 'bea');
    expect(await looked(world)).toBeNull();
    gone(pool, 'carl');
    expect(await looked(world)).toEqual({
      since: new Date(world.gates.at).toISOString(),
      needed: 1,
      canTake: [named('dora')],
    });
    expect(world.gates.audit.map(({ what }) => what)).toEqual(['confirmationRequested', 'approversMissing']);
    const { version } = world.gates.run;
    await looked(world);
    expect(world.gates.run.version).toBe(version);
  });

  test('can be given to whom it names, and then says it no more', async () => {
    const pool = poolOfThree().with('dora', { groups: [start] });
    const world = await asking(pool, everybody);
    gone(pool, 'anton', 'bea', 'carl');
    await looked(world);
    const body = { from: 'anton', to: 'dora@freigabe.example' };
    await reassignApprover(world.ports)({ params: { id: 'r' }, query: {}, body, actor, origin });
    expect(await looked(world)).toBeNull();
    await confirmed(world, 'dora');
    expect(world.gates.run.state).toBe('Scheduled');
  });

  test('says it no more when somebody comes back', async () => {
    const pool = poolOfThree();
    const world = await asking(pool, board);
    gone(pool, 'anton', 'bea', 'carl');
    expect(await looked(world)).toMatchObject({ canTake: [] });
    pool.with('bea', { groups: [start, 'board'] });
    expect(await looked(world)).toBeNull();
  });

  test('counts what was given, and who came into the group since', async () => {
    const pool = poolOfThree();
    const world = await asking(pool, board, 2);
    await confirmed(world, 'anton');
    gone(pool, 'anton', 'bea', 'carl');
    expect(await looked(world)).toMatchObject({ needed: 1 });
    pool.with('emil', { groups: [start, 'board'] });
    expect(await looked(world)).toBeNull();
  });

  test('names nobody who had a hand in it', async () => {
    const pool = poolOfThree().with(author.sub, { groups: [start], attributes: { sub: author.sub } });
    const world = await asking(pool, everybody);
    gone(pool, 'anton', 'bea', 'carl');
    expect(await looked(world)).toMatchObject({ canTake: [] });
  });
});

const stateOf = ({ gates }: Asking): string => gates.run.state;

const states = ['confirms', 'stays', 'goes', 'leavesTheGroup'] as const;

test('whoever stays or goes: it is missing somebody exactly when those who are left could not confirm it', async () => {
  const each = fc.constantFrom(...states);
  await fc.assert(
    fc.asyncProperty(fc.tuple(each, each, each), fc.integer({ min: 1, max: 3 }), async (chosen, approvals) => {
      const pool = poolOfThree();
      const world = await asking(pool, board, approvals);
      const names = ['anton', 'bea', 'carl'];
      for (const [index, name] of names.entries())
        if (chosen[index] === 'confirms' && stateOf(world) === 'AwaitingConfirmation') await confirmed(world, name);
      if (stateOf(world) !== 'AwaitingConfirmation') return;
      for (const [index, name] of names.entries()) {
        if (chosen[index] === 'goes') gone(pool, name);
        if (chosen[index] === 'leavesTheGroup') pool.with(name, { groups: [start] });
      }
      const missing = await looked(world);
      const able = names.filter((_name, index) => chosen[index] === 'stays');
      for (const name of able) if (stateOf(world) === 'AwaitingConfirmation') await confirmed(world, name);
      expect(missing === null).toBe(stateOf(world) === 'Scheduled');
    }),
    { numRuns: 100 },
  );
});
