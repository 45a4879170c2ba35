import { hash64 } from '../values/hash.ts';

const digits = (half: number): string => half.toString(16).padStart(8, '0');

/** By which the MJML or HTML beside which a text was written is known again: 16 hex digits. */
export const sourceHash = (source: string): string => {
  const { high, low } = hash64(source);
  return digits(high) + digits(low);
};
