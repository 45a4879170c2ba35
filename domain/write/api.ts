import * as z from 'zod';
import { PageQuery, readablePageOf, Unreadable } from '../http/page.ts';
import { Condition } from '../model/audience-filter.ts';
import { Campaign, CampaignInput } from '../model/campaign.ts';
import { CampaignSummary } from '../model/campaign-summary.ts';
import { Archived } from '../model/archived.ts';
import { campaignStates } from '../model/campaign-state.ts';
import { CountedLabel, Label, Labels } from '../model/labels.ts';
import { RunLine } from '../model/run-entry.ts';
import { seriesStates } from '../model/series-life.ts';
import { RunView } from '../model/run-view.ts';
import { SeriesView } from '../model/series-view.ts';
import { ScheduleFault } from '../model/schedule.ts';

/** PUT /campaigns/{id}: `version` is the one that was edited; another one in the store is a conflict. */
export const CampaignEdit = CampaignInput.safeExtend({
  version: z.int().min(1),
  /** An armed series is paused: nothing of what was changed starts before somebody resumes it. */
  pausesSeries: z.boolean().optional(),
}).meta({ id: 'CampaignEdit' });
export type CampaignEdit = z.infer<typeof CampaignEdit>;

/** POST /campaigns/{id}/archive and /unarchive. */
export const ArchiveRequest = z
  .strictObject({
    reason: z.string().trim().min(1).max(1000).optional().describe('Kept in the history of the campaign'),
  })
  .meta({ id: 'ArchiveRequest' });
/** Null: it is not archived. */
export const ArchiveState = z.object({ id: z.string(), archived: Archived.nullable() }).meta({ id: 'ArchiveState' });
export type ArchiveState = z.infer<typeof ArchiveState>;

/** PUT /campaigns/{id}/labels. */
export const LabelsRequest = z.strictObject({ labels: Labels }).meta({ id: 'LabelsRequest' });
export const LabelState = z.object({ id: z.string(), labels: Labels }).meta({ id: 'LabelState' });
export type LabelState = z.infer<typeof LabelState>;

/** DELETE /campaigns/{id} */
export const DeletedCampaign = z
  .object({ id: z.string(), deletedAt: z.iso.datetime() })
  .meta({ id: 'DeletedCampaign' });
export type DeletedCampaign = z.infer<typeof DeletedCampaign>;

/** POST /campaigns/{id}/copy: the name of the copy, and what whoever the campaign means has to meet besides. */
export const CopyRequest = z
  .object({ name: CampaignInput.shape.name, also: Condition.optional() })
  .meta({ id: 'CopyRequest' });

/** Query of GET /campaigns. */
export const CampaignQuery = PageQuery.extend({
  /** Words that the name, the subject or the person has, in whatever letters. */
  search: z.string().max(100).default(''),
  state: z.enum([...campaignStates, 'archived']).optional(),
  /** `mine`: those that the signed-in person made or changed last; `recurring`: series. */
  show: z.enum(['all', 'mine', 'recurring']).default('all'),
  /** A label, in whatever letters. */
  label: Label.optional(),
  sort: z.enum(['newest', 'changed', 'name']).default('newest'),
});
export type CampaignQuery = z.infer<typeof CampaignQuery>;

/** A campaign in a list, with its latest run; of one that cannot be read the id. */
export const CampaignListItem = z
  .object({
    campaign: CampaignSummary.pick({
      id: true,
      version: true,
      name: true,
      createdAt: true,
      createdBy: true,
      updatedAt: true,
      updatedBy: true,
      copiedFrom: true,
      list: true,
      labels: true,
      content: true,
      schedule: true,
      requestConfirmation: true,
    }),
    state: z.enum(campaignStates),
    /** Of a recurring campaign. */
    series: z.enum(seriesStates).nullable(),
    archived: Archived.nullable(),
    latestRun: RunLine.nullable(),
    unreadableRun: z.string().nullable(),
  })
  .meta({ id: 'CampaignListItem' });
export type CampaignListItem = z.infer<typeof CampaignListItem>;

/** GET /campaigns. A page has at most 100 KB, and may be shorter than its limit for that. */
export const CampaignPage = readablePageOf(CampaignListItem)
  .extend({
    /** How many there are behind this search and state: of all pages, and by what may be shown of them. */
    counts: z.object({ all: z.int(), mine: z.int(), recurring: z.int() }),
    /** The labels of campaigns behind this search and state, of all pages and whatever label is asked for, at most 50. */
    labels: z.array(CountedLabel),
  })
  .meta({ id: 'CampaignPage' });
export type CampaignPage = z.infer<typeof CampaignPage>;

/** GET /campaigns/{id} */
export const CampaignDetail = z
  .object({
    campaign: Campaign,
    /** Newest first, at most 50. */
    runs: z.array(RunView),
    unreadable: Unreadable,
    /** The next ten starts of a recurring campaign, UTC. */
    nextRuns: z.array(z.iso.datetime()),
    /** The release of the tz database (`2026c`) whose rules they follow; null: not known. */
    zoneData: z.string().nullable().default(null),
    /** Of a recurring campaign: how its runs start. */
    series: SeriesView.extend({
      /** Its timer starts runs; "Arm" does that. */
      isArmed: z.boolean(),
      /** The runs that the timer starts are sent without asking, by the confirmation that `campaign.confirmed` names. */
      isReleased: z.boolean(),
      /** The start, UTC, whose run can be prepared ahead (POST /campaigns/{id}/series/prepare); null: none. */
      preparedFor: z.iso.datetime().nullable(),
    })
      .nullable()
      .default(null),
    /** What of the schedule cannot be, so that the campaign neither starts nor can be prepared until it is changed. */
    scheduleFaults: z.array(ScheduleFault),
  })
  .meta({ id: 'CampaignDetail' });
export type CampaignDetail = z.infer<typeof CampaignDetail>;
