import middy from '@middy/core';
import type * as z from 'zod';
import { surprises } from './logging.ts';

/**
 * Entry of a Step Functions task or a Scheduler target: parses the input by its schema and hands it to
 * the handler. Outcomes are return values; what is thrown is a surprise, logged without the input
 * (it may hold a task token) and left to the machine's Retry and Catch. `timeLeft` is in milliseconds.
 */
export const step = <S extends z.ZodType, Answer>(
  schema: S,
  handle: (input: z.output<S>, timeLeft: () => number) => Promise<Answer>,
) =>
  middy<unknown, Answer>()
    .use(surprises('step failed'))
    .handler(async (event: unknown, context) => handle(schema.parse(event), () => context.getRemainingTimeInMillis()));
