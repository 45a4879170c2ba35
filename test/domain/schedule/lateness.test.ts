import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Actor, Person } from '../../../domain/people/people.ts';
import { isLate } from '../../../domain/calendar/lateness.ts';
import type { Decision, Run, RunIn } from '../../../domain/model/run.ts';
import { showRun } from '../../../domain/model/show-run.ts';
import { transition } from '../../../domain/model/transition.ts';
import { decideByLink, decideRun } from '../../../lambdas/confirm/decide-run.ts';
import { getConfirmation } from '../../../lambdas/confirm/get-confirmation.ts';
import { openGate } from '../../../lambdas/confirm/open-gate.ts';
import { withdrawConfirmation } from '../../../lambdas/confirm/withdraw-confirmation.ts';
import { locateRun } from '../../../lambdas/prepare/locate-run.ts';
import { GateWorld } from '../confirm/fakes.ts';
import { awaiting, now, person, preparation, preparing } from '../samples.ts';

const second: Person = { sub: 'sub-2', email: 'eleni@freigabe.example', name: 'Eleni', language: 'de' };
const [anton, eleni] = [person, second].map((one): Actor => ({ ...one, groups: ['start-deliveries'] })) as [
  Actor,
  Actor,
];
const origin = { ip: '192.0.2.1', userAgent: 'test' };
const { manifestHash } = preparation;
const minutes = (count: number): number => count * 60_000;
const later = (at: string, count: number): string => new Date(Date.parse(at) + minutes(count)).toISOString();

const confirmation = (at: string): Decision => ({
  decision: 'confirm',
  manifestHash,
  acknowledged: [],
  by: person,
  at,
  via: 'link',
});
const scheduled = (run: Run): RunIn<'Scheduled'> => {
  if (run.state !== 'Scheduled') throw new Error(run.state);
  return run;
};
const planned = '2026-11-24T12:00:00.000Z';
/** Confirmed at ten for twelve. */
const confirmed = scheduled(
  transition({ ...awaiting, sendAt: planned, deadline: planned }, { type: 'decided', decision: confirmation(now) }),
);
/** Of a series that sends by itself: due at ten, prepared a quarter of an hour later. */
const unasked = scheduled(
  transition(
    { ...preparing, requestConfirmation: false, sendAt: now },
    {
      type: 'prepared',
      at: later(now, 15),
      preparation: { ...preparation, durationMs: minutes(15) },
      deadline: now,
    },
  ),
);
const worldOf = (run: Run, at: string): GateWorld => {
  const world = new GateWorld(run, [person, second]);
  world.at = Date.parse(at);
  return world;
};
const machineAsks = async (world: GateWorld) => locateRun(world.ports)({ runId: 'r' });
const decide = (actor: Actor, acknowledged: 'sendTimePassed'[] = []) => ({
  params: { id: 'r' },
  query: {},
  body: { decision: 'confirm' as const, manifestHash, acknowledged },
  actor,
  origin,
});

describe('a run whose time to send has passed', () => {
  test.each([
    ['confirmed, to which the machine comes in time', confirmed, planned, 'send'],
    ['confirmed, half an hour late', confirmed, later(planned, 30), 'send'],
    ['confirmed, later than that', confirmed, later(planned, 31), 'confirm'],
    ['confirmed, days later', confirmed, later(planned, 3 * 24 * 60), 'confirm'],
    [
      'without a planned time, confirmed hours ago',
      { ...confirmed, sendAt: undefined, startAt: now },
      planned,
      'confirm',
    ],
    [
      'confirmed by somebody who knew that it is late',
      { ...confirmed, startAt: later(planned, 600) },
      later(planned, 601),
      'send',
    ],
    ['that nobody decides, after a long preparation', unasked, later(now, 44), 'send'],
    ['that nobody decides, in an outage', unasked, later(now, 46), 'confirm'],
    [
      'that nobody decides, prepared after an outage',
      { ...unasked, startAt: later(now, 600) },
      later(now, 600),
      'confirm',
    ],
  ] as [string, RunIn<'Scheduled'>, string, string][])('%s', async (_, run, at, position) => {
    const world = worldOf(run, at);
    expect(await machineAsks(world)).toMatchObject({ position });
    expect(world.run.state).toBe(position === 'send' ? 'Scheduled' : 'AwaitingConfirmation');
  });

  test('is asked for again: of everybody, by new links, with a deadline that lies ahead, on the record', async () => {
    const world = worldOf({ ...confirmed, gate: undefined }, later(planned, 300));
    const links = world.ports.links;
    const old = await links.create({
      runId: 'r',
      manifestHash,
      round: 1,
      approverSub: person.sub,
      approverEmail: person.email,
      createdAt: now,
      expiresAt: planned,
    });
    await machineAsks(world);
    await openGate(world.ports)({ runId: 'r', taskToken: 'token' });
    expect(showRun(world.run, anton)).toMatchObject({
      state: 'AwaitingConfirmation',
      approvals: [],
      decision: null,
      missedStart: planned,
      deadline: later(planned, 300 + 72 * 60),
    });
    expect(world.audit).toMatchObject([
      { what: 'startMissed', by: null, facts: { due: planned } },
      { what: 'confirmationRequested' },
    ]);
    expect(world.mails).toHaveLength(2);
    expect(world.mails[0]?.text).toMatch(/Its start, .*24 Nov.* was missed.*Whoever confirms sends at once/);
    expect(world.mails[1]?.text).toMatch(/Der Start, .*24\. Nov.* wurde verpasst.*Wer bestätigt, sendet sofort/);
    const byOld = { ...decide(anton, ['sendTimePassed']), params: { linkId: old } };
    await expect(decideByLink(world.ports)(byOld)).rejects.toMatchObject({ code: 'link-dead' });
    const look = { params: { linkId: old }, query: {}, body: undefined, actor: anton, origin };
    expect(await getConfirmation(world.ports)(look)).toMatchObject({ fate: 'missed', ended: null });
  });

  test.each([
    ['confirmed before', confirmed],
    ['of a series that sends by itself', unasked],
  ])('%s goes out once somebody says that they know of it, and not a second question later', async (_, run) => {
    const world = worldOf(run, later(planned, 300));
    await machineAsks(world);
    world.at += minutes(10);
    const refusal = { code: 'unacknowledged', facts: { missing: ['sendTimePassed'] } };
    await expect(decideRun(world.ports)(decide(eleni))).rejects.toMatchObject(refusal);
    await decideRun(world.ports)(decide(eleni, ['sendTimePassed']));
    expect(world.run).toMatchObject({ state: 'Scheduled', startAt: new Date(world.at).toISOString() });
    world.at += minutes(29);
    expect(await machineAsks(world)).toMatchObject({ position: 'send' });
  });

  test('withdrawn, it waits for its new deadline and not for the time that is past', async () => {
    const run = { ...confirmed, preparation: { ...preparation, policy: { ...preparation.policy, approvals: 2 } } };
    const world = worldOf(run, later(planned, 300));
    await machineAsks(world);
    for (const actor of [anton, eleni]) await decideRun(world.ports)(decide(actor, ['sendTimePassed']));
    expect(world.run.state).toBe('Scheduled');
    const { body: _body, ...asked } = decide(anton);
    await withdrawConfirmation({ ...world.ports, ledger: { tallies: async () => [] } })({ ...asked, body: {} });
    expect(showRun(world.run, anton)).toMatchObject({
      state: 'AwaitingConfirmation',
      deadline: later(planned, 300 + 72 * 60),
    });
  });

  test('is left to whoever stops it at the same moment', async () => {
    const world = worldOf(confirmed, later(planned, 300));
    world.beforeWrite = async () => {
      world.run = transition(world.run, { type: 'stopped', at: later(planned, 300), by: person, cause: 'stopped' });
    };
    expect(await machineAsks(world)).toMatchObject({ position: 'ended', state: 'Stopped' });
    expect(world.audit).toEqual([]);
  });
});

test('no other state is ever late, whenever it is looked at', () => {
  const sending = transition(confirmed, { type: 'sendingStarted', at: planned });
  const paused = transition(sending, { type: 'paused', at: planned, by: person });
  const expired = transition(awaiting, { type: 'expired', at: planned });
  fc.assert(
    fc.property(
      fc.constantFrom<Run>(preparing, awaiting, sending, paused, expired),
      fc.integer({ min: -1000, max: 100_000 }),
      (run, count) => {
        expect(isLate(run, later(planned, count))).toBe(false);
        expect(() => transition(run, { type: 'startMissed', at: planned, deadline: planned })).toThrow(
          expect.objectContaining({ code: 'wrong-state' }),
        );
      },
    ),
  );
});
