import { words as abTest } from './en/ab-test.ts';
import { words as audienceBehaviour } from './en/audience-behaviour.ts';
import { words as audienceFilter } from './en/audience-filter.ts';
import { words as confirm } from './en/confirm.ts';
import { words as confirmHistory } from './en/confirm-history.ts';
import { words as confirmLink } from './en/confirm-link.ts';
import { words as kpi } from './en/kpi.ts';
import { words as kpiCampaign } from './en/kpi-campaign.ts';
import { words as kpiCharts } from './en/kpi-charts.ts';
import { words as kpiRecount } from './en/kpi-recount.ts';
import { words as languages } from './en/languages.ts';
import { words as prepare } from './en/prepare.ts';
import { words as prepareBehaviourChecks } from './en/prepare-behaviour-checks.ts';
import { words as prepareChecks } from './en/prepare-checks.ts';
import { words as prepareHome } from './en/prepare-home.ts';
import { words as prepareMailChecks } from './en/prepare-mail-checks.ts';
import { words as prepareSendingChecks } from './en/prepare-sending-checks.ts';
import { words as run } from './en/run.ts';
import { words as runPause } from './en/run-pause.ts';
import { words as scheduleLife } from './en/schedule-life.ts';
import { words as scheduleRule } from './en/schedule-rule.ts';
import { words as scheduleSeries } from './en/schedule-series.ts';
import { words as scheduleSpread } from './en/schedule-spread.ts';
import { words as send } from './en/send.ts';
import { words as shell } from './en/shell.ts';
import { words as shellAction } from './en/shell-action.ts';
import { words as shellCause } from './en/shell-cause.ts';
import { words as shellRowCause } from './en/shell-row-cause.ts';
import { words as shellWayOn } from './en/shell-way-on.ts';
import { words as track } from './en/track.ts';
import { words as write } from './en/write.ts';
import { words as writeFront } from './en/write-front.ts';
import { words as writeLists } from './en/write-lists.ts';

/** Words of every page in English; its keys are the ones that exist. */
export const en = {
  ...abTest,
  ...audienceBehaviour,
  ...audienceFilter,
  ...confirm,
  ...confirmHistory,
  ...confirmLink,
  ...kpi,
  ...kpiCampaign,
  ...kpiCharts,
  ...kpiRecount,
  ...languages,
  ...prepare,
  ...prepareBehaviourChecks,
  ...prepareChecks,
  ...prepareHome,
  ...prepareMailChecks,
  ...prepareSendingChecks,
  ...run,
  ...runPause,
  ...scheduleLife,
  ...scheduleRule,
  ...scheduleSeries,
  ...scheduleSpread,
  ...send,
  ...shell,
  ...shellAction,
  ...shellCause,
  ...shellRowCause,
  ...shellWayOn,
  ...track,
  ...write,
  ...writeFront,
  ...writeLists,
};
