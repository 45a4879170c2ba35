import { describe, expect, test } from '@jest/globals';
import type { Actor, Person } from '../../../domain/people/people.ts';
import type { Run } from '../../../domain/model/run.ts';
import { transition } from '../../../domain/model/transition.ts';
import { decideByLink } from '../../../lambdas/confirm/decide-run.ts';
import { closeOverdue } from '../../../lambdas/confirm/expire-run.ts';
import { getConfirmation } from '../../../lambdas/confirm/get-confirmation.ts';
import { reassignApprover } from '../../../lambdas/confirm/reassign-approver.ts';
import { withdrawConfirmation } from '../../../lambdas/confirm/withdraw-confirmation.ts';
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
const linked = async () => {
  const world = new GateWorld(open, [person, second]);
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

  test('and nothing of the run to whom it was not mailed', async () => {
    const { look } = await linked();
    expect(await look(eleni)).toEqual({ fate: 'notYours', run: null, boundTo: person.email, ended: null });
  });
});
