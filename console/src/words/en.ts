import { words as audienceBehaviour } from './en/audience-behaviour.ts';
import { words as audienceConsent } from './en/audience-consent.ts';
import { words as audienceEdit } from './en/audience-edit.ts';
import { words as audienceErase } from './en/audience-erase.ts';
import { words as audienceFilter } from './en/audience-filter.ts';
import { words as audienceImport } from './en/audience-import.ts';
import { words as audienceLists } from './en/audience-lists.ts';
import { words as audienceMailable } from './en/audience-mailable.ts';
import { words as audienceSegments } from './en/audience-segments.ts';
import { words as audienceSuppressions } from './en/audience-suppressions.ts';
import { words as audienceTracking } from './en/audience-tracking.ts';
import { words as audienceUpload } from './en/audience-upload.ts';
import { words as confirm } from './en/confirm.ts';
import { words as confirmHistory } from './en/confirm-history.ts';
import { words as confirmLink } from './en/confirm-link.ts';
import { words as form } from './en/form.ts';
import { words as formPolicy } from './en/form-policy.ts';
import { words as formSchedule } from './en/form-schedule.ts';
import { words as inbox } from './en/inbox.ts';
import { words as kpi } from './en/kpi.ts';
import { words as kpiCampaign } from './en/kpi-campaign.ts';
import { words as kpiCharts } from './en/kpi-charts.ts';
import { words as kpiRecount } from './en/kpi-recount.ts';
import { words as people } from './en/people.ts';
import { words as prepare } from './en/prepare.ts';
import { words as prepareBehaviourChecks } from './en/prepare-behaviour-checks.ts';
import { words as prepareChecks } from './en/prepare-checks.ts';
import { words as prepareHome } from './en/prepare-home.ts';
import { words as prepareMailChecks } from './en/prepare-mail-checks.ts';
import { words as prepareSendingChecks } from './en/prepare-sending-checks.ts';
import { words as run } from './en/run.ts';
import { words as runPause } from './en/run-pause.ts';
import { words as schedule } from './en/schedule.ts';
import { words as scheduleLife } from './en/schedule-life.ts';
import { words as scheduleRule } from './en/schedule-rule.ts';
import { words as scheduleSpread } from './en/schedule-spread.ts';
import { words as scheduleSeries } from './en/schedule-series.ts';
import { words as send } from './en/send.ts';
import { words as shell } from './en/shell.ts';
import { words as shellAction } from './en/shell-action.ts';
import { words as shellCause } from './en/shell-cause.ts';
import { words as shellWayOn } from './en/shell-way-on.ts';
import { words as track } from './en/track.ts';
import { words as trackUnmatched } from './en/track-unmatched.ts';
import { words as write } from './en/write.ts';
import { words as writeBlocks } from './en/write-blocks.ts';
import { words as writeDraft } from './en/write-draft.ts';
import { words as writeEditor } from './en/write-editor.ts';
import { words as webhooks } from './en/webhooks.ts';
import { words as writeFront } from './en/write-front.ts';
import { words as writeLists } from './en/write-lists.ts';

/** Every word of the console in English; its keys are the ones that exist. */
export const en = {
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
