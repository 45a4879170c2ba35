import type { ImportedRow } from '../model/profile-import.ts';
import { bytesOf } from './unwritable.ts';

/** Bytes of a profile around its attributes: names, id, two or three lists, times; and its address, twice. */
const AROUND = 600;

/** An item of a transaction takes two units for each KB. */
const IN_TRANSACTION = 2;

/** An item under 1 KB: what is kept of the opt-outs of an address, or a line of their feed. */
const SMALL = 1;

/** Two entries of indexes beside the status; and in the time of the rest that status and the person are read. */
const QUARANTINE = 6;

/**
 * Write units of DynamoDB that a row takes, as of somebody who is known and had not opted out: whether they are is
 * only seen when the row is written. A unit is a KB of an item, with the names of its attributes
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html#read-write-capacity-units).
 */
export const writeUnitsOf = ({ attributes, optedOut, quarantined }: ImportedRow): number => {
  const kilobytes = Math.ceil((bytesOf(attributes) + AROUND) / 1024);
  const profile = kilobytes + 1;
  const optOut = IN_TRANSACTION * (SMALL + SMALL + kilobytes + SMALL);
  return profile + (optedOut ? optOut : 0) + (quarantined === undefined ? 0 : QUARANTINE);
};
