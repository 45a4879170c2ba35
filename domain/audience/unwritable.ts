import { addressKey } from '../model/address.ts';
import type { ImportedRow, Rejection } from '../model/profile-import.ts';
import { MAX_ADDRESS_BYTES, MAX_ROW_BYTES } from './import-limits.ts';

const encoder = new TextEncoder();

/** In UTF-8. A text this short cannot exceed the limit, whatever its letters are. */
const isLongerThan = (limit: number, text: string): boolean =>
  text.length * 3 > limit && encoder.encode(text).length > limit;

/** NUL is forbidden in mail (RFC 5322, section 4); half of a surrogate pair is no text at all. */
export const isText = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** A map's entry costs its name, its value and a byte or two. */
export const bytesOf = (attributes: ImportedRow['attributes']): number =>
  encoder.encode(Object.entries(attributes).flat().join('\0\0')).length;

/** By its letters, of which none takes more than three bytes: most rows need not be encoded in order to be weighed. */
const mayExceed = (attributes: ImportedRow['attributes']): boolean => {
  let letters = 0;
  for (const name in attributes) letters += name.length + (attributes[name]?.length ?? 0) + 2;
  return letters * 3 > MAX_ROW_BYTES;
};

/** Why DynamoDB, or a mail, would not take this row. Undefined: it can be written. */
export const unwritable = (row: ImportedRow): Rejection | undefined => {
  const { line, address, attributes } = row;
  // The key of its index, too, takes 2,048 bytes; a domain in Punycode may be longer than it was written.
  if (isLongerThan(MAX_ADDRESS_BYTES, address) || isLongerThan(MAX_ADDRESS_BYTES, addressKey(address)))
    return {
      line,
      code: 'addressTooLong',
      facts: { most: MAX_ADDRESS_BYTES },
      cause: `the address takes at most ${MAX_ADDRESS_BYTES} bytes`,
    };
  if (![address, row.quarantined ?? '', ...Object.values(attributes)].every(isText))
    return { line, code: 'notText', facts: {}, cause: 'holds signs that are no text, such as NUL' };
  if (!mayExceed(attributes)) return undefined;
  const bytes = bytesOf(attributes);
  if (bytes > MAX_ROW_BYTES)
    return {
      line,
      code: 'tooLarge',
      facts: { bytes, most: MAX_ROW_BYTES },
      cause: `takes ${bytes} bytes, and at most ${MAX_ROW_BYTES} fit into a profile`,
    };
  return undefined;
};
