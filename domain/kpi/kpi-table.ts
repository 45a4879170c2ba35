import * as z from 'zod';
import { Breakdown } from '../model/breakdown.ts';
import { Figures } from '../model/figures.ts';
import { CampaignProfiles } from '../model/profile-count.ts';
import { WeekCounts } from '../model/week-counts.ts';

/**
 * What the KPI table promises to dashboards (docs/kpi-table.md): its public items and no others. Adding a field
 * is no break; whoever reads leaves alone what it does not know.
 */
export const KpiItem = z
  .object({
    pk: z
      .string()
      .regex(/^RUN#.+$/)
      .meta({ description: '`RUN#` and the id of the run' }),
    sk: z
      .string()
      .regex(/^KPI#(LATEST|\d{4}-\d{2}-\d{2}T\d{2}:00Z)$/)
      .meta({ description: '`KPI#LATEST`, or `KPI#` and the hour in UTC of a kept snapshot' }),
    figures: Figures,
  })
  .meta({ id: 'KpiItem', description: 'The figures of one run as they were published' });
export type KpiItem = z.infer<typeof KpiItem>;

/** The figures of a run taken apart, beside them. */
export const BreakdownItem = z
  .object({
    pk: z.string().regex(/^RUN#.+$/),
    sk: z.literal('BREAKDOWN#LATEST'),
    breakdown: Breakdown,
  })
  .meta({ id: 'BreakdownItem', description: 'The figures of one run by link, recipient domain and hour' });
export type BreakdownItem = z.infer<typeof BreakdownItem>;

/** Distinct profiles over the runs of a campaign. */
export const ProfilesItem = z
  .object({
    pk: z.string().regex(/^CAMPAIGN#.+$/),
    sk: z.literal('PROFILES#LATEST'),
    profiles: CampaignProfiles,
  })
  .meta({ id: 'ProfilesItem', description: 'Distinct profiles over the runs of one campaign' });
export type ProfilesItem = z.infer<typeof ProfilesItem>;

const WEEKS = 'WEEKS';

/** Sums over the runs that began in a week; each at the top, since `ADD` reaches no deeper. */
export const WeekItem = z
  .object({
    pk: z.literal(WEEKS),
    sk: z
      .string()
      .regex(/^\d{4}-W\d{2}$/)
      .meta({ description: 'Week as ISO 8601 names it, in UTC' }),
    ...WeekCounts.shape,
  })
  .meta({ id: 'WeekItem', description: 'What the runs of all campaigns that began in one week came to, in messages' });
export type WeekItem = z.infer<typeof WeekItem>;

export const weekKey = (week: string): Pick<WeekItem, 'pk' | 'sk'> => ({ pk: WEEKS, sk: week });

const hourOf = (at: string): string => `${at.slice(0, 13)}:00Z`;

export const kpiPartition = (runId: string): string => `RUN#${runId}`;

/** A publication: the latest figures, and the snapshot of its hour. Publishing again in the same hour replaces both. */
export const kpiItems = (figures: Figures): KpiItem[] =>
  ['LATEST', hourOf(figures.asOf)].map((what) => ({
    pk: kpiPartition(figures.runId),
    sk: `KPI#${what}`,
    figures,
  }));

export const breakdownItem = (breakdown: Breakdown): BreakdownItem => ({
  pk: kpiPartition(breakdown.runId),
  sk: 'BREAKDOWN#LATEST',
  breakdown,
});

export const profilesKey = (campaignId: string) => ({ pk: `CAMPAIGN#${campaignId}`, sk: 'PROFILES#LATEST' as const });

export const profilesItem = (profiles: CampaignProfiles): ProfilesItem => ({
  ...profilesKey(profiles.campaignId),
  profiles,
});
