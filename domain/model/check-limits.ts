import * as z from 'zod';
import { TimeOfDay } from './frequency.ts';
import { StoredZone, Zone } from '../calendar/zone.ts';

const windowIn = (zone: typeof Zone) =>
  z
    .object({
      /** ISO weekdays, 1 is Monday. */
      days: z.array(z.int().min(1).max(7)).min(1, 'names at least one weekday').max(7),
      from: TimeOfDay,
      to: TimeOfDay,
      /** Counts for a campaign without a zone of its own, one that is sent once confirmed. */
      zone,
      /** A planned time outside stops the preparation instead of warning. */
      blocking: z.boolean().default(false),
    })
    .refine(({ from, to }) => from < to, { message: 'ends after it begins, on the same day', path: ['to'] });

/** Days and hours in which messages may go out, within one day. */
export const SendWindow = windowIn(Zone).meta({ id: 'SendWindow' });
export type SendWindow = z.infer<typeof SendWindow>;

const Percent = z.number().min(1).max(1000);

/** From where on checks of a preparation warn. A stage sets them, a campaign tightens them. */
export const CheckLimits = z.object({
  /** Per cent by which the audience may differ from the last run that was confirmed. */
  audienceChangePercent: Percent.default(20),
  sendWindow: SendWindow.optional(),
});
export type CheckLimits = z.infer<typeof CheckLimits>;

/** What a campaign may set. Its window holds besides the stage's. */
export const CheckLimitsOverride = z
  .object({ audienceChangePercent: Percent, sendWindow: SendWindow })
  .partial()
  .meta({ id: 'CheckLimitsOverride' });
type CheckLimitsOverride = z.infer<typeof CheckLimitsOverride>;

/** The same of a campaign that is stored, with a zone that an earlier version took. */
export const StoredCheckLimits = z
  .object({ audienceChangePercent: Percent, sendWindow: windowIn(StoredZone).meta({ id: 'SendWindowOutput' }) })
  .partial()
  .meta({ id: 'CheckLimitsOverrideOutput' });

/** The limits of a run: the smaller change, and every window that is set. */
export const limitsOf = (
  stage: CheckLimits,
  campaign: CheckLimitsOverride = {},
): { audienceChangePercent: number; sendWindows: SendWindow[] } => ({
  audienceChangePercent: Math.min(stage.audienceChangePercent, campaign.audienceChangePercent ?? Infinity),
  sendWindows: [stage.sendWindow, campaign.sendWindow].filter((window) => window !== undefined),
});
