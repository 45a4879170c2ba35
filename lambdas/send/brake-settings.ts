import type { BrakeLimits } from '../../domain/send/brake.ts';

type Settings = { BRAKE_BOUNCE_PERCENT: number; BRAKE_COMPLAINT_PERCENT: number; BRAKE_MINIMUM: number };

/** The stage's limits, of each function that looks whether a run may go on. */
export const brakeLimitsOf = (settings: Settings): BrakeLimits => ({
  bouncePercent: settings.BRAKE_BOUNCE_PERCENT,
  complaintPercent: settings.BRAKE_COMPLAINT_PERCENT,
  minimum: settings.BRAKE_MINIMUM,
});
