import * as z from 'zod';
import type { NextStarts } from '../calendar/next-starts.ts';
import { endedByArchive, isStillSeries, type Starting } from '../calendar/series.ts';
import { foldedText } from '../values/folded-text.ts';
import { Archived } from './archived.ts';
import { listsIn, segmentsIn } from './audience-filter.ts';
import type { CampaignSummary } from './campaign-summary.ts';
import { Schedule } from './schedule.ts';
import { SeriesLife } from './series-life.ts';

/** What an index has of a campaign: what a list searches, filters and sorts by, and of a series what its starts depend on. */
export const CampaignEntry = z.object({
  id: z.string(),
  name: z.string(),
  /** What is searched: name, subject and who made and changed it, folded. */
  text: z.string(),
  /** `sub` of those. */
  by: z.array(z.string()),
  updatedAt: z.string(),
  /** Names of the lists that it targets, or asks for in its filter. */
  lists: z.array(z.string()).default([]),
  /** Ids of the segments that its filter names. */
  segments: z.array(z.string()).default([]),
  /** Names of the snippets that its content asks for; absent: none. */
  snippets: z.array(z.string()).optional(),
  series: z.object({ schedule: Schedule, recurringSince: z.int().optional() }).optional(),
  /** Of one that goes out at a time. */
  onDate: z.object({ schedule: Schedule }).optional(),
  labels: z.array(z.string()).default([]),
  archived: Archived.optional(),
});
export type CampaignEntry = z.infer<typeof CampaignEntry>;

type Known = Pick<
  CampaignSummary,
  | 'id'
  | 'name'
  | 'list'
  | 'filter'
  | 'createdBy'
  | 'updatedBy'
  | 'updatedAt'
  | 'schedule'
  | 'recurringSince'
  | 'labels'
  | 'archived'
> & {
  content: { subject: string; snippets?: string[] | undefined };
};

export const campaignEntryOf = (campaign: Known): CampaignEntry => {
  const {
    id,
    name,
    content,
    createdBy,
    updatedBy,
    updatedAt,
    schedule,
    recurringSince,
    archived,
    labels = [],
  } = campaign;
  return {
    id,
    name,
    text: foldedText([name, content.subject, ...new Set([createdBy.name, updatedBy.name])].join('\n')),
    by: [...new Set([createdBy.sub, updatedBy.sub])],
    updatedAt,
    lists: listsIn(campaign),
    segments: segmentsIn(campaign.filter?.conditions ?? []),
    ...(content.snippets && { snippets: content.snippets }),
    ...(schedule.mode === 'recurring' && { series: { schedule, recurringSince } }),
    ...(schedule.mode === 'onDate' && { onDate: { schedule } }),
    labels,
    ...(archived && { archived }),
  };
};

/** What it has of the life of a series. */
export const LifeEntry = SeriesLife.pick({
  state: true,
  armedVersion: true,
  lastStart: true,
  lastOccurrence: true,
}).extend({
  skipped: z.array(z.object({ start: z.string(), occurrence: z.string().optional() })),
});
export type LifeEntry = z.infer<typeof LifeEntry>;

export const lifeEntryOf = ({ state, armedVersion, lastStart, lastOccurrence, skipped }: SeriesLife): LifeEntry => ({
  state,
  armedVersion,
  ...(lastStart !== undefined && { lastStart }),
  ...(lastOccurrence !== undefined && { lastOccurrence }),
  skipped: skipped.map(({ start, occurrence }) => ({ start, ...(occurrence !== undefined && { occurrence }) })),
});

const NEVER_ARMED: LifeEntry = { state: 'draft', armedVersion: 0, skipped: [] };

/** The starts of a series by its entries; undefined: the campaign is none. */
export const startingOf = (
  { series, archived }: CampaignEntry,
  life: LifeEntry = NEVER_ARMED,
): Starting | undefined => {
  if (!series) return undefined;
  const now = isStillSeries(series, life) ? life : { ...life, state: 'draft' as const };
  return { campaign: series, life: archived ? endedByArchive(now) : now };
};

const mayRunOut = ({ campaign: { schedule }, life }: Starting): boolean =>
  life.lastStart !== undefined ||
  (schedule.mode === 'recurring' && (schedule.runs !== undefined || schedule.endsOn !== undefined));

/** Without looking for a start where there always is one. `id`: of the campaign. */
export const seriesStateOf = (
  starts: NextStarts,
  { id, series }: { id: string; series: Starting },
  now: string,
): SeriesLife['state'] => {
  const { state } = series.life;
  if (state === 'draft' || state === 'ended' || !mayRunOut(series)) return state;
  return starts.of(id, series, now) === undefined ? 'ended' : state;
};
