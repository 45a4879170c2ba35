import { PICKED_MAX, WAVES_MAX, type Ramp } from './waves.ts';

/** Messages of each day at most, of as many days as a run may have waves. */
export const rampDays = ({ first, growthPercent }: Ramp): number[] =>
  Array.from({ length: WAVES_MAX }, (_, day) => Math.floor(first * (1 + growthPercent / 100) ** day));

/** The days whose people are picked one by one; those of later days are so many that whole chunks are taken. */
export const pickedDays = (ramp: Ramp): number[] => {
  let sum = 0;
  return rampDays(ramp).filter((size) => (sum += size) <= PICKED_MAX);
};
