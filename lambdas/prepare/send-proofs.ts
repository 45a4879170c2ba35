import { addressKey } from '../../domain/model/address.ts';
import { found } from '../../domain/http/find.ts';
import { personOf } from '../../domain/people/people.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { People } from '../../domain/people/ports/people.ts';
import type { ProofCounts } from '../../domain/prepare/ports/proof-counts.ts';
import { NotMailed, type SingleMail, type SingleMailer } from '../../domain/ports/single-mailer.ts';
import { dayOf, refuseStrangers, roomFor } from '../../domain/prepare/proofs.ts';
import type { prepareRoutes } from '../../domain/prepare/routes.ts';
import { Problem } from '../../domain/http/problem.ts';
import { isNamed, type ProofRules } from '../../domain/model/proof-rules.ts';
import type { HttpHandler, HttpRequest } from '../../domain/http/route.ts';
import { loadSource, recipientOf, rendered, type PreviewPorts } from './preview-run.ts';
import { refuseOptedOut, type OptedOutPorts } from './refuse-opted-out.ts';

export type ProofPorts = PreviewPorts &
  OptedOutPorts & {
    mailer: SingleMailer;
    audit: Audit;
    clock: Clock;
    people: Pick<People, 'isOfSomebody'>;
    proofCounts: ProofCounts;
    proofRules: ProofRules;
    sleep: (milliseconds: number) => Promise<void>;
    /** Reports what SES answered, without an address. */
    report: (surprise: unknown) => void;
  };

type Asked = HttpRequest<typeof prepareRoutes.sendProofs>;

/** The same address twice is one proof. */
const distinct = (addresses: readonly string[]): string[] => [
  ...new Map(addresses.map((address) => [addressKey(address), address])).values(),
];

/** Cognito answers some thirty such questions in a second, each in about a tenth of it. */
const ASKED_AT_ONCE = 3;

/**
 * Positions in `addresses`, from 1; each person is asked for once.
 * @throws Problem `busy` when that is not done by `until`: nothing was sent
 */
const strangersAmong = async (ports: ProofPorts, addresses: readonly string[], until: number): Promise<number[]> => {
  const asked = distinct(addresses).filter((address) => !isNamed(ports.proofRules, address));
  const strangers = new Set<string>();
  for (let first = 0; first < asked.length; first += ASKED_AT_ONCE) {
    if (ports.clock() >= until)
      throw new Problem(
        'busy',
        'The user pool takes too long to say whom these addresses belong to. No proof was sent.',
        'Ask again in a moment, or for fewer people.',
        { cause: 'proofsNotChecked' },
      );
    const some = asked.slice(first, first + ASKED_AT_ONCE);
    const known = await Promise.all(some.map(async (address) => ports.people.isOfSomebody(address)));
    for (const [index, address] of some.entries()) if (!known[index]) strangers.add(addressKey(address));
  }
  return addresses.flatMap((address, index) => (strangers.has(addressKey(address)) ? [index + 1] : []));
};

/** Calls that count at the same time; each turn one of them gets its place. */
const MAX_TURNS = 20;

/** Before the first one goes out, so that two calls together never send more than is left. */
const count = async (ports: ProofPorts, runId: string, proofs: number): Promise<string> => {
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const now = ports.clock();
    const day = dayOf(now);
    const counted = await ports.proofCounts.of(runId, day);
    const room = roomFor({ proofs, counted, rules: ports.proofRules, now });
    if (await ports.proofCounts.add({ runId, day, proofs, room })) return day;
  }
  throw new Problem('busy', 'Too many proofs are being asked for at once.', 'Ask again in a moment.');
};

/** SES's rate is one for each second. */
const SECOND_MS = 1000;
/** The API answers within half a minute. */
const ANSWER_WITHIN_MS = 20_000;
/** What the last mail that was begun may take, see the SES client, and what is written after it. */
const AFTERWARDS_MS = 8_000;

const isRate = (error: unknown): boolean => error instanceof NotMailed && error.why === 'rate';

const mailOne = async (ports: ProofPorts, mail: SingleMail, until: number): Promise<void> => {
  for (;;) {
    try {
      await ports.mailer.send(mail);
      return;
    } catch (error) {
      if (!isRate(error) || ports.clock() + SECOND_MS >= until) throw error;
      await ports.sleep(SECOND_MS);
    }
  }
};

type Mailed = { sent: number; failure?: { error: unknown } };

/** Stops at the first that SES does not take. A rate that is used up is waited for, up to `until`. */
const mailAll = async (
  ports: ProofPorts,
  mail: Omit<SingleMail, 'to'>,
  addresses: readonly string[],
  until: number,
): Promise<Mailed> => {
  for (const [sent, to] of addresses.entries()) {
    try {
      if (ports.clock() >= until) throw new NotMailed('rate', 'OutOfTime');
      await mailOne(ports, { ...mail, to }, until);
    } catch (error) {
      return { sent, failure: { error } };
    }
  }
  return { sent: addresses.length };
};

/** @throws Problem that says how many went out; a surprise before the first one stays a surprise */
const refuse = (ports: ProofPorts, error: unknown, sent: number, left: number): never => {
  const done = `${sent} proofs were sent, ${left} were not.`;
  if (error instanceof NotMailed && error.why === 'mail')
    throw new Problem(
      'conflict',
      `SES does not take a proof (${error.name}). ${done}`,
      'Look whether the sender is verified. In the sandbox of SES mail goes to verified addresses only.',
      { cause: 'proofsRefused', sent, left },
    );
  if (!(error instanceof NotMailed) && sent === 0) throw error;
  ports.report(error);
  throw new Problem(
    'too-many',
    `SES takes no more at the moment. ${done}`,
    'Send the rest in some minutes; if it stays, the daily quota of the account is used up.',
    { cause: 'proofsHeldBack', sent, left, retryAfterSeconds: 60 },
  );
};

/** A count that is too high is the safe side: what went wrong here hides nothing of the answer. */
const giveBack = async (ports: ProofPorts, asked: { runId: string; day: string; proofs: number }): Promise<void> => {
  try {
    await ports.proofCounts.giveBack(asked);
  } catch (error) {
    ports.report(error);
  }
};

const keep = async (ports: ProofPorts, { params, actor, origin }: Asked, recipients: number): Promise<void> =>
  ports.audit.append({
    at: new Date(ports.clock()).toISOString(),
    runId: params.id,
    what: 'proofSent',
    by: personOf(actor),
    origin,
    facts: { recipients },
  });

/**
 * POST /runs/{id}/proofs: the subject says "Proof n". Nobody confirmed what they show, so they go to known people
 * only and are few; they are in the audit, and in no figure. Its time runs from here on, whatever it goes to: who asked is
 * told how many went out before the Lambda is ended.
 */
export const sendProofs =
  (ports: ProofPorts): HttpHandler<typeof prepareRoutes.sendProofs> =>
  async (asked, timeLeft = () => Number.POSITIVE_INFINITY) => {
    const until = ports.clock() + Math.min(ANSWER_WITHIN_MS, timeLeft() - AFTERWARDS_MS);
    const runId = asked.params.id;
    const source = await loadSource(ports, runId);
    const strangers = await strangersAmong(ports, asked.body.addresses, until);
    refuseStrangers(strangers, asked.body.addresses.length, ports.proofRules);
    await refuseOptedOut(ports, asked.body.addresses, source.manifest.topic ?? undefined);
    const recipient = await recipientOf(ports, source, found(source.samples[0], 'profile'));
    const mail = rendered(source, recipient, ports.consoleUrl);
    const earlier = (await ports.audit.ofRun(runId)).filter(({ what }) => what === 'proofSent').length;
    const subject = `Proof ${earlier + 1}: ${mail.subject}`;
    const addresses = distinct(asked.body.addresses);
    const day = await count(ports, runId, addresses.length);
    const { sent, failure } = await mailAll(
      ports,
      { ...mail, subject, from: source.manifest.sender },
      addresses,
      until,
    );
    if (sent > 0) await keep(ports, asked, sent);
    if (!failure) return { sent, subject };
    const left = addresses.length - sent;
    // An answer that was lost may hide a mail that went out.
    const unsent = failure.error instanceof NotMailed ? left : left - 1;
    if (unsent > 0) await giveBack(ports, { runId, day, proofs: unsent });
    return refuse(ports, failure.error, sent, left);
  };
