import { words as audienceBehaviour } from './en/audience-behaviour.ts';
import { words as confirmMails } from './en/confirm-mails.ts';
import { words as kpi } from './en/kpi.ts';
import { words as kpiCampaign } from './en/kpi-campaign.ts';
import { words as kpiCharts } from './en/kpi-charts.ts';
import { words as kpiRecount } from './en/kpi-recount.ts';
import { words as prepareHome } from './en/prepare-home.ts';
import { words as scheduleLife } from './en/schedule-life.ts';
import { words as scheduleSeries } from './en/schedule-series.ts';
import { words as scheduleSpread } from './en/schedule-spread.ts';
import { words as send } from './en/send.ts';
import { words as track } from './en/track.ts';
import { words as write } from './en/write.ts';
import { words as writeFront } from './en/write-front.ts';
import { words as writeLists } from './en/write-lists.ts';

/** Words of the front page, of runs and of what came of them, in English; fetched with the first of these pages. */
export const enRuns = {
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
