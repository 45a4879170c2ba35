import * as z from 'zod';
import { Problem } from '../../../domain/http/problem.ts';

/** DynamoDB's last key as an opaque cursor; null at the end. */
export const cursorOf = (lastKey: Record<string, unknown> | undefined): string | null =>
  lastKey ? Buffer.from(JSON.stringify(lastKey)).toString('base64url') : null;

/** A sort key of DynamoDB, at most 1,024 bytes. */
export const SortKey = z
  .string()
  .min(1)
  .refine((text) => Buffer.byteLength(text) <= 1024 && text.isWellFormed());

/**
 * `key`: what a last key of this list looks like. DynamoDB refuses to begin at any other.
 * @throws Problem `invalid-input` for a cursor that this list did not give
 */
export const keyOf = <S extends z.ZodType>(cursor: string | undefined, key: S): z.output<S> | undefined => {
  if (cursor === undefined) return undefined;
  try {
    return key.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new Problem(
      'invalid-input',
      'The cursor is not one of this API.',
      'Leave it out to begin at the first page.',
    );
  }
};
