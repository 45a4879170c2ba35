import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../domain/people/people.ts';
import type { Asked } from '../../../domain/model/policy.ts';
import { reassignApprover } from '../../../lambdas/confirm/reassign-approver.ts';
import { watchGates } from '../../../lambdas/confirm/watch-gates.ts';
import { awaiting, now } from '../samples.ts';
import type { UserPool } from '../people/user-pool.ts';
import { asking, board, confirmed, named, origin, poolOfThree, start, type Asking } from './left-world.ts';

const remindedAt = async ({ gates, ports }: Asking, share: number): Promise<string[]> => {
  gates.mails.length = 0;
  gates.at = Date.parse(now) + (Date.parse(awaiting.deadline) - Date.parse(now)) * share;
  await watchGates(ports)();
  return gates.mails.map(({ to }) => to.slice(0, to.indexOf('@'))).toSorted();
};

const leaving: [string, (pool: UserPool) => void][] = [
  ['disabled', (pool) => pool.with('bea', { groups: [start, 'board'], enabled: false })],
  ['deleted', (pool) => void pool.users.delete('bea')],
  ['without the role', (pool) => pool.with('bea', { groups: ['board'] })],
  ['to set a new password', (pool) => pool.with('bea', { groups: [start, 'board'], status: 'RESET_REQUIRED' })],
];
const asks: [string, Asked][] = [
  ['in a group', board],
  ['by role', { kind: 'group', group: start }],
  ['by name', { kind: 'people', addresses: ['anton', 'bea', 'carl'].map((name) => named(name).email) }],
];
const cases = leaving.flatMap(([what, leave]) => asks.map(([how, ask]) => [what, how, leave, ask] as const));

describe.each(cases)('who is %s, and was asked %s', (_what, _how, leave, ask) => {
  test('is not reminded, and cannot confirm', async () => {
    const pool = poolOfThree();
    const world = await asking(pool, ask);
    expect(world.gates.mails).toHaveLength(3);
    leave(pool);
    expect(await remindedAt(world, 0.6)).toEqual(['anton', 'carl']);
    await expect(confirmed(world, 'bea')).rejects.toMatchObject({ code: 'not-permitted' });
    expect(world.gates.run.state).toBe('AwaitingConfirmation');
  });

  test('is not asked at all when it happened before', async () => {
    const pool = poolOfThree();
    leave(pool);
    const { gates } = await asking(pool, ask);
    expect(gates.mails.map(({ to }) => to)).not.toContain('bea@freigabe.example');
    expect(gates.run).toMatchObject({ gate: { approvers: [{ sub: 'anton' }, { sub: 'carl' }] } });
  });
});

test('who left the group that is asked is out, though the role is still theirs', async () => {
  const pool = poolOfThree();
  const world = await asking(pool, board);
  pool.with('bea', { groups: [start] });
  expect(await remindedAt(world, 0.6)).toEqual(['anton', 'carl']);
  await expect(confirmed(world, 'bea')).rejects.toMatchObject({ code: 'not-permitted', cause: 'notAsked' });
});

test('who took a part over is asked without being in the group, until the role is gone', async () => {
  const pool = poolOfThree().with('dora', { groups: [start] });
  const world = await asking(pool, board);
  pool.with('bea', { groups: [start, 'board'], enabled: false });
  const body = { from: 'bea', to: 'dora@freigabe.example' };
  const actor: Actor = { ...named('anton'), groups: [start] };
  await reassignApprover(world.ports)({ params: { id: 'r' }, query: {}, body, actor, origin });
  expect(await remindedAt(world, 0.6)).toEqual(['anton', 'carl', 'dora']);
  const again = { from: 'carl', to: 'bea@freigabe.example' };
  await expect(
    reassignApprover(world.ports)({ params: { id: 'r' }, query: {}, body: again, actor, origin }),
  ).rejects.toMatchObject({ cause: 'noSuchApprover' });
  await confirmed(world, 'dora');
  expect(world.gates.run.state).toBe('Scheduled');
});

test('a confirmation that was given stands when its giver leaves afterwards', async () => {
  const pool = poolOfThree();
  const world = await asking(pool, board, 2);
  await confirmed(world, 'bea');
  pool.users.delete('bea');
  await confirmed(world, 'carl');
  expect(world.gates.run.state).toBe('Scheduled');
});
