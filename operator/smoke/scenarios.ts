import type { Meaning } from '../../domain/model/meaning.ts';
import type { MessageState } from '../../domain/model/message.ts';

/** Addresses of SES's mailbox simulator, each with its label (https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html). */
export const scenarios = ['success', 'ooto', 'complaint', 'bounce', 'suppressionlist'] as const;
export type Scenario = (typeof scenarios)[number];

export type SimulatorRecipient = { id: string; address: string; scenario: Scenario };

const recipient = (mark: string, scenario: Scenario, number: number): SimulatorRecipient => ({
  id: `${mark}-${scenario}-${number}`,
  // A label of its own: what an earlier smoke run did to an address must not leave it out of this one.
  address: `${scenario}+${mark}-${number}@simulator.amazonses.com`,
  scenario,
});

/** Successes, and one of each other: "multiple bounces from the same sending request" are combined by SES into one answer. */
const SUCCESSES = 6;

/** @param mark letters, digits and hyphens that no other smoke run has */
export const recipientsOf = (mark: string): SimulatorRecipient[] =>
  scenarios.flatMap((scenario) =>
    Array.from({ length: scenario === 'success' ? SUCCESSES : 1 }, (_, number) => recipient(mark, scenario, number)),
  );

/** What has to become of whom. */
export type End = {
  state: Extract<MessageState, 'delivered' | 'failed'>;
  /** Any of these; none: no failure at all. */
  failures: readonly string[];
  /** Has to be in the tracking log. */
  happens: readonly Meaning[];
  /** SES does not promise it. */
  mayHappen: readonly Meaning[];
  quarantined: boolean;
  optedOut: boolean;
};

const delivered: End = {
  state: 'delivered',
  failures: [],
  happens: [],
  mayHappen: [],
  quarantined: false,
  optedOut: false,
};
const bounced: End = { ...delivered, state: 'failed', happens: ['bounce'], quarantined: true };

/**
 * What AWS documents of each address, and what follows from it here (docs/events.md). That the automatic reply comes
 * back as an event is not documented. The suppression list answers "as if the recipient's address is on the global
 * suppression list"; an ordinary hard bounce has been seen in its place.
 */
export const ends: Record<Scenario, End> = {
  success: delivered,
  ooto: { ...delivered, mayHappen: ['autoReply'] },
  complaint: { ...delivered, happens: ['complaint'], quarantined: true, optedOut: true },
  bounce: { ...bounced, failures: ['userUnknown'] },
  suppressionlist: { ...bounced, failures: ['suppressed', 'userUnknown'] },
};

/** Figures of a run in which everybody had that end. */
export const figuresOf = (recipients: readonly SimulatorRecipient[]) => {
  const counted = (is: (end: End) => boolean) => recipients.filter(({ scenario }) => is(ends[scenario])).length;
  return {
    toDeliver: recipients.length,
    sent: recipients.length,
    delivered: counted(({ state }) => state === 'delivered'),
    failed: counted(({ state }) => state === 'failed'),
    complained: counted(({ happens }) => happens.includes('complaint')),
  };
};
