import { may } from '../people/authorisation.ts';
import { authorsOf } from './authors.ts';
import { endingOf } from './ending.ts';
import type { Actor } from '../people/people.ts';
import type { Run } from './run.ts';
import type { RunView } from './run-view.ts';
import { showWaves } from './show-waves.ts';
import { validUntilOf } from '../calendar/validity.ts';
import { barOf, mayWithdraw, neededOf } from './open-question.ts';

type Prepared = Pick<
  RunView,
  | 'subject'
  | 'attachments'
  | 'preparedAt'
  | 'preparationMs'
  | 'counts'
  | 'variants'
  | 'checks'
  | 'rules'
  | 'manifestHash'
>;

const unprepared: Prepared = {
  subject: null,
  attachments: [],
  preparedAt: null,
  preparationMs: null,
  counts: null,
  variants: [],
  checks: [],
  rules: null,
  manifestHash: null,
};

const prepared = (run: Run): Prepared => {
  if (run.state === 'PreparationFailed') return { ...unprepared, checks: run.checks, counts: run.counts ?? null };
  if (!('preparation' in run) || !run.preparation) return unprepared;
  const { subject, attachments = [], preparedAt, durationMs, counts } = run.preparation;
  const { variants = [], checks, rules, manifestHash } = run.preparation;
  return { subject, attachments, preparedAt, preparationMs: durationMs, counts, variants, checks, rules, manifestHash };
};

/** Whom it targets. */
const audience = (run: Run): Pick<RunView, 'list' | 'filter' | 'segments' | 'topic'> => ({
  list: run.list,
  filter: run.filter ?? null,
  segments: ('preparation' in run ? run.preparation?.segments : undefined) ?? [],
  topic: run.topic ?? null,
});

const confirmation = (
  run: Run,
): Pick<RunView, 'deadline' | 'approvers' | 'notMailed' | 'decision' | 'policy' | 'approvals' | 'approvalsNeeded'> => {
  const gate = 'gate' in run ? run.gate : undefined;
  return {
    deadline: run.state === 'AwaitingConfirmation' ? run.deadline : (gate?.deadline ?? null),
    approvers: gate?.approvers ?? [],
    notMailed: gate?.notMailed ?? 0,
    decision: ('decision' in run ? run.decision : undefined) ?? null,
    policy: ('preparation' in run ? run.preparation?.policy : undefined) ?? null,
    approvals: 'approvals' in run ? run.approvals : [],
    approvalsNeeded: neededOf(run),
  };
};

const yours = (run: Run, actor: Pick<Actor, 'sub' | 'email' | 'groups'>): RunView['you'] => {
  const isWaiting = run.state === 'AwaitingConfirmation';
  const bar = isWaiting ? barOf(run, actor) : null;
  return {
    mayConfirm: isWaiting && bar === null,
    bar,
    mayWithdraw: mayWithdraw(run, actor),
    mayReassign: isWaiting && may(actor, 'reassign'),
    maySend: may(actor, 'control'),
    mayPrepare: may(actor, 'prepare'),
    mayResend: may(actor, 'resend'),
    whoMayConfirm: 'start-deliveries',
  };
};

const resends = (run: Run): Pick<RunView, 'resendOf' | 'resentAs'> => ({
  resendOf: run.resendOf?.runId ?? null,
  resentAs: ('resentAs' in run ? run.resentAs : undefined) ?? null,
});

type Times = Pick<
  RunView,
  'waves' | 'abTest' | 'sendAt' | 'startAt' | 'missedStart' | 'validUntil' | 'sendingStartedAt' | 'pausedAt'
>;

const times = (run: Run): Times => ({
  sendAt: run.sendAt ?? null,
  startAt: 'startAt' in run ? run.startAt : null,
  missedStart: run.missedStart ?? null,
  validUntil: validUntilOf(run) ?? null,
  waves: showWaves(run),
  abTest: ('abTest' in run ? run.abTest : undefined) ?? null,
  sendingStartedAt: ('sendingStartedAt' in run ? run.sendingStartedAt : undefined) ?? null,
  pausedAt: run.state === 'Paused' ? run.pausedAt : null,
});

/** What it is to its series, and what it lets go there. */
const inSeries = (
  run: Run,
): Pick<RunView, 'releasesSeries' | 'releaseLimits' | 'start' | 'isBesides' | 'missedStarts'> => ({
  releasesSeries: run.releasesSeries ?? false,
  releaseLimits: run.releaseLimits ?? null,
  start: run.start ?? null,
  isBesides: run.isBesides ?? false,
  missedStarts: run.state === 'Skipped' && run.cause === 'missed' ? (run.missedStarts ?? 1) : null,
});

/** A run that was skipped at its start never had one. */
const execution = ({ id, state }: Run): RunView['execution'] => (state === 'Skipped' ? null : { name: id, url: null });

/** A run as this person sees it. */
export const showRun = (run: Run, actor: Pick<Actor, 'sub' | 'email' | 'groups'>): RunView => ({
  id: run.id,
  campaignId: run.campaignId,
  campaignName: run.campaignName,
  ...audience(run),
  state: run.state,
  version: run.version,
  createdAt: run.createdAt,
  requestedBy: run.requestedBy,
  authors: authorsOf(run),
  schedule: run.schedule,
  requestConfirmation: run.requestConfirmation,
  ...inSeries(run),
  ...times(run),
  ...prepared(run),
  ...confirmation(run),
  approversMissing: (run.state === 'AwaitingConfirmation' ? run.gate?.missing : undefined) ?? null,
  ...endingOf(run),
  changed: run.state === 'Stopped' ? run.changed : [],
  holdUntil: (run.state === 'Sending' ? run.hold?.until : undefined) ?? null,
  holdCause: (run.state === 'Sending' ? run.hold?.cause : undefined) ?? null,
  execution: execution(run),
  ...resends(run),
  you: yours(run, actor),
});
