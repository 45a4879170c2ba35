import type { ImportedRow } from '../model/profile-import.ts';
import { bytesOf } from './unwritable.ts';

/** Bytes of a profile around what the file says: names of attributes, two or three lists, times. */
const AROUND = 400;

/** It stands in the base, in what the import says and in the keys of both indexes; its id in the key and in the base. */
const around = ({ id, address }: ImportedRow): number => AROUND + 4 * bytesOf({ address }) + 2 * id.length;

/** Of a profile: by its address, and by how that begins. */
const INDEXES = 2;

/** An item of a transaction takes two units for each KB. */
const IN_TRANSACTION = 2;

/** An item under 1 KB: what is kept of the opt-outs of an address, or a line of their feed. */
const SMALL = 1;

/** What the import says of the address until it counts: written, and taken away again. */
const MARK = 2;

/** A mark and a status, each with an entry in two indexes, and the mark taken away. */
const QUARANTINE = 9;

/**
 * Write units of DynamoDB that a row takes, as of somebody who is known and had not opted out: whether they are is
 * only seen when the row is written. A unit is a KB of an item, with the names of its attributes
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html#read-write-capacity-units).
 */
export const writeUnitsOf = (row: ImportedRow): number => {
  const { attributes, optedOut, quarantined } = row;
  const kilobytes = Math.ceil((bytesOf(attributes) + around(row)) / 1024);
  const profile = kilobytes + INDEXES;
  const optOut = MARK + IN_TRANSACTION * (SMALL + SMALL + kilobytes + SMALL);
  return profile + (optedOut ? optOut : 0) + (quarantined === undefined ? 0 : QUARANTINE);
};
