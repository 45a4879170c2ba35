import { neededOf } from './open-question.ts';
import type { Check } from './preparation.ts';
import { BrakeCause, type Run } from './run.ts';
import type { Happened, Unpublished } from './stage-event.ts';
import type { RunEvent } from './run-event.ts';

type On<T extends RunEvent['type']> = Extract<RunEvent, { type: T }>;

const givenIn = (run: Run): number => ('approvals' in run ? run.approvals.length : 0);

const blockingIn = (checks: readonly Check[]): string[] =>
  checks.filter(({ verdict }) => verdict === 'blocking').map(({ code }) => code);

const ofGate = (before: Run, { gate, at }: On<'gateOpened'>): Happened[] => {
  const known = 'gate' in before ? before.gate : undefined;
  const { deadline } = gate;
  const approvers = gate.approvers.length;
  if (!known) {
    const round = 'round' in before ? before.round : 1;
    return [{ type: 'run.asked', at, data: { round, approvers, deadline } }];
  }
  const isReminder = gate.reminded.length > known.reminded.length;
  const missing = known.missing ? undefined : gate.missing;
  return [
    ...(isReminder ? [{ type: 'run.reminded' as const, at, data: { approvers, deadline } }] : []),
    ...(missing ? [{ type: 'run.approversMissing' as const, at, data: { needed: missing.needed } }] : []),
  ];
};

const ofDecision = ({ decision: { decision, at } }: On<'decided'>, after: Run): Happened[] => {
  if (decision === 'requestChanges') return [{ type: 'run.changesRequested', at, data: {} }];
  const confirmations = givenIn(after);
  const isSettled = after.state !== 'AwaitingConfirmation';
  const needed = neededOf(after) ?? 0;
  return [{ type: 'run.decided', at, data: { decision, confirmations, needed, isSettled } }];
};

const ofPause = ({ at, by, cause }: On<'paused'>): Happened[] =>
  BrakeCause.safeParse(cause).success && by === null && cause !== undefined
    ? [{ type: 'run.braked', at, data: { cause } }]
    : [{ type: 'run.paused', at, data: { byItself: by === null, cause: cause ?? null } }];

const ofSkip = (before: Run, { at, cause }: On<'skipped'>): Happened[] =>
  cause === 'missed'
    ? [{ type: 'series.missed', at, data: { start: before.sendAt ?? null, starts: before.missedStarts ?? 1 } }]
    : [{ type: 'run.skipped', at, data: { cause } }];

/** The way it goes: nobody waits to hear of it. */
type Silent = On<
  | 'prepared'
  | 'checkpointSet'
  | 'startMissed'
  | 'sendingStarted'
  | 'held'
  | 'waveSent'
  | 'waveBegun'
  | 'resumed'
  | 'resent'
>;
const silent: Record<Silent['type'], true> = {
  prepared: true,
  checkpointSet: true,
  startMissed: true,
  sendingStarted: true,
  held: true,
  waveSent: true,
  waveBegun: true,
  resumed: true,
  resent: true,
};
const isSilent = (event: RunEvent): event is Silent => event.type in silent;

/** What of that others are told by an event. */
const happenedBy = (before: Run, event: Exclude<RunEvent, Silent>, after: Run): Happened[] => {
  switch (event.type) {
    case 'gateOpened':
      return ofGate(before, event);
    case 'decided':
      return ofDecision(event, after);
    case 'withdrawn':
      return [{ type: 'run.withdrawn', at: event.at, data: { confirmations: givenIn(after) } }];
    case 'preparationFailed':
      return [{ type: 'run.preparationBlocked', at: event.at, data: { causes: blockingIn(event.checks) } }];
    case 'expired':
      return [{ type: 'run.expired', at: event.at, data: {} }];
    case 'skipped':
      return ofSkip(before, event);
    case 'paused':
      return ofPause(event);
    case 'stopped':
      return [{ type: 'run.stopped', at: event.at, data: { byItself: event.by === null, cause: event.cause } }];
    case 'abTestDecided':
    case 'abTestChosen': {
      const { decidedAt, winner, reason, isClear } = event.result;
      return [{ type: 'run.abTestDecided', at: decidedAt, data: { winner, reason, isClear } }];
    }
    case 'finished':
      return [{ type: 'run.finished', at: event.at, data: {} }];
  }
};

/**
 * What is still to be published of a run after this happened to it. Kept in the run, so that it is stored by the very
 * write that makes it true: no crash comes between. The version is of this one write, and so is the id.
 */
export const announced = (before: Run, event: RunEvent, after: Run): Pick<Run, 'unpublished'> => {
  const [first, ...others] = isSilent(event) ? [] : happenedBy(before, event, after);
  if (!first) return {};
  const version = before.version + 1;
  const all = [first, ...others].map((one, index): Unpublished => ({
    ...one,
    id: `${before.id}.${version}${index === 0 ? '' : `.${index}`}`,
  }));
  return { unpublished: [...(before.unpublished ?? []), ...all] };
};
