import type { RunView } from '../../domain/model/run-view.ts';
import type { HistoryLine, StrangeEvents } from '../../domain/track/api.ts';
import { failed, note, notSeen, ok, type Line } from './line.ts';
import { ends, type SimulatorRecipient } from './scenarios.ts';

type Checked = Pick<RunView, 'state' | 'counts' | 'checks' | 'preparationMs'>;

const codes = ({ checks }: Pick<RunView, 'checks'>, wanted: string): string[] =>
  checks.filter(({ verdict }) => verdict === wanted).map(({ code }) => code);

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Whether a run waits for its confirmation, with everybody in it. `undefined`: it did not come so far in time. */
export const judgePrepared = (run: Checked | undefined, recipients: number): Line => {
  const what = 'prepare';
  if (!run)
    return notSeen(
      what,
      'the preparation did not end in time',
      'docs/runbook.md, "A run hangs": look at its execution.',
    );
  const blocking = codes(run, 'blocking');
  if (blocking.length > 0)
    return failed(
      what,
      `blocked by ${blocking.join(', ')}`,
      'The page of the run in the console says how to mend each.',
    );
  if (run.state !== 'AwaitingConfirmation')
    return failed(what, `the run is ${run.state}`, 'docs/runbook.md, "An execution fails".');
  const { toDeliver = 0, targeted = 0, excluded = [] } = run.counts ?? {};
  const causes = excluded.filter(({ count }) => count > 0).map(({ cause, count }) => `${count} ${cause}`);
  if (toDeliver !== recipients || targeted !== recipients)
    return failed(
      what,
      `${toDeliver} of ${recipients} to deliver; left out: ${causes.join(', ') || 'nobody'}`,
      'The exclusion log of the run says why.',
    );
  return ok(what, `${toDeliver} to deliver, nobody left out, ${seconds(run.preparationMs ?? 0)}`);
};

/** What the checks say; warnings are acknowledged by whoever confirms. */
export const judgeChecks = (run: Pick<RunView, 'checks'>): Line => {
  const warnings = codes(run, 'warning');
  const says = `${codes(run, 'passed').length} of ${run.checks.length} passed`;
  if (warnings.length === 0) return ok('checks', says);
  return note(
    'checks',
    `${says}; warnings: ${warnings.join(', ')}`,
    'The page of the run in the console says what of.',
  );
};

type Sent = Pick<RunView, 'state' | 'sendingStartedAt' | 'endedAt' | 'endCause' | 'endReason' | 'holdUntil'>;

/** Whether everything was handed over to SES. `undefined`: not in time. */
export const judgeSent = (run: Sent | undefined): Line => {
  const what = 'send';
  if (!run)
    return notSeen(what, 'sending did not end in time', 'docs/runbook.md, "A run hangs", "A run stands still".');
  if (run.state === 'Finished') {
    const took = Date.parse(run.endedAt ?? '') - Date.parse(run.sendingStartedAt ?? '');
    return ok(what, `handed over to SES in ${Number.isNaN(took) ? '–' : seconds(took)}`);
  }
  if (run.holdUntil !== null)
    return failed(what, `held until ${run.holdUntil}`, 'docs/runbook.md, "The quota is used up".');
  const why = [run.endCause, run.endReason].filter((part) => typeof part === 'string').join(': ');
  return failed(what, `the run is ${run.state}${why && ` (${why})`}`, 'docs/runbook.md, "A run paused by itself".');
};

/** Whether the history of a profile tells of this run once, with its end. */
export const judgeHistories = (
  runId: string,
  histories: readonly { recipient: SimulatorRecipient; lines: readonly HistoryLine[] }[],
): Line => {
  const wrong = histories.filter(({ recipient, lines }) => {
    const [line, ...others] = lines;
    const isOurs = line?.runId === runId && line.state === ends[recipient.scenario].state;
    return !isOurs || others.length > 0 || line.happenings.length === 0;
  });
  if (wrong.length === 0)
    return ok('history', `each of ${histories.length} profiles tells of this message, with what happened to it`);
  return failed(
    'history',
    `not as the tracking log: ${wrong.map(({ recipient }) => recipient.scenario).join(', ')}`,
    'GET /api/profiles/ID/history of that profile; docs/events.md.',
  );
};

/** What SES said since `since` that nobody here knows. */
export const judgeStrange = ({ unknown }: Pick<StrangeEvents, 'unknown'>, since: string): Line => {
  const seen = unknown.filter(({ lastAt }) => lastAt >= since);
  if (seen.length === 0) return ok('events', 'nothing in them that is not known here');
  const places = [...new Set(seen.map(({ place, value }) => (value === null ? place : `${place} ${value}`)))];
  return note('events', `new to us: ${places.join(', ')}`, 'docs/runbook.md, "SES says something new".');
};
