import { words as audienceBehaviour } from './de/audience-behaviour.ts';
import { words as confirmMails } from './de/confirm-mails.ts';
import { words as kpi } from './de/kpi.ts';
import { words as kpiCampaign } from './de/kpi-campaign.ts';
import { words as kpiCharts } from './de/kpi-charts.ts';
import { words as kpiRecount } from './de/kpi-recount.ts';
import { words as prepareHome } from './de/prepare-home.ts';
import { words as scheduleLife } from './de/schedule-life.ts';
import { words as scheduleSeries } from './de/schedule-series.ts';
import { words as scheduleSpread } from './de/schedule-spread.ts';
import { words as send } from './de/send.ts';
import { words as track } from './de/track.ts';
import { words as write } from './de/write.ts';
import { words as writeFront } from './de/write-front.ts';
import { words as writeLists } from './de/write-lists.ts';
import type { enRuns } from './en-runs.ts';

/** The same in German; a key that it lacks does not compile. */
export const deRuns: Record<keyof typeof enRuns, string> = {
  ...audienceBehaviour,
  ...confirmMails,
  ...kpi,
  ...kpiCampaign,
  ...kpiCharts,
  ...kpiRecount,
  ...prepareHome,
  ...scheduleLife,
  ...scheduleSeries,
  ...scheduleSpread,
  ...send,
  ...track,
  ...write,
  ...writeFront,
  ...writeLists,
};
