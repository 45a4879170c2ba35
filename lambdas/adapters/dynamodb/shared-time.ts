import type { Clock } from '../../../domain/ports/clock.ts';
import type { SharedTime } from '../../../domain/send/ports/shared-time.ts';
import {
  isExact,
  isSettled,
  narrowed,
  offsetOf,
  unbounded,
  type ClockBounds,
} from '../../../domain/send/clock-bounds.ts';
import { dynamoDbRequest } from './dynamodb-request.ts';
import type { SignedPost } from '../sdk/signed-post.ts';

/** Between two questions that are asked only for their answer's date. */
const ASK_EVERY_MS = 60;
const QUESTIONS = 30;

/**
 * DynamoDB's time: every answer says it in whole seconds, and each narrows what the own clock may be off. A clock
 * that is right costs nothing; one that is not is asked about until a second has turned. Who asks DynamoDB by the
 * `post` that comes back tells it the time.
 */
export const sharedTimeOf = (
  dynamoDb: SignedPost,
  table: string,
  { clock, sleep }: { clock: Clock; sleep: (milliseconds: number) => Promise<void> },
): { time: SharedTime; post: SignedPost } => {
  let bounds = unbounded;
  const post: SignedPost = async (request) => {
    if (isExact(bounds)) return dynamoDb(request);
    const sentAt = clock();
    const answer = await dynamoDb(request);
    const second = Date.parse(answer.headers['date'] ?? '');
    if (!Number.isNaN(second)) bounds = narrowed(bounds, { second, sentAt, receivedAt: clock() });
    return answer;
  };
  const ask = async (): Promise<void> => {
    await post(dynamoDbRequest('GetItem', { TableName: table, Key: { pk: { S: 'RATE' }, sk: { S: 'BACKOFF' } } }));
  };
  /** Until `isEnough`; a server that does not tell its time is not asked for ever. */
  const askUntil = async (isEnough: (known: ClockBounds) => boolean): Promise<void> => {
    for (let asked = 0; asked < QUESTIONS && !isEnough(bounds); asked += 1) {
      // No answer tells no time; whether DynamoDB can be reached is for the next write to find out.
      await ask().catch(() => undefined);
      if (!isEnough(bounds)) await sleep(ASK_EVERY_MS);
    }
  };
  let inquiry: Promise<void> | undefined;
  const settle = async (): Promise<void> => {
    await askUntil(isSettled);
    // Nobody waits for this: a clock that may be right can still be off by less than a second.
    inquiry ??= askUntil(isExact);
  };
  return { time: { now: () => clock() + offsetOf(bounds), settle }, post };
};
