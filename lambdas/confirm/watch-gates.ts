import { isSameMissing, missingApprovers } from '../../domain/confirm/missing-approvers.ts';
import { dueReminder } from '../../domain/confirm/reminders.ts';
import { isAuthor } from '../../domain/model/policy.ts';
import type { Person } from '../../domain/people/people.ts';
import type { Gates } from '../../domain/ports/gates.ts';
import type { RunIn } from '../../domain/model/run.ts';
import { endOver } from '../../domain/model/end-over.ts';
import { transition } from '../../domain/model/transition.ts';
import { askEverybody, askPeople, type AskPorts } from './ask-approvers.ts';
import { expireRun } from './expire-run.ts';
import { askedOnce, holdersNow, meantBy, stillAsked } from './still-asked.ts';
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

/** The write comes first: a reminder that is lost in a crash is better than one that comes every minute. False: none is due. */
const remind = async (ports: WatchPorts, run: Waiting): Promise<boolean> => {
  const now = new Date(ports.clock()).toISOString();
  const due = dueReminder(run, now);
  if (!due) return false;
  const further = due.escalates ? await escalated(ports, run) : [];
  const asked = await stillAsked(ports.people, run);
  const gate = { ...due.gate, approvers: [...due.gate.approvers, ...further] };
  await ports.runs.replace(transition(run, { type: 'gateOpened', at: now, gate }));
  const silent: Person[] = [];
  for (const person of asked) {
    const isDone = run.approvals.some(({ by }) => by.sub === person.sub);
    if (!isDone && !(await ports.choices.offOf(person.sub)).includes('reminded')) silent.push(person);
  }
  const notMailed = (await askPeople(ports, run, silent, true)) + (await askPeople(ports, run, further));
  await ports.audit.append({
    at: now,
    runId: run.id,
    what: due.escalates ? 'escalated' : 'reminded',
    by: null,
    facts: { reminded: silent.length, further: further.length, notMailed },
  });
  return true;
};

/** Somebody may have left the user pool, or have come: the run says so, and to whom it can be given. */
const countThoseLeft = async (ports: WatchPorts, run: Waiting): Promise<void> => {
  if (!run.gate) return;
  const now = new Date(ports.clock()).toISOString();
  const [meant, holders] = [await meantBy(ports.people, run), await holdersNow(ports.people)];
  const found = missingApprovers(run, { meant, holders, now });
  const { missing: before, ...gate } = run.gate;
  if (isSameMissing(before, found)) return;
  const missing = found && { ...found, since: before?.since ?? now };
  const counted = { ...gate, ...(missing && { missing }) };
  await ports.runs.replace(transition(run, { type: 'gateOpened', at: now, gate: counted }));
  if (!missing || before) return;
  const facts = { needed: missing.needed, canTake: missing.canTake.length };
  await ports.audit.append({ at: now, runId: run.id, what: 'approversMissing', by: null, facts });
};

/** Longer than asking takes. */
const ASKING_MS = 120_000;

/** Whoever should have put the question died before it was put. */
const isLeftUnasked = ({ gate, since }: Waiting, now: number): boolean =>
  !gate && since !== undefined && now - Date.parse(since) > ASKING_MS;

const lookAfter = async (ports: WatchPorts, runId: string): Promise<void> => {
  await expireRun(ports)({ runId });
  const known = await ports.runs.get(runId);
  const run = known && (await endOver(ports, known));
  if (run?.state !== 'AwaitingConfirmation') {
    await continueExecution(ports, runId);
    return;
  }
  if (isLeftUnasked(run, ports.clock())) await askEverybody(ports, run);
  else if (!(await remind(ports, run))) await countThoseLeft(ports, run);
};

/**
 * Every minute: continues an execution whose answer was lost between the decision and the call, closes what is
 * overdue, ends what is paused and not valid any more, reminds, asks the further group, and counts who is left to answer. Runs are found by their open task token and by not having
 * ended, so that nothing depends on a timer that was not heard.
 */
export const watchGates = (ports: WatchPorts) => async (): Promise<{ looked: number }> => {
  const watched = new Set([...(await ports.gates.waiting()), ...(await ports.runs.open())]);
  const look = { ...ports, people: askedOnce(ports.people) };
  for (const runId of watched) {
    try {
      await lookAfter(look, runId);
    } catch (error) {
      // One run's trouble must not keep the others waiting; the next minute tries it again.
      ports.report(error);
    }
  }
  return { looked: watched.size };
};
