/** List prices of us-east-1, November 2026, and what docs/costs.md adds up for a million messages. */
const SES_PER_MESSAGE = 0.1 / 1000;
const INFRASTRUCTURE_PER_MESSAGE = 4.2 / 1_000_000;

/** What a send of so many messages costs, in US dollars; an estimate without free tiers. */
export const costOf = (messages: number): { ses: number; infrastructure: number } => ({
  ses: messages * SES_PER_MESSAGE,
  infrastructure: messages * INFRASTRUCTURE_PER_MESSAGE,
});
