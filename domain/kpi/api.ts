import * as z from 'zod';
import { Figures } from '../figures.ts';

/** GET /runs/{id}/kpis. While a run is being sent the figures are live; afterwards they are those of the last publication. */
export const KpiView = z
  .object({
    figures: Figures,
    /** When the hourly rule publishes next. */
    nextAt: z.iso.datetime(),
    live: z.boolean(),
    /** Published hourly snapshots, oldest first, at most 168. */
    series: z.array(
      z.object({ at: z.iso.datetime(), delivered: z.int(), opened: z.int(), openedByHuman: z.int(), clicked: z.int() }),
    ),
    /** Messages handed over per second since sending began; 0 when not sending. */
    perSecond: z.number(),
    /** What is not settled yet; null once the run has ended. */
    underway: z.object({ inFlight: z.int(), throttled: z.int(), notBegun: z.int() }).nullable(),
  })
  .meta({ id: 'KpiView' });
export type KpiView = z.infer<typeof KpiView>;

/** POST /runs/{id}/stats: "Compute stats". */
export const StatsReport = z
  .object({
    before: Figures,
    after: Figures,
    /** Only the counters that differed: counter → after − before. Empty: no difference. */
    difference: z.record(z.string(), z.int()),
    computedAt: z.iso.datetime(),
    computedBy: z.string(),
    durationMs: z.int(),
  })
  .meta({ id: 'StatsReport' });
export type StatsReport = z.infer<typeof StatsReport>;
