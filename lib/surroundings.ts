import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { RoomProps } from './room.ts';

/** What a function may be granted: of the stage, and of the room that it lies in. */
export type Surroundings = Pick<RoomProps, 'data' | 'names'> & {
  /** Of the room that sends. */
  configurationSet?: { name: string; arn: string };
  /** Of the room that records events. */
  deadLetters?: Queue;
  /** Of the function that delivers to webhooks. */
  deliveries?: Queue;
};

/** @throws Error: the function lies in a room that has none, which is a fault of ours */
export const given = <T>(thing: T | undefined, what: string): T => {
  if (thing === undefined) throw new Error(`the room of this function has no ${what}`);
  return thing;
};
