import { describe, expect, test } from '@jest/globals';
import type { Actor, Person } from '../../../domain/people/people.ts';
import type { Run } from '../../../domain/model/run.ts';
import { transition } from '../../../domain/model/transition.ts';
import { decideByLink, decideRun } from '../../../lambdas/confirm/decide-run.ts';
import { closeOverdue } from '../../../lambdas/confirm/expire-run.ts';
import { getConfirmation } from '../../../lambdas/confirm/get-confirmation.ts';
import { openGate } from '../../../lambdas/confirm/open-gate.ts';
import { reassignApprover } from '../../../lambdas/confirm/reassign-approver.ts';
import { withdrawConfirmation } from '../../../lambdas/confirm/withdraw-confirmation.ts';
import { locateRun } from '../../../lambdas/prepare/locate-run.ts';
import { author, awaiting, now, person, preparation } from '../samples.ts';
import { GateWorld } from './fakes.ts';

const second: Person = { sub: 'sub-2', email: 'eleni@freigabe.example', name: 'Eleni', language: 'de' };
const anton: Actor = { ...person, groups: ['start-deliveries'] };
const eleni: Actor = { ...second, groups: ['start-deliveries'] };
const gate = {
  requestedAt: now,
  deadline: awaiting.deadline,
  approvers: [person],
  notMailed: 0,
  reminded: [],
  escalated: false,
  relieved: [],
};
const open: Run = { ...awaiting, gate };
const asked = { query: {}, origin: { ip: '', userAgent: '' } };
const later = '2026-11-24T11:00:00.000Z';

/** A run whose approver has a link in the mail; an hour later something happens, and the link is opened. */
const linked = async (run: Run = open) => {
  const world = new GateWorld(run, [person, second]);
  const { manifestHash } = preparation;
  const linkId = await world.ports.links.create({
    runId: 'r',
    manifestHash,
    round: 1,
    approverSub: person.sub,
    approverEmail: person.email,
    createdAt: now,
    expiresAt: awaiting.deadline,
  });
  world.at = Date.parse(later);
  const look = async (actor = anton) =>
    getConfirmation(world.ports)({ ...asked, params: { linkId }, body: undefined, actor });
  const decide = async (decision: 'confirm' | 'reject') =>
    decideByLink(world.ports)({
      ...asked,
      params: { linkId },
      body: { decision, manifestHash, reason: 'The price is wrong.', acknowledged: [] },
      actor: anton,
    });
  return { world, look, decide };
};

/** Two confirmations are needed, for noon. */
const planned = '2026-11-24T12:00:00.000Z';
const policy = { ...preparation.policy, approvals: 2 };
const needsTwo: Run = { ...open, sendAt: planned, deadline: planned, preparation: { ...preparation, policy } };
const known = { manifestHash: preparation.manifestHash, acknowledged: ['sendTimePassed' as const] };

const confirmBy = async (world: GateWorld, ...actors: Actor[]): Promise<void> => {
  for (const actor of actors)
    await decideRun(world.ports)({
      ...asked,
      params: { id: 'r' },
      body: { ...known, decision: 'confirm', reason: '' },
      actor,
    });
};
const withdrawBy = async (world: GateWorld, actor: Actor, reason: string): Promise<void> => {
  const ports = { ...world.ports, ledger: { tallies: async () => [] } };
  await withdrawConfirmation(ports)({ ...asked, params: { id: 'r' }, body: { reason }, actor });
};
/** The machine comes to it an hour after its time. */
const missStart = async (world: GateWorld): Promise<void> => {
  world.at = Date.parse('2026-11-24T13:00:00.000Z');
  await locateRun(world.ports)({ runId: 'r' });
};

describe('a dead link says what happened, who did it and when', () => {
  test('of a decision', async () => {
    const { look, decide } = await linked();
    await decide('reject');
    expect(await look()).toMatchObject({
      fate: 'decided',
      run: { decision: { decision: 'reject', by: { name: 'Anton' }, at: later, reason: 'The price is wrong.' } },
    });
  });

  test('of a deadline that passed', async () => {
    const { world, look } = await linked();
    world.at = Date.parse(awaiting.deadline);
    await closeOverdue(world.ports)({ runId: 'r' });
    expect(await look()).toMatchObject({
      fate: 'expired',
      run: { deadline: awaiting.deadline, requestedBy: { name: 'Paula' } },
    });
  });

  test.each([
    ['stopped', 'stopped'],
    ['edited', 'voided'],
  ] as const)('of a run that was %s', async (cause, fate) => {
    const { world, look } = await linked();
    const event = { type: 'stopped' as const, at: later, by: author };
    world.run = transition(
      world.run,
      cause === 'edited' ? { ...event, cause, changed: ['content'] } : { ...event, cause },
    );
    expect(await look()).toMatchObject({ fate, run: { endedBy: { name: 'Paula' }, endedAt: later }, ended: null });
  });

  test('of a part that was given to somebody else', async () => {
    const { world, look } = await linked();
    const body = { from: person.sub, to: second.email };
    await reassignApprover(world.ports)({ ...asked, params: { id: 'r' }, body, actor: eleni });
    expect(await look()).toMatchObject({
      fate: 'reassigned',
      run: { approvers: [{ name: 'Eleni' }] },
      ended: { by: 'Eleni', at: later, reason: null },
    });
  });

  test('of a confirmation that was withdrawn, with the reason', async () => {
    const { world, look, decide } = await linked();
    await decide('confirm');
    const ledger = { tallies: async () => [] };
    const body = { reason: 'Wrong price.' };
    await withdrawConfirmation({ ...world.ports, ledger })({ ...asked, params: { id: 'r' }, body, actor: anton });
    expect(await look()).toMatchObject({
      fate: 'withdrawn',
      ended: { by: 'Anton', at: later, reason: 'Wrong price.' },
    });
  });

  test('of a start that was missed, though somebody took an answer back before, which left the link alive', async () => {
    const { world, look } = await linked(needsTwo);
    await confirmBy(world, eleni);
    await withdrawBy(world, eleni, 'A moment.');
    expect(await look()).toMatchObject({ fate: 'open' });
    await confirmBy(world, eleni, anton);
    await missStart(world);
    expect(await look()).toMatchObject({ fate: 'missed', ended: null });
  });

  test('of a confirmation that was withdrawn after a start had been missed, to whom was asked then', async () => {
    const { world, look } = await linked(needsTwo);
    await confirmBy(world, eleni, anton);
    await missStart(world);
    await openGate(world.ports)({ runId: 'r', taskToken: 'token' });
    const anew = [...world.links].find(([, link]) => link.approverSub === person.sub && link.round === 2)?.[0] ?? '';
    const lookAnew = async () =>
      getConfirmation(world.ports)({ ...asked, params: { linkId: anew }, body: undefined, actor: anton });
    expect(await lookAnew()).toMatchObject({ fate: 'open' });
    await confirmBy(world, anton, eleni);
    await withdrawBy(world, eleni, 'Wrong price.');
    expect(await look()).toMatchObject({ fate: 'missed', ended: null });
    expect(await lookAnew()).toMatchObject({ fate: 'withdrawn', ended: { by: 'Eleni', reason: 'Wrong price.' } });
  });

  test('of a history that was written before it named rounds', async () => {
    const { world, look, decide } = await linked();
    await decide('confirm');
    await withdrawBy(world, anton, 'Wrong price.');
    for (const record of world.audit) delete record.facts['round'];
    expect(await look()).toMatchObject({ fate: 'withdrawn', ended: { by: 'Anton' } });
  });

  test('and nothing of the run to whom it was not mailed', async () => {
    const { look } = await linked();
    expect(await look(eleni)).toEqual({ fate: 'notYours', run: null, boundTo: person.email, ended: null });
  });
});
