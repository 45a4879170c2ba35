import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../domain/ports/clock.ts';

/** The only place where Lambdas take the time from. */
export const clock: Clock = () => Date.now();

export const sleep = async (milliseconds: number): Promise<void> => {
  await wait(milliseconds);
};
