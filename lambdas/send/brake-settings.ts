import * as z from 'zod';
import type { BrakeLimits } from '../../domain/send/brake.ts';

/** The stage's limits, of each function that looks whether a run may go on. */
export const brakeSettings = {
  BRAKE_BOUNCE_PERCENT: z.coerce.number().positive(),
  BRAKE_COMPLAINT_PERCENT: z.coerce.number().positive(),
  BRAKE_MINIMUM: z.coerce.number().int().min(1),
};

type Settings = { [Name in keyof typeof brakeSettings]: number };

export const brakeLimitsOf = (settings: Settings): BrakeLimits => ({
  bouncePercent: settings.BRAKE_BOUNCE_PERCENT,
  complaintPercent: settings.BRAKE_COMPLAINT_PERCENT,
  minimum: settings.BRAKE_MINIMUM,
});
