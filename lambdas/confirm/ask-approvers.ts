import { approvalMail } from '../../domain/confirm/approval-mail.ts';
import type { Person } from '../../domain/people/people.ts';
import { isAuthor } from '../../domain/model/policy.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { MailChoices } from '../../domain/people/ports/mail-choices.ts';
import type { Links } from '../../domain/confirm/ports/links.ts';
import type { People } from '../../domain/people/ports/people.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { SingleMailer } from '../../domain/ports/single-mailer.ts';
import type { RunIn } from '../../domain/model/run.ts';
import { transition } from '../../domain/model/transition.ts';

export type AskPorts = {
  runs: Runs;
  links: Links;
  people: Pick<People, 'approvers'>;
  mailer: SingleMailer;
  choices: Pick<MailChoices, 'offOf'>;
  audit: Audit;
  clock: Clock;
  consoleUrl: string;
  sender: string;
  /** Reports a mail that could not be sent, without its address. */
  report: (surprise: unknown) => void;
};

type Waiting = RunIn<'AwaitingConfirmation'>;

/** A link of their own for each person. Answers how many could not be mailed; they can still decide in the console. */
export const askPeople = async (
  ports: AskPorts,
  run: Waiting,
  people: readonly Person[],
  isReminder = false,
): Promise<number> => {
  const reached = await Promise.all(people.map(async (approver) => askOne(ports, run, approver, isReminder)));
  return reached.filter((mailed) => !mailed).length;
};

const askOne = async (ports: AskPorts, run: Waiting, approver: Person, isReminder: boolean): Promise<boolean> => {
  const linkId = await ports.links.create({
    runId: run.id,
    manifestHash: run.preparation.manifestHash,
    round: run.round,
    approverSub: approver.sub,
    approverEmail: approver.email,
    createdAt: new Date(ports.clock()).toISOString(),
    expiresAt: run.deadline,
  });
  try {
    const link = `${ports.consoleUrl}/confirmations/${linkId}`;
    await ports.mailer.send(approvalMail({ run, approver, link, from: ports.sender, isReminder }));
    return true;
  } catch (error) {
    ports.report(error);
    return false;
  }
};

/** Puts the question to everybody whom the policy names and who counts, and opens the gate with it. */
export const askEverybody = async (ports: AskPorts, run: Waiting): Promise<Waiting> => {
  const { policy } = run.preparation;
  const named = await ports.people.approvers(policy.ask);
  const approvers = named.filter(({ sub }) => !isAuthor(policy, run, sub));
  const notMailed = await askPeople(ports, run, approvers);
  const requestedAt = new Date(ports.clock()).toISOString();
  const gate = {
    requestedAt,
    deadline: run.deadline,
    approvers,
    notMailed,
    reminded: [],
    escalated: false,
    relieved: [],
  };
  const asked = transition(run, { type: 'gateOpened', at: requestedAt, gate });
  await ports.runs.replace(asked);
  await ports.audit.append({
    at: requestedAt,
    runId: run.id,
    what: 'confirmationRequested',
    by: run.requestedBy,
    facts: { approvers: approvers.length, notMailed, manifestHash: run.preparation.manifestHash },
  });
  return { ...run, gate, version: asked.version };
};
