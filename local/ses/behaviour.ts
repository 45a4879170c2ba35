import { createHash } from 'node:crypto';

/** Shares of recipients, 0 to 1. They are looked up in this order; opens, clicks and opt-outs are of the delivered. */
export const demoRatios = {
  hardBounce: 0.012,
  softBounce: 0.008,
  complaint: 0.002,
  humanOpen: 0.34,
  machineOpen: 0.18,
  click: 0.09,
  scanner: 0.02,
  unsubscribe: 0.006,
};
export type Ratios = typeof demoRatios;

export const plainRatios: Ratios = {
  hardBounce: 0,
  softBounce: 0,
  complaint: 0,
  humanOpen: 0,
  machineOpen: 0,
  click: 0,
  scanner: 0,
  unsubscribe: 0,
};

/**
 * Why SES takes a mail and does not try it, as the sub-type of the bounce (SES developer guide, "Contents of event data",
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html#event-publishing-retrieving-sns-contents-bounce-object).
 */
export const suppressions = [
  'OnAccountSuppressionList',
  'OnTenantSuppressionList',
  'EmailValidationSuppressed',
  'Suppressed',
] as const;
type Suppression = (typeof suppressions)[number];

/** What one recipient does with every mail. */
export type Behaviour = {
  fate: 'delivered' | 'hardBounce' | 'softBounce' | Suppression;
  complains: boolean | 'notSpam' | 'suppressed';
  opens: 'human' | 'machine' | 'no';
  clicks: boolean;
  /** A security gateway fetches every link within a second. */
  scanned: boolean;
  unsubscribes: boolean;
  /** Answers by itself that nobody is there. */
  isAway: boolean;
  /** Its events come some seconds late, each of them twice. */
  isLate: boolean;
};

const delivered: Behaviour = {
  fate: 'delivered',
  complains: false,
  opens: 'no',
  clicks: false,
  scanned: false,
  unsubscribes: false,
  isAway: false,
  isLate: false,
};

/**
 * SES's mailbox simulator, with `+label` (https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html), and
 * below it what only the local one can be asked for.
 */
const simulated = (address: string): Behaviour | undefined => {
  const name = /^([a-z]+)(\+[^@]*)?@simulator\.amazonses\.com$/i.exec(address)?.[1]?.toLowerCase();
  return new Map<string | undefined, Behaviour>([
    ['success', delivered],
    ['ooto', { ...delivered, isAway: true }],
    ['bounce', { ...delivered, fate: 'hardBounce' }],
    ['complaint', { ...delivered, complains: true }],
    // "A hard bounce as if the recipient's address is on the global suppression list"; a bounce of an address that does not exist has been seen too.
    ['suppressionlist', { ...delivered, fate: 'Suppressed' }],
    ['accountsuppressionlist', { ...delivered, fate: 'OnAccountSuppressionList' }],
    ['tenantsuppressionlist', { ...delivered, fate: 'OnTenantSuppressionList' }],
    ['emailvalidation', { ...delivered, fate: 'EmailValidationSuppressed' }],
    // SES takes it and does not send it, because the reader complained before: a complaint without a delivery.
    ['suppressedcomplaint', { ...delivered, complains: 'suppressed' }],
    ['notspam', { ...delivered, complains: 'notSpam' }],
    ['late', { ...delivered, opens: 'human', isLate: true }],
  ]).get(name);
};

/** Numbers from 0 to 1 that depend on seed and address only, so that a demo's figures can be foretold. */
const dice = (seed: number, address: string): number[] => {
  const bytes = createHash('sha256').update(`${seed}|${address.toLowerCase()}`).digest();
  return Array.from({ length: 6 }, (_, index) => bytes.readUInt32BE(index * 4) / 2 ** 32);
};

const fateOf = (roll: number, ratios: Ratios): Behaviour['fate'] => {
  if (roll < ratios.hardBounce) return 'hardBounce';
  return roll < ratios.hardBounce + ratios.softBounce ? 'softBounce' : 'delivered';
};

const opensOf = (roll: number, ratios: Ratios): Behaviour['opens'] => {
  if (roll < ratios.humanOpen) return 'human';
  return roll < ratios.humanOpen + ratios.machineOpen ? 'machine' : 'no';
};

/** What this recipient does. Only who opens as a human clicks or unsubscribes. */
export const behaviourOf = (seed: number, address: string, ratios: Ratios): Behaviour => {
  const known = simulated(address);
  if (known) return known;
  const [fateRoll = 1, complaintRoll = 1, openRoll = 1, clickRoll = 1, scanRoll = 1, leaveRoll = 1] = dice(
    seed,
    address,
  );
  const fate = fateOf(fateRoll, ratios);
  if (fate !== 'delivered') return { ...delivered, fate };
  const opens = opensOf(openRoll, ratios);
  const isHuman = opens === 'human';
  return {
    ...delivered,
    fate,
    complains: complaintRoll < ratios.complaint,
    opens,
    clicks: isHuman && clickRoll * ratios.humanOpen < ratios.click,
    scanned: scanRoll < ratios.scanner,
    unsubscribes: isHuman && leaveRoll * ratios.humanOpen < ratios.unsubscribe,
  };
};
