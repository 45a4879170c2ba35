import * as z from 'zod';
import { Problem } from '../../domain/problem.ts';

const Key = z.record(z.string(), z.union([z.string(), z.number()]));

/** DynamoDB's last key as an opaque cursor; null at the end. */
export const cursorOf = (lastKey: Record<string, unknown> | undefined): string | null =>
  lastKey ? Buffer.from(JSON.stringify(lastKey)).toString('base64url') : null;

/** @throws Problem `invalid-input` for a cursor that this API did not give */
export const keyOf = (cursor: string | undefined): Record<string, string | number> | undefined => {
  if (cursor === undefined) return undefined;
  try {
    return Key.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new Problem(
      'invalid-input',
      'The cursor is not one of this API.',
      'Leave it out to begin at the first page.',
    );
  }
};
