import * as z from 'zod';

/**
 * DELETE: the number that whoever deletes has seen, which stands for If-Match (RFC 9110, section 13.1.1); another one in the
 * store is a conflict. Left out: whatever it is by now.
 */
export const SeenVersion = z.coerce.number().int().min(1).optional();
