import { prices } from './prices.ts';

/** What docs/costs.md adds up for a million messages. */
const INFRASTRUCTURE_PER_MESSAGE = 3 / 1_000_000;

/** What a send of so many messages costs, in US dollars; an estimate without free tiers. */
export const costOf = (messages: number): { ses: number; infrastructure: number } => ({
  ses: messages * prices.sesMessage,
  infrastructure: messages * INFRASTRUCTURE_PER_MESSAGE,
});
