import { behaviourOf, demoRatios } from '../ses/behaviour.ts';

export type Foretold = { delivered: number; failed: number; opened: number; clicked: number };

/** What the recipients of the local SES do with one mail: known before it is sent, from seed and address alone. */
export const foretell = (seed: number, addresses: readonly string[]): Foretold => {
  const all = addresses.map((address) => behaviourOf(seed, address, demoRatios));
  const delivered = all.filter(({ fate }) => fate === 'delivered');
  // A click implies an open, and a gateway that follows links looks like one.
  const clicked = delivered.filter(({ clicks, scanned }) => clicks || scanned);
  const opened = delivered.filter(({ opens, clicks, scanned }) => opens !== 'no' || clicks || scanned);
  return {
    delivered: delivered.length,
    failed: all.length - delivered.length,
    opened: opened.length,
    clicked: clicked.length,
  };
};
