import * as z from 'zod';

/**
 * What an id of anything looks like: a ULID, the id of a profile, a mailed link. A key of DynamoDB takes 1,024 bytes
 * where it is sorted by, so a longer one names nothing.
 */
export const PathId = z.string().regex(/^[A-Za-z0-9_-]{1,128}$/, 'is no id: takes 1 to 128 letters, digits, - or _');
