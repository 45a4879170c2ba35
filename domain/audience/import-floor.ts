import { FOLDED_AFTER_MS, type ImportSnapshot } from '../model/import-snapshot.ts';
import type { ImportRecord } from '../model/profile-import.ts';

/**
 * The number up to which all imports ended long ago, in one way or the other.
 * @param records all with higher numbers than the floor of the snapshot, in their order
 */
export const floorAfter = ({ floor }: ImportSnapshot, records: readonly ImportRecord[], now: number): number => {
  let highest = floor;
  for (const { number, state, endedAt } of records) {
    const hasEnded = (state === 'settled' || state === 'givenUp') && endedAt !== undefined;
    // One that cannot be read is missing.
    if (number !== highest + 1 || !hasEnded || now - Date.parse(endedAt) < FOLDED_AFTER_MS) break;
    highest = number;
  }
  return highest;
};
