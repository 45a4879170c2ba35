import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Check } from '../../../domain/model/preparation.ts';
import { PauseCause, type Decision, type Run } from '../../../domain/model/run.ts';
import { endTold } from '../../../domain/model/series-life.ts';
import { StageEvent } from '../../../domain/model/stage-event.ts';
import type { RunEvent } from '../../../domain/model/run-event.ts';
import { transition } from '../../../domain/model/transition.ts';
import { NotPublished } from '../../../domain/people/ports/bus.ts';
import { armedLife } from '../schedule/launch-world.ts';
import { awaiting, now, person, preparing } from '../samples.ts';
import { dyingAt } from '../dying-at.ts';
import { HOUR, PublishWorld } from './publish-world.ts';

const deadline = '2026-11-27T10:00:00.000Z';
const gate = {
  requestedAt: now,
  deadline,
  approvers: [person],
  notMailed: 0,
  reminded: [],
  escalated: false,
  relieved: [],
};
const decision: Decision = {
  decision: 'confirm',
  manifestHash: 'a'.repeat(64),
  acknowledged: [],
  by: person,
  at: now,
  via: 'link',
};
const asked: Run = { ...awaiting, gate };
const scheduled = transition(asked, { type: 'decided', decision });
const { unpublished: _decided, ...released } = scheduled;
const sending = transition(released, { type: 'sendingStarted', at: now });
const blocked: Check = { code: 'subjectPresent', verdict: 'blocking', facts: {} };
const warned: Check = { code: 'size', verdict: 'warning', facts: {} };
const missing = { since: now, needed: 2, canTake: [person] };

/** What happens to a run, and what is told of it. */
const told: [string, Run, RunEvent, { type: string; data: object }[]][] = [
  [
    'a question',
    awaiting,
    { type: 'gateOpened', at: now, gate },
    [{ type: 'run.asked', data: { round: 1, approvers: 1, deadline } }],
  ],
  [
    'a reminder',
    asked,
    { type: 'gateOpened', at: now, gate: { ...gate, reminded: [50] } },
    [{ type: 'run.reminded', data: { approvers: 1, deadline } }],
  ],
  [
    'a question that nobody is left to answer',
    asked,
    { type: 'gateOpened', at: now, gate: { ...gate, missing } },
    [{ type: 'run.approversMissing', data: { needed: 2 } }],
  ],
  ['a part that somebody else takes', asked, { type: 'gateOpened', at: now, gate: { ...gate, relieved: ['a'] } }, []],
  [
    'a confirmation',
    asked,
    { type: 'decided', decision },
    [{ type: 'run.decided', data: { decision: 'confirm', confirmations: 1, needed: 1, isSettled: true } }],
  ],
  [
    'a rejection',
    asked,
    { type: 'decided', decision: { ...decision, decision: 'reject', reason: 'Ms Smith left' } },
    [{ type: 'run.decided', data: { decision: 'reject', confirmations: 0, needed: 1, isSettled: true } }],
  ],
  [
    'a wish for changes',
    asked,
    { type: 'decided', decision: { ...decision, decision: 'requestChanges', reason: 'Ms Smith left' } },
    [{ type: 'run.changesRequested', data: {} }],
  ],
  [
    'a confirmation that is taken back',
    released,
    { type: 'withdrawn', at: now, by: person, deadline },
    [{ type: 'run.withdrawn', data: { confirmations: 0 } }],
  ],
  ['an expired question', asked, { type: 'expired', at: now }, [{ type: 'run.expired', data: {} }]],
  [
    'a preparation that is blocked',
    preparing,
    { type: 'preparationFailed', at: now, checks: [blocked, warned] },
    [{ type: 'run.preparationBlocked', data: { causes: ['subjectPresent'] } }],
  ],
  [
    'a start that is skipped',
    preparing,
    { type: 'skipped', at: now, cause: 'emptyAudience' },
    [{ type: 'run.skipped', data: { cause: 'emptyAudience' } }],
  ],
  [
    'starts that were missed',
    { ...preparing, sendAt: now, missedStarts: 3 },
    { type: 'skipped', at: now, cause: 'missed' },
    [{ type: 'series.missed', data: { start: now, starts: 3 } }],
  ],
  ...PauseCause.options.map((cause): (typeof told)[number] => [
    `a pause for ${cause}`,
    sending,
    { type: 'paused', at: now, by: null, cause, reason: 'said of paula@freigabe.example' },
    [
      cause.endsWith('Ratio')
        ? { type: 'run.braked', data: { cause } }
        : { type: 'run.paused', data: { byItself: true, cause } },
    ],
  ]),
  [
    'a pause by somebody',
    sending,
    { type: 'paused', at: now, by: person },
    [{ type: 'run.paused', data: { byItself: false, cause: null } }],
  ],
  [
    'a stop',
    sending,
    { type: 'stopped', at: now, by: person, cause: 'stopped' },
    [{ type: 'run.stopped', data: { byItself: false, cause: 'stopped' } }],
  ],
  [
    'the end',
    sending,
    { type: 'finished', at: now },
    [
      {
        type: 'run.finished',
        data: { figures: { toDeliver: 8, handedOver: 6, refused: 1, unknown: 0, optedOut: 1 } },
      },
    ],
  ],
  ['the beginning of the sending', released, { type: 'sendingStarted', at: now }, []],
];

let world: PublishWorld;
beforeEach(() => {
  world = new PublishWorld();
});

describe.each(told)('%s', (_what, run, event, events) => {
  test('is on the bus once, by its documented shape, and says nothing of a person', async () => {
    world.runs.set(run.id, transition(run, event));
    await world.pass(120);
    expect(world.bus.map(({ event: { type, data } }) => ({ type, data }))).toEqual(events);
    for (const { event: published } of world.bus) {
      expect(StageEvent.parse(published)).toEqual(published);
      expect(published).toMatchObject({
        version: 1,
        campaignId: 'c',
        runId: 'r',
        url: 'https://console.example/runs/r',
      });
      expect(JSON.stringify(published)).not.toMatch(/@|Paula|Anton|sub-|Smith|Letter/);
    }
    expect(world.runs.get(run.id)?.unpublished).toBeUndefined();
  });
});

test('what happens twice in one minute is two events with two ids, in their order', async () => {
  const reminded = transition(asked, { type: 'gateOpened', at: now, gate: { ...gate, reminded: [50] } });
  world.runs.set('r', transition(reminded, { type: 'decided', decision }));
  await world.pass(1);
  expect(world.bus.map(({ event: { id, type } }) => [id, type])).toEqual([
    [`r.${asked.version + 1}`, 'run.reminded'],
    [`r.${asked.version + 2}`, 'run.decided'],
  ]);
});

test('the end of a series is told of its campaign', async () => {
  world.lives.set('c', endTold({ ...armedLife, state: 'ended' }, { campaignId: 'c', at: now, cause: 'byHand' }));
  await world.pass(2);
  expect(world.bus.map(({ event }) => event)).toMatchObject([
    { type: 'series.ended', runId: null, campaignId: 'c', url: 'https://console.example/campaigns/c' },
  ]);
  expect(world.lives.get('c')?.unpublished).toBeUndefined();
});

test('somebody who had read the run before it was told brings the old event back: it is not told again', async () => {
  const first = transition(asked, { type: 'gateOpened', at: now, gate: { ...gate, reminded: [50] } });
  world.runs.set('r', first);
  await world.pass(1);
  world.runs.set('r', transition(first, { type: 'decided', decision }));
  await world.pass(120);
  expect(world.bus.map(({ event: { type } }) => type)).toEqual(['run.reminded', 'run.decided']);
});

test('a bus that takes nothing is asked again the next minute, and holds up no other telling', async () => {
  world.runs.set('r', transition(sending, { type: 'finished', at: now }));
  world.refusal = new NotPublished('ThrottlingException');
  await world.pass(3);
  world.refusal = undefined;
  await world.pass(1);
  expect(world.bus).toHaveLength(1);
});

/** Calls of all ports in the longest look. */
const CALLS = 14;

test.each(['before', 'after'] as const)(
  'killed %s any call: none is lost, and none comes twice within an hour',
  async (when) => {
    for (let at = 1; at <= CALLS; at += 1) {
      world = new PublishWorld();
      const reminded = transition(asked, { type: 'gateOpened', at: now, gate: { ...gate, reminded: [50] } });
      world.runs.set('r', transition(reminded, { type: 'decided', decision }));
      world.lives.set('c', endTold(armedLife, { campaignId: 'c', at: now, cause: 'noStartLeft' }));
      await world.pass(70, (ports) => dyingAt(ports, at, when));
      const byId = Map.groupBy(world.bus, ({ event }) => event.id);
      expect([at, [...byId.keys()].toSorted()]).toEqual([at, ['c.series.1', 'r.2', 'r.3']]);
      for (const [id, times] of byId)
        for (const [index, { at: time }] of times.entries())
          if (index > 0) expect([id, time - (times[index - 1]?.at ?? 0) >= HOUR]).toEqual([id, true]);
      expect(world.runs.get('r')?.unpublished).toBeUndefined();
    }
  },
);
