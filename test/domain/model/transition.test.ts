import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { noImports } from '../../../domain/model/import-snapshot.ts';
import { Problem } from '../../../domain/http/problem.ts';
import { Run } from '../../../domain/model/run.ts';
import { hasEnded } from '../../../domain/model/run-end.ts';
import type { RunEvent } from '../../../domain/model/run-event.ts';
import { transition } from '../../../domain/model/transition.ts';
import { now, person, preparation, preparing } from '../samples.ts';

const decided = (decision: 'confirm' | 'reject'): RunEvent => ({
  type: 'decided',
  decision: { decision, manifestHash: preparation.manifestHash, acknowledged: [], by: person, at: now, via: 'console' },
});

const events: RunEvent[] = [
  { type: 'prepared', at: now, preparation, deadline: '2026-11-27T10:00:00.000Z' },
  { type: 'preparationFailed', at: now, checks: [] },
  { type: 'checkpointSet', left: { prefix: 'runs/r/1/', leg: 1, imports: noImports, begunAt: now } },
  { type: 'checkpointSet', left: null },
  {
    type: 'gateOpened',
    at: now,
    gate: {
      requestedAt: now,
      deadline: '2026-11-27T10:00:00.000Z',
      approvers: [person],
      notMailed: 0,
      reminded: [],
      escalated: false,
      relieved: [],
    },
  },
  decided('confirm'),
  decided('reject'),
  { type: 'expired', at: now },
  { type: 'sendingStarted', at: now },
  { type: 'paused', at: now, by: person },
  { type: 'resumed', at: now },
  { type: 'finished', at: now },
  { type: 'stopped', at: now, by: person, cause: 'stopped' },
  { type: 'skipped', at: now, cause: 'emptyAudience' },
];

test('in any order of events no end is ever left, nothing is sent without a decision, and every state is valid', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...events), { maxLength: 30 }),
      fc.boolean(),
      (happenings, requestConfirmation) => {
        let run: Run = { ...preparing, requestConfirmation };
        for (const event of happenings) {
          const before = run;
          try {
            run = transition(run, event);
          } catch (error) {
            expect(error).toBeInstanceOf(Problem);
            continue;
          }
          expect(hasEnded(before)).toBe(false);
          expect(run.version).toBe(before.version + 1);
          expect(Run.safeParse(run).success).toBe(true);
          if (event.type === 'decided') expect(before.state).toBe('AwaitingConfirmation');
          if (requestConfirmation && (run.state === 'Scheduled' || run.state === 'Sending' || run.state === 'Finished'))
            expect(run.decision?.decision).toBe('confirm');
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test('a confirmed run starts at its planned time, and at once when that is past', () => {
  const awaiting = transition({ ...preparing, sendAt: '2026-12-01T08:00:00.000Z' }, events[0]!);
  expect(transition(awaiting, decided('confirm'))).toMatchObject({
    state: 'Scheduled',
    startAt: '2026-12-01T08:00:00.000Z',
  });
  const late = transition({ ...preparing, sendAt: '2026-11-01T08:00:00.000Z' }, events[0]!);
  expect(transition(late, decided('confirm'))).toMatchObject({ startAt: now });
});
