import type { Behaviour } from './audience-filter.ts';
import { clickerOf, factsOf, hasFailed, isDelivered, openerOf, type Actor, type MessageFacts } from './facts.ts';
import { openMembers, type Group } from './ledger.ts';
import type { TrackingLine } from './message.ts';

/**
 * What is known of somebody and of messages, as bits that are only ever set: whatever is read twice changes nothing.
 * `mayHave…`: it happened or it did not, and nobody can say which.
 */
export const deeds = { got: 1, mayHaveGot: 2, opened: 4, mayHaveOpened: 8, clicked: 16, mayHaveClicked: 32 } as const;

/** By a machine is by nobody (ADR 43); where nobody knows whose it was, one may have been a person's. */
const by = (actor: Actor | undefined, person: number, unknown: number): number => {
  if (actor?.actorClass === 'human') return person;
  return actor?.actorClass === 'unknown' ? unknown : 0;
};

const engagement = (facts: MessageFacts): number =>
  by(openerOf(facts), deeds.opened, deeds.mayHaveOpened) | by(clickerOf(facts), deeds.clicked, deeds.mayHaveClicked);

/** Of a message of which SES reported something. `isUntracked`: as it was frozen; a line may say it of one that was switched off later. */
export const deedsReported = (lines: readonly TrackingLine[], isUntracked: boolean): number => {
  const facts = factsOf(lines);
  if (hasFailed(facts)) return 0;
  if (!isDelivered(facts)) return deeds.mayHaveGot;
  const hidden = isUntracked || facts.isUntracked === true;
  return deeds.got | (hidden ? deeds.mayHaveOpened | deeds.mayHaveClicked : 0) | engagement(facts);
};

/** Of somebody who refuses to be tracked by now: what was known of opens and clicks decides nothing about them any more. */
export const withoutTracked = (known: number): number => {
  const got = known & (deeds.got | deeds.mayHaveGot);
  return (known & deeds.got) === 0 ? got : got | deeds.mayHaveOpened | deeds.mayHaveClicked;
};

/**
 * Of a message of which SES reported nothing, by the groups of its chunk: one that was handed over, or whose call got no
 * answer, may have come; one that was refused, stopped or never claimed has not.
 * @param isLive the run may still send: what is not settled may come yet
 */
export const deedsUnreported = (groups: readonly Group[], isLive: boolean): ((message: number) => number) => {
  const underway = new Set(groups.flatMap(openMembers));
  const settled = new Set<number>();
  for (const { outcome } of groups) {
    for (const { number } of outcome?.handedOver ?? []) underway.add(number);
    for (const { number } of outcome?.refused ?? []) settled.add(number);
    for (const number of outcome?.optedOut ?? []) settled.add(number);
  }
  return (message) => (underway.has(message) || (isLive && !settled.has(message)) ? deeds.mayHaveGot : 0);
};

type Answer = boolean | 'unknown';

const answer = (known: number, did: number, mayHave: number): Answer => {
  if ((known & did) !== 0) return true;
  return (known & mayHave) === 0 ? false : 'unknown';
};

const negated = (given: Answer): Answer => (given === 'unknown' ? given : !given);

/** Who got nothing did not leave it unopened; of whom nobody knows whether they got it, neither does anybody know this. */
const gotAndDidNot = (known: number, did: Answer): Answer => {
  if (did === true) return false;
  const got = answer(known, deeds.got, deeds.mayHaveGot);
  return got === true ? negated(did) : got;
};

/** The answer for somebody of whom this is known; `unknown`: nobody can say. Of several messages one is enough to have done it. */
export const answerTo = (is: Behaviour, known: number): Answer => {
  const got = answer(known, deeds.got, deeds.mayHaveGot);
  const opened = answer(known, deeds.opened, deeds.mayHaveOpened);
  const clicked = answer(known, deeds.clicked, deeds.mayHaveClicked);
  switch (is) {
    case 'got':
      return got;
    case 'notGot':
      return negated(got);
    case 'opened':
      return opened;
    case 'notOpened':
      return gotAndDidNot(known, opened);
    case 'clicked':
      return clicked;
    case 'notClicked':
      return gotAndDidNot(known, clicked);
  }
};
