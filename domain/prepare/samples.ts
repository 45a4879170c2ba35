import type { Recipient } from '../manifest.ts';

const lengthOf = (recipient: Recipient): number =>
  Object.values(recipient.data).reduce((sum, value) => sum + value.length, 0);

/** Three recipients worth looking at: the first, the one with the most and the one with the least data; each once. */
export const samplesOf = (recipients: readonly Recipient[]): Recipient[] => {
  const bySize = recipients.toSorted((one, other) => lengthOf(one) - lengthOf(other));
  const picked = [recipients[0], bySize.at(-1), bySize[0]].filter((recipient) => recipient !== undefined);
  return [...new Set(picked)];
};
