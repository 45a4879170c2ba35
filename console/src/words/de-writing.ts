import { words as abTestForm } from './de/ab-test-form.ts';
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
import { words as form } from './de/form.ts';
import { words as formPolicy } from './de/form-policy.ts';
import { words as formSchedule } from './de/form-schedule.ts';
import { words as inbox } from './de/inbox.ts';
import { words as kpiWeeks } from './de/kpi-weeks.ts';
import { words as machines } from './de/machines.ts';
import { words as people } from './de/people.ts';
import { words as schedule } from './de/schedule.ts';
import { words as scheduleCalendar } from './de/schedule-calendar.ts';
import { words as shellRowCause } from './de/shell-row-cause.ts';
import { words as trackUnmatched } from './de/track-unmatched.ts';
import { words as webhooks } from './de/webhooks.ts';
import { words as writeAttachments } from './de/write-attachments.ts';
import { words as writeBlocks } from './de/write-blocks.ts';
import { words as writeBrand } from './de/write-brand.ts';
import { words as writeDraft } from './de/write-draft.ts';
import { words as writeEditor } from './de/write-editor.ts';
import { words as writeLabels } from './de/write-labels.ts';
import { words as writeLinks } from './de/write-links.ts';
import { words as writePictures } from './de/write-pictures.ts';
import { words as writeSnippets } from './de/write-snippets.ts';
import { words as writeTemplates } from './de/write-templates.ts';
import type { enWriting } from './en-writing.ts';

/** The same in German; a key that it lacks does not compile. */
export const deWriting: Record<keyof typeof enWriting, string> = {
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
