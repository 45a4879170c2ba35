import { describe, expect, test } from '@jest/globals';
import type { Actor, Person } from '../../../domain/people/people.ts';
import type { Run } from '../../../domain/model/run.ts';
import { transition } from '../../../domain/model/transition.ts';
import { decideByLink, decideRun } from '../../../lambdas/confirm/decide-run.ts';
import { closeOverdue } from '../../../lambdas/confirm/expire-run.ts';
import { reassignApprover } from '../../../lambdas/confirm/reassign-approver.ts';
import { watchGates } from '../../../lambdas/confirm/watch-gates.ts';
import { withdrawConfirmation } from '../../../lambdas/confirm/withdraw-confirmation.ts';
import { awaiting, now, person, preparation } from '../samples.ts';
import { GateWorld } from './fakes.ts';

const second: Person = { sub: 'sub-2', email: 'eleni@freigabe.example', name: 'Eleni', language: 'de' };
const [anton, eleni] = [person, second].map((one): Actor => ({ ...one, groups: ['start-deliveries'] })) as [
  Actor,
  Actor,
];
const origin = { ip: '192.0.2.1', userAgent: 'test' };

const gateOf = (approvers: Person[]) => ({
  requestedAt: now,
  deadline: awaiting.deadline,
  approvers,
  notMailed: 0,
  reminded: [],
  escalated: false,
  relieved: [],
});
const open: Run = { ...awaiting, gate: gateOf([person, second]) };
const ofTwo: Run = { ...open, preparation: { ...preparation, policy: { ...preparation.policy, approvals: 2 } } };

const asked = (actor: Actor, decision: 'confirm' | 'reject' | 'requestChanges' = 'confirm') => ({
  params: { id: 'r' },
  query: {},
  body: { decision, manifestHash: preparation.manifestHash, reason: 'The price is wrong.', acknowledged: [] },
  actor,
  origin,
});
const deadline = Date.parse(awaiting.deadline);

describe('a decision in the last second and the deadline', () => {
  test('when the decision writes first it stands, and the deadline changes nothing', async () => {
    const world = new GateWorld(open, [person, second]);
    world.at = deadline - 1;
    await decideRun(world.ports)(asked(anton));
    world.at = deadline + 5;
    await closeOverdue(world.ports)({ runId: 'r' });
    expect(world.run.state).toBe('Scheduled');
    expect(world.audit.map(({ what }) => what)).toEqual(['confirmed']);
    expect(world.continued).toBe(1);
  });

  test('when the deadline writes first the decision is refused, though it was read in time', async () => {
    const world = new GateWorld(open, [person, second]);
    world.at = deadline - 1;
    world.beforeWrite = async () => {
      world.at = deadline;
      await closeOverdue(world.ports)({ runId: 'r' });
    };
    await expect(decideRun(world.ports)(asked(anton))).rejects.toMatchObject({ code: 'expired' });
    expect(world.run.state).toBe('Expired');
    expect(world.audit.map(({ what }) => what)).toEqual(['expired']);
    expect(world.continued).toBe(1);
  });

  test('when the decision comes between the look and the write of the deadline it stands', async () => {
    const world = new GateWorld(open, [person, second]);
    world.at = deadline;
    world.beforeWrite = async () => {
      world.at = deadline - 1;
      await decideRun(world.ports)(asked(anton));
    };
    await closeOverdue(world.ports)({ runId: 'r' });
    expect(world.run.state).toBe('Scheduled');
    expect(world.audit.map(({ what }) => what)).toEqual(['confirmed']);
  });
});

describe('two approvers at once', () => {
  test('when one is enough the second is told who decided', async () => {
    const world = new GateWorld(open, [person, second]);
    world.beforeWrite = async () => void (await decideRun(world.ports)(asked(eleni)));
    await expect(decideRun(world.ports)(asked(anton))).rejects.toMatchObject({
      code: 'already-decided',
      message: expect.stringContaining('Eleni confirmed'),
    });
    expect(world.run).toMatchObject({ state: 'Scheduled', approvals: [{ by: { name: 'Eleni' } }] });
  });

  test('when two are needed neither is lost', async () => {
    const world = new GateWorld(ofTwo, [person, second]);
    world.beforeWrite = async () => void (await decideRun(world.ports)(asked(eleni)));
    await decideRun(world.ports)(asked(anton));
    expect(world.run).toMatchObject({ state: 'Scheduled', approvals: [{ by: { name: 'Eleni' } }, {}] });
    expect(world.continued).toBe(1);
  });

  test('a link that is used in two browsers decides once', async () => {
    const world = new GateWorld(ofTwo, [person, second]);
    const { links } = world.ports;
    const { manifestHash } = preparation;
    const { deadline: expiresAt } = awaiting;
    const link = {
      runId: 'r',
      manifestHash,
      round: 1,
      approverSub: anton.sub,
      approverEmail: '',
      createdAt: now,
      expiresAt,
    };
    const linkId = await links.create(link);
    const byLink = { ...asked(anton), params: { linkId } };
    world.beforeWrite = async () => void (await decideByLink(world.ports)(byLink));
    await expect(decideByLink(world.ports)(byLink)).rejects.toMatchObject({ code: 'already-decided' });
    expect(world.run).toMatchObject({ state: 'AwaitingConfirmation', approvals: [{}] });
  });
});

describe('a crash between the decision and the machine', () => {
  test.each(['confirm', 'reject'] as const)('of a %s is repaired by the watch', async (decision) => {
    const world = new GateWorld(open, [person, second]);
    world.beforeAnswer = async () => {
      throw new Error('the Lambda died');
    };
    await expect(decideRun(world.ports)(asked(anton, decision))).rejects.toThrow('died');
    expect([world.continued, world.tokens.size]).toEqual([0, 1]);
    await watchGates(world.ports)();
    expect([world.continued, world.tokens.size]).toEqual([1, 0]);
    await watchGates(world.ports)();
    expect(world.continued).toBe(1);
  });

  test('and a deadline that no timer told is closed by it too', async () => {
    const world = new GateWorld(open, [person, second]);
    world.at = deadline;
    await watchGates(world.ports)();
    expect(world.run.state).toBe('Expired');
    expect(world.continued).toBe(1);
  });
});

describe('the watch', () => {
  test('reminds who has not answered, once for each point', async () => {
    const world = new GateWorld(ofTwo, [person, second]);
    await decideRun(world.ports)(asked(anton));
    world.at = Date.parse(now) + (deadline - Date.parse(now)) * 0.6;
    await watchGates(world.ports)();
    await watchGates(world.ports)();
    expect(world.mails.map(({ to }) => to)).toEqual([second.email]);
    expect(world.mails[0]?.subject).toContain('Erinnerung');
    world.at = Date.parse(now) + (deadline - Date.parse(now)) * 0.95;
    await watchGates(world.ports)();
    expect(world.mails).toHaveLength(2);
    expect(world.run).toMatchObject({ gate: { reminded: [50, 90] }, approvals: [{}] });
  });

  test('reminds nobody who does without, who is asked all the same', async () => {
    const world = new GateWorld(ofTwo, [person, second]);
    world.off.set(second.sub, ['reminded']);
    world.at = Date.parse(now) + (deadline - Date.parse(now)) * 0.6;
    await watchGates(world.ports)();
    expect(world.mails.map(({ to }) => to)).toEqual([person.email]);
    expect(world.run).toMatchObject({ gate: { reminded: [50], approvers: [{}, {}] } });
  });

  test('asks when whoever should have asked died before', async () => {
    const world = new GateWorld(awaiting, [person, second]);
    world.at += 60_000;
    await watchGates(world.ports)();
    expect(world.mails).toEqual([]);
    world.at += 120_000;
    await watchGates(world.ports)();
    expect(world.mails).toHaveLength(2);
  });
});

describe('a confirmation that is taken back', () => {
  const withdrawal = { params: { id: 'r' }, query: {}, body: { reason: 'Wrong price.' }, actor: anton, origin };
  const ledger = { tallies: async () => [{ chunk: 0, closed: 1, handedOver: 40, refused: 2, optedOut: 0, open: 8 }] };

  test('opens the question anew with new links, and the old ones are dead', async () => {
    const world = new GateWorld(open, [person, second]);
    const { links } = world.ports;
    const { manifestHash } = preparation;
    const { deadline: expiresAt } = awaiting;
    const old = {
      runId: 'r',
      manifestHash,
      round: 1,
      approverSub: anton.sub,
      approverEmail: '',
      createdAt: now,
      expiresAt,
    };
    const linkId = await links.create(old);
    await decideByLink(world.ports)({ ...asked(anton), params: { linkId } });
    await withdrawConfirmation({ ...world.ports, ledger })(withdrawal);
    expect(world.run).toMatchObject({
      state: 'AwaitingConfirmation',
      round: 2,
      approvals: [],
      gate: { approvers: [{}, {}] },
    });
    expect(world.mails).toHaveLength(2);
    await expect(decideByLink(world.ports)({ ...asked(anton), params: { linkId } })).rejects.toMatchObject({
      code: 'link-dead',
    });
    expect(world.audit.map(({ what }) => what)).toEqual(['confirmed', 'withdrawn', 'confirmationRequested']);
  });

  test('too late is refused with how many are claimed, and sending goes on', async () => {
    const world = new GateWorld(open, [person, second]);
    await decideRun(world.ports)(asked(anton));
    world.beforeWrite = async () => {
      world.run = transition(world.run, { type: 'sendingStarted', at: now });
    };
    await expect(withdrawConfirmation({ ...world.ports, ledger })(withdrawal)).rejects.toMatchObject({
      code: 'wrong-state',
      message: expect.stringContaining('50 messages are claimed'),
    });
    expect(world.run.state).toBe('Sending');
  });

  test("is only one's own", async () => {
    const world = new GateWorld(open, [person, second]);
    await decideRun(world.ports)(asked(anton));
    await expect(
      withdrawConfirmation({ ...world.ports, ledger })({ ...withdrawal, actor: eleni }),
    ).rejects.toMatchObject({ code: 'not-permitted' });
  });
});

test.each([
  ['reject', 'abgelehnt'],
  ['requestChanges', 'Änderungen'],
] as const)('%s ends the run and brings its reason to whoever asked, in their language', async (decision, word) => {
  const world = new GateWorld(open, [person, second]);
  await decideRun(world.ports)(asked(anton, decision));
  expect(world.run).toMatchObject({ state: 'Rejected', decision: { decision } });
  expect(world.mails).toEqual([expect.objectContaining({ to: 'paula@freigabe.example' })]);
  expect(world.mails[0]?.subject).toContain(word);
  for (const part of [world.mails[0]?.text, world.mails[0]?.html]) expect(part).toContain('The price is wrong.');
  expect(world.audit[0]).toMatchObject({ by: { name: 'Anton' }, origin, facts: { reason: 'The price is wrong.' } });
});

test('whoever asked and does without that mail gets none', async () => {
  const world = new GateWorld(open, [person, second]);
  world.off.set(open.requestedBy.sub, ['refused']);
  await decideRun(world.ports)(asked(anton, 'reject'));
  expect([world.run.state, world.mails]).toEqual(['Rejected', []]);
});

test('another approver is asked by a mail of their own', async () => {
  const world = new GateWorld({ ...open, gate: gateOf([person]) }, [person, second]);
  const body = { from: person.sub, to: second.email };
  await reassignApprover(world.ports)({ params: { id: 'r' }, query: {}, body, actor: anton, origin });
  expect(world.mails.map(({ to }) => to)).toEqual([second.email]);
  await expect(decideRun(world.ports)(asked(anton))).rejects.toMatchObject({ code: 'not-permitted' });
  await decideRun(world.ports)(asked(eleni));
  expect(world.run.state).toBe('Scheduled');
});
