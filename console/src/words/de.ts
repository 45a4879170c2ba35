import { words as audienceBehaviour } from './de/audience-behaviour.ts';
import { words as audienceConsent } from './de/audience-consent.ts';
import { words as audienceEdit } from './de/audience-edit.ts';
import { words as audienceErase } from './de/audience-erase.ts';
import { words as audienceFilter } from './de/audience-filter.ts';
import { words as audienceImport } from './de/audience-import.ts';
import { words as audienceLists } from './de/audience-lists.ts';
import { words as audienceMailable } from './de/audience-mailable.ts';
import { words as audienceSegments } from './de/audience-segments.ts';
import { words as audienceSuppressions } from './de/audience-suppressions.ts';
import { words as audienceTracking } from './de/audience-tracking.ts';
import { words as audienceUpload } from './de/audience-upload.ts';
import { words as confirm } from './de/confirm.ts';
import { words as confirmHistory } from './de/confirm-history.ts';
import { words as confirmLink } from './de/confirm-link.ts';
import { words as form } from './de/form.ts';
import { words as formPolicy } from './de/form-policy.ts';
import { words as formSchedule } from './de/form-schedule.ts';
import { words as inbox } from './de/inbox.ts';
import { words as kpi } from './de/kpi.ts';
import { words as kpiCampaign } from './de/kpi-campaign.ts';
import { words as kpiCharts } from './de/kpi-charts.ts';
import { words as kpiRecount } from './de/kpi-recount.ts';
import { words as people } from './de/people.ts';
import { words as prepare } from './de/prepare.ts';
import { words as prepareBehaviourChecks } from './de/prepare-behaviour-checks.ts';
import { words as prepareChecks } from './de/prepare-checks.ts';
import { words as prepareHome } from './de/prepare-home.ts';
import { words as prepareMailChecks } from './de/prepare-mail-checks.ts';
import { words as prepareSendingChecks } from './de/prepare-sending-checks.ts';
import { words as run } from './de/run.ts';
import { words as runPause } from './de/run-pause.ts';
import { words as schedule } from './de/schedule.ts';
import { words as scheduleLife } from './de/schedule-life.ts';
import { words as scheduleRule } from './de/schedule-rule.ts';
import { words as scheduleSpread } from './de/schedule-spread.ts';
import { words as scheduleSeries } from './de/schedule-series.ts';
import { words as send } from './de/send.ts';
import { words as shell } from './de/shell.ts';
import { words as shellAction } from './de/shell-action.ts';
import { words as shellCause } from './de/shell-cause.ts';
import { words as shellWayOn } from './de/shell-way-on.ts';
import { words as track } from './de/track.ts';
import { words as trackUnmatched } from './de/track-unmatched.ts';
import { words as write } from './de/write.ts';
import { words as writeBlocks } from './de/write-blocks.ts';
import { words as writeDraft } from './de/write-draft.ts';
import { words as writeEditor } from './de/write-editor.ts';
import { words as webhooks } from './de/webhooks.ts';
import { words as writeFront } from './de/write-front.ts';
import { words as writeLists } from './de/write-lists.ts';
import type { en } from './en.ts';

/** The same in German; a key that it lacks does not compile. */
export const de: Record<keyof typeof en, string> = {
  ...audienceBehaviour,
  ...audienceConsent,
  ...audienceEdit,
  ...audienceErase,
  ...audienceFilter,
  ...audienceImport,
  ...audienceLists,
  ...audienceMailable,
  ...audienceSegments,
  ...audienceSuppressions,
  ...audienceTracking,
  ...audienceUpload,
  ...confirm,
  ...confirmHistory,
  ...confirmLink,
  ...form,
  ...formPolicy,
  ...formSchedule,
  ...inbox,
  ...kpi,
  ...kpiCampaign,
  ...kpiCharts,
  ...kpiRecount,
  ...people,
  ...webhooks,
  ...prepare,
  ...prepareBehaviourChecks,
  ...prepareChecks,
  ...prepareHome,
  ...prepareMailChecks,
  ...prepareSendingChecks,
  ...run,
  ...runPause,
  ...schedule,
  ...scheduleLife,
  ...scheduleRule,
  ...scheduleSeries,
  ...scheduleSpread,
  ...send,
  ...shell,
  ...shellAction,
  ...shellCause,
  ...shellWayOn,
  ...track,
  ...trackUnmatched,
  ...write,
  ...writeBlocks,
  ...writeDraft,
  ...writeEditor,
  ...writeFront,
  ...writeLists,
};
