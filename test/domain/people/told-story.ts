import type { RunEvent } from '../../../domain/model/run-event.ts';
import type { Decision, Run } from '../../../domain/model/run.ts';
import type { EventType } from '../../../domain/model/stage-event.ts';
import { awaiting, person, preparation } from '../samples.ts';

/** What somebody or something does to a run, and what others are told of it. */
type Step = { event: (at: string) => RunEvent; says?: EventType };

const deadline = '2026-11-27T10:00:00.000Z';
const gateAt = (at: string, reminded: number[]) => ({
  requestedAt: at,
  deadline,
  approvers: [person],
  notMailed: 0,
  reminded,
  escalated: false,
  relieved: [],
});
const decisionAt = (at: string): Decision => ({
  decision: 'confirm',
  manifestHash: preparation.manifestHash,
  acknowledged: [],
  by: person,
  at,
  via: 'link',
});

/** From the question to the end, with everything that is told on the way. Each step makes the version after the one before. */
export const steps: readonly Step[] = [
  { event: (at) => ({ type: 'gateOpened', at, gate: gateAt(at, []) }), says: 'run.asked' },
  { event: (at) => ({ type: 'gateOpened', at, gate: gateAt(at, [50]) }), says: 'run.reminded' },
  { event: (at) => ({ type: 'decided', decision: decisionAt(at) }), says: 'run.decided' },
  { event: (at) => ({ type: 'sendingStarted', at }) },
  { event: (at) => ({ type: 'paused', at, by: null, cause: 'bounceRatio' }), says: 'run.braked' },
  { event: (at) => ({ type: 'resumed', at }) },
  { event: (at) => ({ type: 'finished', at }), says: 'run.finished' },
];

export const beginningOf = (id: string): Run => ({ ...awaiting, id });

/** Who of a run is mailed at its end: who asked for it, and who confirmed it. */
export const MAILED_AT_THE_END = 2;
