import { GetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Clock } from '../../domain/ports/clock.ts';
import type { SharedTime } from '../../domain/ports/shared-time.ts';
import { isExact, isSettled, narrowed, offsetOf, unbounded, type ClockBounds } from '../../domain/send/clock-bounds.ts';

const Answered = z.object({ headers: z.object({ date: z.string() }) });

/** Between two questions that are asked only for their answer's date. */
const ASK_EVERY_MS = 60;
const QUESTIONS = 30;

/**
 * DynamoDB's time: every answer of this client says it in whole seconds, and each narrows what the own clock may be
 * off. A clock that is right costs nothing; one that is not is asked about until a second has turned.
 */
export const sharedTimeOf = (
  client: DynamoDBClient,
  table: string,
  { clock, sleep }: { clock: Clock; sleep: (milliseconds: number) => Promise<void> },
): SharedTime => {
  let bounds = unbounded;
  client.middlewareStack.add(
    (next) => async (request) => {
      if (isExact(bounds)) return next(request);
      const sentAt = clock();
      const result = await next(request);
      const { data } = Answered.safeParse(result.response);
      const second = Date.parse(data?.headers.date ?? '');
      if (!Number.isNaN(second)) bounds = narrowed(bounds, { second, sentAt, receivedAt: clock() });
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'sharedTime' },
  );
  const ask = async (): Promise<void> => {
    await client.send(new GetItemCommand({ TableName: table, Key: { pk: { S: 'RATE' }, sk: { S: 'BACKOFF' } } }));
  };
  /** Until `isEnough`; a server that does not tell its time is not asked for ever. */
  const askUntil = async (isEnough: (known: ClockBounds) => boolean): Promise<void> => {
    for (let asked = 0; asked < QUESTIONS && !isEnough(bounds); asked += 1) {
      await ask();
      if (!isEnough(bounds)) await sleep(ASK_EVERY_MS);
    }
  };
  let inquiry: Promise<void> | undefined;
  return {
    now: () => clock() + offsetOf(bounds),
    settle: async () => {
      await askUntil(isSettled);
      // Nobody waits for this: a clock that may be right can still be off by less than a second.
      inquiry ??= askUntil(isExact).catch(() => undefined);
    },
  };
};
