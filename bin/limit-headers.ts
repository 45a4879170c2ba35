import * as z from 'zod';

/** As lambdas/entry tells machines, on every answer; people are not counted (domain/people/request-limit.ts). */
export const RateLimits = z.object({
  'RateLimit-Policy': z
    .string()
    .optional()
    .describe('To machines: requests in a window of seconds, as "machine";q=600;w=60')
    .meta({ header: { id: 'RateLimit-Policy' } }),
  RateLimit: z
    .string()
    .optional()
    .describe('To machines: what is left, and seconds until all is there again, as "machine";r=12;t=30')
    .meta({ header: { id: 'RateLimit' } }),
});
export const RetryAfter = z.object({
  'Retry-After': z
    .string()
    .optional()
    .describe('Seconds after which it makes sense to ask again (RFC 9110)')
    .meta({ header: { id: 'Retry-After' } }),
});
