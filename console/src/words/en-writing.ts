import { words as abTestForm } from './en/ab-test-form.ts';
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
import { words as form } from './en/form.ts';
import { words as formPolicy } from './en/form-policy.ts';
import { words as formSchedule } from './en/form-schedule.ts';
import { words as inbox } from './en/inbox.ts';
import { words as kpiWeeks } from './en/kpi-weeks.ts';
import { words as machines } from './en/machines.ts';
import { words as people } from './en/people.ts';
import { words as schedule } from './en/schedule.ts';
import { words as scheduleCalendar } from './en/schedule-calendar.ts';
import { words as shellRowCause } from './en/shell-row-cause.ts';
import { words as trackUnmatched } from './en/track-unmatched.ts';
import { words as webhooks } from './en/webhooks.ts';
import { words as writeAttachments } from './en/write-attachments.ts';
import { words as writeBlocks } from './en/write-blocks.ts';
import { words as writeBrand } from './en/write-brand.ts';
import { words as writeDraft } from './en/write-draft.ts';
import { words as writeEditor } from './en/write-editor.ts';
import { words as writeLabels } from './en/write-labels.ts';
import { words as writeLinks } from './en/write-links.ts';
import { words as writePictures } from './en/write-pictures.ts';
import { words as writeSnippets } from './en/write-snippets.ts';
import { words as writeTemplates } from './en/write-templates.ts';

/** Words of pages on which campaigns, lists, people and settings are written, in English; fetched with the first of them. */
export const enWriting = {
  ...abTestForm,
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
  ...form,
  ...formPolicy,
  ...formSchedule,
  ...inbox,
  ...kpiWeeks,
  ...machines,
  ...people,
  ...schedule,
  ...scheduleCalendar,
  ...shellRowCause,
  ...trackUnmatched,
  ...webhooks,
  ...writeAttachments,
  ...writeBlocks,
  ...writeBrand,
  ...writeDraft,
  ...writeEditor,
  ...writeLabels,
  ...writeLinks,
  ...writePictures,
  ...writeSnippets,
  ...writeTemplates,
};
