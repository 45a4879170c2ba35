import { authorsOf } from '../model/authors.ts';
import type { Person } from '../people/people.ts';
import { Problem } from '../http/problem.ts';
import { refuseEndedRows } from '../model/row-life.ts';
import type { Run, RunIn } from '../model/run.ts';
import { hasEnded } from '../model/run-end.ts';
import type { Unknown } from '../model/unknown.ts';

export type ResendCase = {
  original: Run;
  unknown: Unknown;
  /** The last run that was to send them again. */
  last: Run | undefined;
  /** How many messages whoever asks has seen: unknown ones, and those that SES refused without a reason. */
  messages: number;
  /** ISO 8601, UTC. */
  now: string;
};

type Original = RunIn<'Finished' | 'Stopped'>;

const ended = (run: Run): Original => {
  if (run.state === 'Finished' || run.state === 'Stopped') return run;
  throw new Problem(
    'wrong-state',
    `The run is ${run.state}; what is unknown of it shows only when it no longer sends.`,
    'Wait until it has finished, or stop it first.',
    { cause: 'stillSending', state: run.state },
  );
};

const hasBegun = (run: Run): boolean => 'sendingStartedAt' in run && run.sendingStartedAt !== undefined;

/**
 * The run that answers this call already: an open one that was asked for the same. Undefined: a new one is needed.
 * @throws Problem `conflict`, which names the run that is in the way
 */
export const answeredBy = (last: Run | undefined, messages: number): Run | undefined => {
  if (!last) return undefined;
  if (hasBegun(last) && hasEnded(last))
    throw new Problem(
      'conflict',
      'These messages of this run were sent again already.',
      'Look at the run that did so; what is unknown there can be sent again from there.',
      { cause: 'resentAlready', runId: last.id },
    );
  if (hasEnded(last)) return undefined;
  if (last.resendOf?.messages === messages) return last;
  throw new Problem(
    'conflict',
    `A run that sends ${last.resendOf?.messages} unknown messages of this one again is ${last.state}.`,
    'Decide on that run, or stop it and ask again.',
    { cause: 'resendUnderway', runId: last.id, state: last.state, messages: last.resendOf?.messages ?? 0 },
  );
};

const refuseUnknown = ({ unknown, messages, now }: ResendCase): void => {
  const { numbers, deadline } = unknown;
  if (numbers.length === 0)
    throw new Problem(
      'conflict',
      'No message of this run is unknown, or was refused by SES without a reason.',
      'There is nothing to be sent again.',
      { cause: 'nothingUnknown' },
    );
  if (deadline > now)
    throw new Problem('busy', 'SES may still answer for some of these messages.', `Ask again after ${deadline}.`, {
      cause: 'answersOutstanding',
      until: deadline,
    });
  if (numbers.length === messages) return;
  throw new Problem(
    'conflict',
    `Now ${numbers.length} messages of this run can be sent again, not ${messages}.`,
    'Load the list again, look at it, then ask for that many.',
    { cause: 'unknownChanged', unknown: numbers.length, messages },
  );
};

/**
 * May the unknown messages of a run be sent again? Answers the run that does so already, or the round of a new one.
 * @throws Problem `wrong-state`, `conflict`, `busy`
 */
export const decideResend = (asked: ResendCase): { run: Run } | { original: Original; round: number } => {
  const original = ended(asked.original);
  refuseEndedRows(original, Date.parse(asked.now));
  const run = answeredBy(asked.last, asked.messages);
  if (run) return { run };
  refuseUnknown(asked);
  return { original, round: (asked.last?.resendOf?.round ?? -1) + 1 };
};

/** The end of the original, a millisecond later for each round: in every list its resends follow it, in order. */
export const placeOf = (original: Original, round: number): string => {
  const end = original.state === 'Finished' ? original.finishedAt : original.stoppedAt;
  return new Date(Date.parse(end) + round).toISOString();
};

/**
 * The run that sends them again, about to be prepared from what the original froze. It always has a gate of its
 * own, and begins once that is confirmed; by somebody who had no hand in what is sent again, or in asking for it.
 */
export const resendOf = (
  original: Original,
  asked: { id: string; messages: number; round: number; requestedBy: Person; now: string },
): RunIn<'Preparing'> => {
  const { campaignId, campaignVersion, campaignName, list, filter, topic, editedBy } = original;
  const { id, messages, round, requestedBy, now } = asked;
  return {
    state: 'Preparing',
    id,
    campaignId,
    campaignVersion,
    campaignName,
    list,
    ...(filter && { filter }),
    ...(topic !== undefined && { topic }),
    createdAt: now,
    requestedBy,
    ...(editedBy && { editedBy }),
    authors: authorsOf(original),
    schedule: { mode: 'onceConfirmed' },
    requestConfirmation: true,
    resendOf: { runId: original.id, messages, round },
    version: 1,
  };
};
