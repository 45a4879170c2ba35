import { approvalMail } from '../../domain/confirm/approval-mail.ts';
import { found } from '../../domain/find.ts';
import type { Person } from '../../domain/people.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Gates } from '../../domain/ports/gates.ts';
import type { Links } from '../../domain/ports/links.ts';
import type { People } from '../../domain/ports/people.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { SingleMailer } from '../../domain/ports/single-mailer.ts';
import type { Timers } from '../../domain/ports/timers.ts';
import type { RunIn } from '../../domain/run.ts';
import { transition } from '../../domain/transition.ts';
import { expireRun } from './expire-run.ts';

export type OpenGatePorts = {
  runs: Runs;
  gates: Gates;
  links: Links;
  people: People;
  mailer: SingleMailer;
  timers: Timers;
  audit: Audit;
  clock: Clock;
  consoleUrl: string;
  sender: string;
  /** Told of a mail that could not be sent, without its address. */
  report: (surprise: unknown) => void;
};

type Waiting = RunIn<'AwaitingConfirmation'>;

/** A link of their own for each approver: true when it was mailed. */
const ask = async (ports: OpenGatePorts, run: Waiting, approver: Person): Promise<boolean> => {
  const linkId = await ports.links.create({
    runId: run.id,
    manifestHash: run.preparation.manifestHash,
    approverSub: approver.sub,
    approverEmail: approver.email,
    createdAt: new Date(ports.clock()).toISOString(),
    expiresAt: run.deadline,
  });
  try {
    const link = `${ports.consoleUrl}/confirmations/${linkId}`;
    await ports.mailer.send(approvalMail({ run, approver, link, from: ports.sender }));
    return true;
  } catch (error) {
    // An approver without mail can still confirm in the console; the run says how many were not reached.
    ports.report(error);
    return false;
  }
};

const askEverybody = async (ports: OpenGatePorts, run: Waiting): Promise<void> => {
  const approvers = await ports.people.holding('start-deliveries');
  const mailed = await Promise.all(approvers.map((approver) => ask(ports, run, approver)));
  const requestedAt = new Date(ports.clock()).toISOString();
  const notMailed = mailed.filter((reached) => !reached).length;
  const gate = { requestedAt, deadline: run.deadline, approvers, notMailed };
  await ports.runs.replace(transition(run, { type: 'gateOpened', gate }));
  await ports.audit.append({
    at: requestedAt,
    runId: run.id,
    what: 'confirmationRequested',
    by: run.requestedBy,
    facts: { approvers: approvers.length, notMailed },
  });
};

/**
 * The gate of a run: keeps the task token, then asks the approvers once. A machine that comes a second
 * time (after a lost execution) brings a new token and finds the links still good. A run that moved on
 * before its gate was open lets the machine through at once.
 */
export const openGate =
  (ports: OpenGatePorts) =>
  async ({ runId, taskToken }: { runId: string; taskToken: string }): Promise<void> => {
    await ports.gates.keep(runId, taskToken);
    // A machine that comes late, after an outage, finds the deadline past.
    await expireRun(ports)({ runId });
    const run = found(await ports.runs.get(runId), 'run');
    if (run.state !== 'AwaitingConfirmation') return ports.gates.answer(runId);
    await ports.timers.set(`deadline-${runId}`, run.deadline, 'closeOverdue', { runId });
    if (!run.gate) await askEverybody(ports, run);
  };
