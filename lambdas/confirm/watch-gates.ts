import { dueReminder } from '../../domain/confirm/reminders.ts';
import { isAuthor } from '../../domain/model/policy.ts';
import type { Gates } from '../../domain/ports/gates.ts';
import type { RunIn } from '../../domain/model/run.ts';
import { transition } from '../../domain/model/transition.ts';
import { askEverybody, askPeople, type AskPorts } from './ask-approvers.ts';
import { expireRun } from './expire-run.ts';
import { stillAsked } from './still-asked.ts';
import { continueExecution } from './continue-execution.ts';

export type WatchPorts = AskPorts & { gates: Gates };

type Waiting = RunIn<'AwaitingConfirmation'>;

const escalated = async (ports: WatchPorts, run: Waiting) => {
  const { policy } = run.preparation;
  const { approvers = [], relieved = [] } = run.gate ?? {};
  const named =
    policy.escalateTo === null ? [] : await ports.people.approvers({ kind: 'group', group: policy.escalateTo });
  return named.filter(
    ({ sub }) =>
      !isAuthor(policy, run, sub) && !relieved.includes(sub) && !approvers.some((approver) => approver.sub === sub),
  );
};

/** The write comes first: a reminder that is lost in a crash is better than one that comes every minute. */
const remind = async (ports: WatchPorts, run: Waiting): Promise<void> => {
  const now = new Date(ports.clock()).toISOString();
  const due = dueReminder(run, now);
  if (!due) return;
  const further = due.escalates ? await escalated(ports, run) : [];
  const asked = await stillAsked(ports.people, run);
  const gate = { ...due.gate, approvers: [...due.gate.approvers, ...further] };
  await ports.runs.replace(transition(run, { type: 'gateOpened', gate }));
  const silent = asked.filter(({ sub }) => !run.approvals.some(({ by }) => by.sub === sub));
  const notMailed = (await askPeople(ports, run, silent, true)) + (await askPeople(ports, run, further));
  await ports.audit.append({
    at: now,
    runId: run.id,
    what: due.escalates ? 'escalated' : 'reminded',
    by: null,
    facts: { reminded: silent.length, further: further.length, notMailed },
  });
};

/** Longer than asking takes. */
const ASKING_MS = 120_000;

/** Whoever should have put the question died before it was put. */
const isLeftUnasked = ({ gate, since }: Waiting, now: number): boolean =>
  !gate && since !== undefined && now - Date.parse(since) > ASKING_MS;

const lookAfter = async (ports: WatchPorts, runId: string): Promise<void> => {
  await expireRun(ports)({ runId });
  const run = await ports.runs.get(runId);
  if (run?.state !== 'AwaitingConfirmation') {
    await continueExecution(ports, runId);
    return;
  }
  if (isLeftUnasked(run, ports.clock())) await askEverybody(ports, run);
  else await remind(ports, run);
};

/**
 * Every minute: continues an execution whose answer was lost between the decision and the call, closes what is
 * overdue, reminds, and asks the further group. Runs are found by their open task token and by not having
 * ended, so that nothing depends on a timer that was not heard.
 */
export const watchGates = (ports: WatchPorts) => async (): Promise<{ looked: number }> => {
  const watched = new Set([...(await ports.gates.waiting()), ...(await ports.runs.open())]);
  for (const runId of watched) {
    try {
      await lookAfter(ports, runId);
    } catch (error) {
      // One run's trouble must not keep the others waiting; the next minute tries it again.
      ports.report(error);
    }
  }
  return { looked: watched.size };
};
