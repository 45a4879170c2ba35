import { words as abTest } from './de/ab-test.ts';
import { words as audienceBehaviour } from './de/audience-behaviour.ts';
import { words as audienceFilter } from './de/audience-filter.ts';
import { words as confirm } from './de/confirm.ts';
import { words as confirmHistory } from './de/confirm-history.ts';
import { words as confirmLink } from './de/confirm-link.ts';
import { words as kpi } from './de/kpi.ts';
import { words as kpiCampaign } from './de/kpi-campaign.ts';
import { words as kpiCharts } from './de/kpi-charts.ts';
import { words as kpiRecount } from './de/kpi-recount.ts';
import { words as languages } from './de/languages.ts';
import { words as prepare } from './de/prepare.ts';
import { words as prepareBehaviourChecks } from './de/prepare-behaviour-checks.ts';
import { words as prepareChecks } from './de/prepare-checks.ts';
import { words as prepareHome } from './de/prepare-home.ts';
import { words as prepareMailChecks } from './de/prepare-mail-checks.ts';
import { words as prepareSendingChecks } from './de/prepare-sending-checks.ts';
import { words as run } from './de/run.ts';
import { words as runPause } from './de/run-pause.ts';
import { words as scheduleLife } from './de/schedule-life.ts';
import { words as scheduleRule } from './de/schedule-rule.ts';
import { words as scheduleSeries } from './de/schedule-series.ts';
import { words as scheduleSpread } from './de/schedule-spread.ts';
import { words as send } from './de/send.ts';
import { words as shell } from './de/shell.ts';
import { words as shellAction } from './de/shell-action.ts';
import { words as shellCause } from './de/shell-cause.ts';
import { words as shellRowCause } from './de/shell-row-cause.ts';
import { words as shellWayOn } from './de/shell-way-on.ts';
import { words as track } from './de/track.ts';
import { words as write } from './de/write.ts';
import { words as writeFront } from './de/write-front.ts';
import { words as writeLists } from './de/write-lists.ts';
import type { en } from './en.ts';

/** The same in German; a key that it lacks does not compile. */
export const de: Record<keyof typeof en, string> = {
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
