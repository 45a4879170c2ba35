import * as z from 'zod';
import { readablePageOf, Unreadable } from '../http/page.ts';
import { Campaign, CampaignInput, CampaignSummary } from '../model/campaign.ts';
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

/** POST /campaigns/{id}/copy: the name of the copy. */
export const CopyRequest = z.object({ name: CampaignInput.shape.name }).meta({ id: 'CopyRequest' });

/** GET /campaigns: newest first, without the texts of their content, each with its latest run; of one that cannot be read the id. */
export const CampaignListItem = z
  .object({ campaign: CampaignSummary, latestRun: RunView.nullable(), unreadableRun: z.string().nullable() })
  .meta({ id: 'CampaignListItem' });
export type CampaignListItem = z.infer<typeof CampaignListItem>;
export const CampaignPage = readablePageOf(CampaignListItem);

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
