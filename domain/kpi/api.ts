import * as z from 'zod';
import { VariantLine, WaveLine } from '../model/breakdown.ts';
import { counterNames, Figures, Rate, Rates } from '../model/figures.ts';
import { Unreadable } from '../http/page.ts';
import { Aggregation } from '../model/aggregation.ts';
import { runStates } from '../model/run.ts';
import { CampaignProfiles } from '../model/profile-count.ts';

const share = z.number().nullable();

/** Medians of the rates of a campaign's earlier finished runs, in per cent. */
export const Usual = z
  .object({
    /** How many runs these are of: the last ones, at most five. */
    runs: z.int(),
    delivered: share,
    failed: share,
    opened: share,
    openedByHuman: share,
    clicked: share,
    clickedByHuman: share,
  })
  .meta({ id: 'Usual' });
export type Usual = z.infer<typeof Usual>;

/** What became of the messages of a part of a run, as the ledger has it. */
const PartFigures = {
  recipients: z.int(),
  handedOver: z.int(),
  /** SES took no such message, or the person opted out after the confirmation. */
  refused: z.int(),
  optedOut: z.int(),
  /** With SES now, or unknown once the run no longer sends. */
  open: z.int(),
  /** Nobody has claimed them. */
  left: z.int(),
};

/** What became of the messages of a wave. */
export const WaveFigures = z
  .object({
    ...PartFigures,
    /** What came back, as it was published last; null: nothing was yet. */
    outcome: WaveLine.nullable(),
  })
  .meta({ id: 'WaveFigures' });
export type WaveFigures = z.infer<typeof WaveFigures>;

/** What became of the messages with one of the contents of a run. */
export const VariantFigures = z
  .object({
    /** Null: the campaign's own content. */
    id: z.string().nullable(),
    language: z.string(),
    ...PartFigures,
    /** What came back, as it was published last; null: nothing was yet. */
    outcome: VariantLine.nullable(),
  })
  .meta({ id: 'VariantFigures' });
export type VariantFigures = z.infer<typeof VariantFigures>;

/** GET /runs/{id}/kpis. While a run is being sent the figures are live; afterwards they are those of the last publication. */
export const KpiView = z
  .object({
    figures: Figures,
    /** When the hourly rule publishes next. */
    nextAt: z.iso.datetime(),
    live: z.boolean(),
    /** The hourly rule has not run for two hours: what happened since is not in these figures. */
    stale: z.boolean(),
    /** Published hourly snapshots, oldest first, at most 168. */
    series: z.array(
      z.object({ at: z.iso.datetime(), delivered: z.int(), opened: z.int(), openedByHuman: z.int(), clicked: z.int() }),
    ),
    /** Null: no earlier run has finished, or this one is still going on. */
    usual: Usual.nullable(),
    /** Messages handed over per second since sending began; 0 when not sending. */
    perSecond: z.number(),
    /** What each wave came to, in their order; empty: all go out together. */
    waves: z.array(WaveFigures),
    /** What each content came to; empty: it has one only. */
    variants: z.array(VariantFigures),
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
    /** The same counters with what they were and what they are now. */
    corrected: z.array(z.object({ counter: z.enum(counterNames), before: z.int(), after: z.int() })),
    computedAt: z.iso.datetime(),
    computedBy: z.string(),
    durationMs: z.int(),
  })
  .meta({ id: 'StatsReport' });
export type StatsReport = z.infer<typeof StatsReport>;

const asked = { since: z.iso.datetime(), askedBy: z.string() };

/** POST /runs/{id}/stats, 202: it goes on by itself. */
export const RecountUnderway = z
  .object({
    ...asked,
    state: z.literal('counting'),
    /** Of the run, counted in this pass. */
    percent: z.int(),
    /** From 1; another pass is made when events arrived meanwhile. */
    pass: z.int(),
  })
  .meta({ id: 'RecountUnderway' });
export type RecountUnderway = z.infer<typeof RecountUnderway>;

/** GET /runs/{id}/stats: progress of the last recount. */
export const RecountView = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('none') }),
    RecountUnderway,
    /** Nothing moved for five minutes; asking again continues it. */
    RecountUnderway.extend({ state: z.literal('abandoned') }),
    z.object({ ...asked, state: z.literal('done'), report: StatsReport }),
    z.object({
      ...asked,
      state: z.literal('gaveUp'),
      gaveUpAt: z.iso.datetime(),
      percent: z.int(),
      /** `busy`: events kept arriving; `tooLong`: it would cost more than a recount may. Nothing was changed. */
      why: z.enum(['busy', 'tooLong']),
    }),
  ])
  .meta({ id: 'RecountView' });
export type RecountView = z.infer<typeof RecountView>;

/** POST /campaigns/{id}/stats, 202: distinct profiles are being counted, in calls of their own. */
export const ProfilesUnderway = z
  .object({
    ...asked,
    state: z.literal('counting'),
    /** Of all runs, when the last call handed over. */
    percent: z.int(),
  })
  .meta({ id: 'ProfilesUnderway' });
export type ProfilesUnderway = z.infer<typeof ProfilesUnderway>;

/** GET /campaigns/{id}/stats: progress of the last count of distinct profiles. */
export const ProfilesView = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('none') }),
    ProfilesUnderway,
    /** Nothing moved for a quarter of an hour; asking again continues it. */
    ProfilesUnderway.extend({ state: z.literal('abandoned') }),
    z.object({ ...asked, state: z.literal('done'), profiles: CampaignProfiles }),
    /** It would cost more than a count may: `percent` were counted, and nothing is published. */
    ProfilesUnderway.extend({ state: z.literal('gaveUp') }),
  ])
  .meta({ id: 'ProfilesView' });
export type ProfilesView = z.infer<typeof ProfilesView>;

/** Sums over the runs of a campaign, of messages: one person in three runs is three. */
export const CampaignTotal = z
  .object({
    targeted: z.int(),
    excluded: z.int(),
    toDeliver: z.int(),
    ...Rates.shape,
    trackable: Figures.shape.trackable,
  })
  .meta({ id: 'CampaignTotal' });
export type CampaignTotal = z.infer<typeof CampaignTotal>;

/** The runs of one period of a series, with the same content. */
export const PeriodLine = z
  .object({
    aggregation: Aggregation.exclude(['none']),
    /** By the clock of the series: `2027-02-28`, `2027-W08` (ISO 8601), `2027-02` or `2027`. */
    period: z.string(),
    /** Version of the campaign: an edit begins another line. */
    campaignVersion: z.int(),
    /** There are older runs, which may be of this period too. */
    isPartial: z.boolean(),
    runs: z.array(z.object({ id: z.string(), state: z.enum(runStates), start: z.iso.datetime() })),
    /** The sum of those of its runs that were published. */
    total: CampaignTotal,
  })
  .meta({ id: 'PeriodLine' });
export type PeriodLine = z.infer<typeof PeriodLine>;

/** GET /campaigns/{id}/kpis: the published figures of its last runs, newest first, and their sum. */
export const CampaignKpis = z
  .object({
    total: CampaignTotal,
    /** The same of distinct profiles; null until somebody computes the stats of the campaign. */
    profiles: CampaignProfiles.nullable(),
    items: z.array(Figures),
    /** Of a series that gathers its runs by period: the last one first. */
    periods: z.array(PeriodLine),
    /** Runs that are not in the sum. */
    unreadable: Unreadable,
    /** All are here: always null. */
    cursor: z.null(),
  })
  .meta({ id: 'CampaignKpis' });
export type CampaignKpis = z.infer<typeof CampaignKpis>;

/** What the runs that began in a week came to. A message counts in the week of its run, whenever it is delivered or opened. */
export const WeekLine = z
  .object({
    /** Week as ISO 8601 names it, in UTC. */
    week: z.string().regex(/^\d{4}-W\d{2}$/),
    /** Its Monday. */
    from: z.iso.date(),
    /** How many began to be sent in it. */
    runs: z.int(),
    /** Messages that SES accepted. */
    sent: z.int(),
    /** Of what was handed over or failed before, as in the figures of a run. */
    delivered: Rate,
    bounced: Rate,
    /** Of the delivered messages. */
    complained: Rate,
    /** Opened or clicked by people, of the delivered messages of which that can be known. */
    openedByHuman: Rate,
    clickedByHuman: Rate,
    /** Of the delivered messages. */
    unsubscribed: Rate,
  })
  .meta({ id: 'WeekLine' });
export type WeekLine = z.infer<typeof WeekLine>;

export const MOST_WEEKS = 104;

export const WeeksQuery = z.object({ weeks: z.coerce.number().int().min(1).max(MOST_WEEKS).default(12) });

/** GET /figures/weeks: the last weeks over all campaigns, oldest first; the last one is not over yet. */
export const Weeks = z
  .object({
    items: z.array(WeekLine),
    /** All are here: always null. */
    cursor: z.null(),
    /** When the hourly rule published last; null: it never has. */
    asOf: z.iso.datetime().nullable(),
    /** True: runs from before there were figures by week are still being counted in, from the newest to the oldest. */
    isCounting: z.boolean(),
  })
  .meta({ id: 'Weeks' });
export type Weeks = z.infer<typeof Weeks>;
