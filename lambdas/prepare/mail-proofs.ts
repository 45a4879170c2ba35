import { addressKey } from '../../domain/model/address.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { People } from '../../domain/people/ports/people.ts';
import type { TestProfiles } from '../../domain/prepare/ports/test-profiles.ts';
import type { ProofCounts } from '../../domain/prepare/ports/proof-counts.ts';
import { NotMailed, type SingleMail, type SingleMailer } from '../../domain/ports/single-mailer.ts';
import { dayOf, refuseStrangers, roomFor } from '../../domain/prepare/proofs.ts';
import { Problem } from '../../domain/http/problem.ts';
import { isNamed, type ProofRules } from '../../domain/model/proof-rules.ts';
import { refuseOptedOut, type OptedOutPorts } from './refuse-opted-out.ts';

export type MailProofPorts = OptedOutPorts & {
  mailer: SingleMailer;
  clock: Clock;
  people: Pick<People, 'isOfSomebody'>;
  testProfiles: TestProfiles;
  proofCounts: ProofCounts;
  proofRules: ProofRules;
  sleep: (milliseconds: number) => Promise<void>;
  /** Reports what SES answered, without an address. */
  report: (surprise: unknown) => void;
};

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
const strangersAmong = async (
  ports: MailProofPorts,
  addresses: readonly string[],
  until: number,
): Promise<number[]> => {
  const unnamed = distinct(addresses).filter((address) => !isNamed(ports.proofRules, address));
  const testers = unnamed.length === 0 ? new Set() : await ports.testProfiles.among(unnamed.map(addressKey));
  const asked = unnamed.filter((address) => !testers.has(addressKey(address)));
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
const count = async (ports: MailProofPorts, runId: string | null, proofs: number): Promise<string> => {
  const rules = runId === null ? { ...ports.proofRules, perRun: Number.POSITIVE_INFINITY } : ports.proofRules;
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const now = ports.clock();
    const day = dayOf(now);
    const counted = await ports.proofCounts.of(runId, day);
    const room = roomFor({ proofs, counted, rules, now });
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

const mailOne = async (ports: MailProofPorts, mail: SingleMail, until: number): Promise<void> => {
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
  ports: MailProofPorts,
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
const refuse = (ports: MailProofPorts, error: unknown, sent: number, left: number): never => {
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
const giveBack = async (
  ports: MailProofPorts,
  asked: { runId: string | null; day: string; proofs: number },
): Promise<void> => {
  try {
    await ports.proofCounts.giveBack(asked);
  } catch (error) {
    ports.report(error);
  }
};

/** By when whoever asked has to be told; its time runs from here on, whatever it goes to. */
export const answerBy = (ports: Pick<MailProofPorts, 'clock'>, timeLeft: () => number): number =>
  ports.clock() + Math.min(ANSWER_WITHIN_MS, timeLeft() - AFTERWARDS_MS);

/** @param topic of the campaign, if it has one @throws Problem for people who may get no proof */
export const refuseUnknown = async (
  ports: MailProofPorts,
  addresses: readonly string[],
  until: number,
  topic?: string,
): Promise<void> => {
  refuseStrangers(await strangersAmong(ports, addresses, until), addresses.length, ports.proofRules);
  await refuseOptedOut(ports, addresses, topic);
};

export type Proofs = {
  /** Null: of no run; the day has room for so many then. */
  runId: string | null;
  mail: Omit<SingleMail, 'to'>;
  addresses: readonly string[];
  until: number;
  /** Told how many went out, also of a call that ended halfway. */
  keep: (sent: number) => Promise<void>;
};

/** To people who may get them, counted before the first one goes out. @throws Problem that says how many went out */
export const mailProofs = async (ports: MailProofPorts, proofs: Proofs): Promise<number> => {
  const { runId, mail, until, keep } = proofs;
  const addresses = distinct(proofs.addresses);
  const day = await count(ports, runId, addresses.length);
  const about = runId === null ? {} : { about: { runId, mail: 'proof', sub: null } as const };
  const { sent, failure } = await mailAll(ports, { ...mail, ...about }, addresses, until);
  if (sent > 0) await keep(sent);
  if (!failure) return sent;
  const left = addresses.length - sent;
  // An answer that was lost may hide a mail that went out.
  const unsent = failure.error instanceof NotMailed ? left : left - 1;
  if (unsent > 0) await giveBack(ports, { runId, day, proofs: unsent });
  return refuse(ports, failure.error, sent, left);
};
