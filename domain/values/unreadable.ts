import * as z from 'zod';

/**
 * Was something stored in a shape that nobody knows? It stays so however often it is read; a service that does not
 * answer is no such thing.
 */
export const isUnreadable = (error: unknown): boolean => error instanceof z.ZodError || error instanceof SyntaxError;
