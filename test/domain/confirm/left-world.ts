import type { Actor, Person } from '../../../domain/people/people.ts';
import type { Asked } from '../../../domain/model/policy.ts';
import type { Run } from '../../../domain/model/run.ts';
import { peopleIn } from '../../../lambdas/adapters/cognito/people.ts';
import { askEverybody } from '../../../lambdas/confirm/ask-approvers.ts';
import { decideRun } from '../../../lambdas/confirm/decide-run.ts';
import { awaiting, preparation } from '../samples.ts';
import { UserPool } from '../people/user-pool.ts';
import { GateWorld } from './fakes.ts';

export const start = 'start-deliveries';
export const board: Asked = { kind: 'group', group: 'board' };
export const origin = { ip: '192.0.2.1', userAgent: 'test' };
export const named = (sub: string): Person => ({ sub, email: `${sub}@freigabe.example`, name: sub, language: 'en' });

export const poolOfThree = () => {
  const pool = new UserPool();
  for (const name of ['anton', 'bea', 'carl']) pool.with(name, { groups: [start, 'board'] });
  return pool;
};

/** A run that asks so many of a group or of people by name, whose question is put by the user pool. */
export const asking = async (pool: UserPool, ask: Asked, approvals = 1) => {
  const run: Run = { ...awaiting, preparation: { ...preparation, policy: { ...preparation.policy, ask, approvals } } };
  const gates = new GateWorld(run, []);
  const people = peopleIn(pool.port, () => 0);
  const ports = { ...gates.ports, people };
  await askEverybody(ports, run);
  return { gates, people, ports };
};

export type Asking = Awaited<ReturnType<typeof asking>>;

export const confirmed = async ({ people, ports }: Asking, sub: string) => {
  const actor: Actor = await people.actor({ sub, username: sub, groups: [start, 'board'] }, 'now');
  const body = { decision: 'confirm' as const, manifestHash: preparation.manifestHash, acknowledged: [] };
  return decideRun(ports)({ params: { id: 'r' }, query: {}, body, actor, origin });
};
