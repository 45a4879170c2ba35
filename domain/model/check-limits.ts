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

/** A run of a series that asks nobody asks after all when it has more messages. */
const Most = z.int().min(1);

/** From where on checks of a preparation warn. A stage sets them, a campaign tightens them. */
export const CheckLimits = z.object({
  /** Per cent by which the audience may differ from the last run that was confirmed. */
  audienceChangePercent: Percent.default(20),
  mostUnasked: Most.optional(),
  sendWindow: SendWindow.optional(),
});
export type CheckLimits = z.infer<typeof CheckLimits>;

/** What a campaign may set. Its window holds besides the stage's. */
export const CheckLimitsOverride = z
  .object({ audienceChangePercent: Percent, mostUnasked: Most, sendWindow: SendWindow })
  .partial()
  .meta({ id: 'CheckLimitsOverride' });
type CheckLimitsOverride = z.infer<typeof CheckLimitsOverride>;

/** The same of a campaign that is stored, with a zone that an earlier version took. */
export const StoredCheckLimits = z
  .object({
    audienceChangePercent: Percent,
    mostUnasked: Most,
    sendWindow: windowIn(StoredZone).meta({ id: 'SendWindowOutput' }),
  })
  .partial()
  .meta({ id: 'CheckLimitsOverrideOutput' });

/** By what a run that asks nobody is held to what was confirmed: null, by no number of messages. */
export const ReleaseLimits = z
  .object({ mostUnasked: z.int().nullable(), audienceChangePercent: z.number() })
  .meta({ id: 'ReleaseLimits' });
export type ReleaseLimits = z.infer<typeof ReleaseLimits>;

const least = (...limits: (number | null | undefined)[]): number | null => {
  const set = limits.filter((limit) => typeof limit === 'number');
  return set.length === 0 ? null : Math.min(...set);
};

/** The limits of now, and those that were confirmed. */
export const releaseLimitsOf = (
  stage: CheckLimits,
  campaign: CheckLimitsOverride = {},
  confirmed?: ReleaseLimits,
): ReleaseLimits => ({
  mostUnasked: least(stage.mostUnasked, campaign.mostUnasked, confirmed?.mostUnasked),
  audienceChangePercent: Math.min(
    limitsOf(stage, campaign).audienceChangePercent,
    confirmed?.audienceChangePercent ?? Infinity,
  ),
});

/** The limits of a run: the smaller change, and every window that is set. */
export const limitsOf = (
  stage: CheckLimits,
  campaign: CheckLimitsOverride = {},
): { audienceChangePercent: number; sendWindows: SendWindow[] } => ({
  audienceChangePercent: Math.min(stage.audienceChangePercent, campaign.audienceChangePercent ?? Infinity),
  sendWindows: [stage.sendWindow, campaign.sendWindow].filter((window) => window !== undefined),
});
