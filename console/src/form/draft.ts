import type { Aggregation } from '../../../domain/model/aggregation.ts';
import { NewCampaign, type Campaign } from '../../../domain/model/campaign.ts';
import { CONTENT_BYTES, contentBytes } from '../../../domain/write/campaign-size.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { ScheduleInput } from '../../../domain/model/schedule-input.ts';
import { audienceFields, audienceOf, type AudienceDraft } from './draft-audience.ts';
import { attachmentsOf, contentFields, emptyContent, mailOf, type ContentDraft } from './draft-content.ts';
import {
  frequencyDrafted,
  frequencyFields,
  row,
  shortened,
  type FrequencyDraft,
  type RowDraft,
} from './draft-frequency.ts';
import { linksFields, linksOf, type LinksDraft } from './draft-links.ts';
import { isUnasked, limitsDrafted, limitsFields, type LimitsDraft } from './draft-limits.ts';
import { policyDrafted, policyFields, type PolicyDraft } from './draft-policy.ts';
import { fieldOf, type FieldName } from './field-names.ts';
import { spreadFields, spreadOf, type SpreadDraft } from './draft-spread.ts';
import { rulesFields, rulesOf, type RulesDraft } from './draft-rules.ts';
import { noVariants, variantsFields, variantsOf, type VariantsDraft } from './draft-variants.ts';

/** A campaign while it is written: each field as the browser holds it. */
export type Draft = AudienceDraft &
  ContentDraft &
  VariantsDraft &
  LinksDraft &
  FrequencyDraft &
  RulesDraft &
  PolicyDraft &
  LimitsDraft &
  SpreadDraft & {
    name: string;
    /** With commas between them. */
    labels: string;
    /** Empty: none. */
    topic: string;
    senderName: string;
    senderAddress: string;
    replyTo: string;
    mode: Schedule['mode'];
    startSendingFrom: string;
    zone: string;
    startsOn: string;
    runs: string;
    endsOn: string;
    /** Days that are left out. */
    except: RowDraft[];
    missed: 'skip' | 'once';
    aggregation: Aggregation;
    requestConfirmation: boolean;
  };

const two = (value: number): string => value.toString().padStart(2, '0');

/** Tomorrow at nine: a date to begin with, and not past. */
const tomorrow = (): string => {
  const day = new Date(Date.now() + 86_400_000);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}T09:00`;
};

export const emptyDraft = (): Draft => ({
  name: '',
  labels: '',
  topic: '',
  senderName: '',
  senderAddress: '',
  replyTo: '',
  mode: 'onceConfirmed',
  startSendingFrom: tomorrow(),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  startsOn: tomorrow(),
  runs: '',
  endsOn: '',
  except: [],
  ...emptyContent,
  ...noVariants,
  ...linksFields(),
  missed: 'skip',
  aggregation: 'none',
  ...spreadFields(),
  ...frequencyFields(),
  requestConfirmation: true,
  ...policyFields(),
  ...limitsFields(),
  ...audienceFields(),
  ...rulesFields(),
});

const scheduleFields = (schedule: Schedule): Partial<Draft> => {
  const { mode } = schedule;
  const spread = spreadFields(schedule);
  if (mode === 'onceConfirmed') return { mode, ...spread };
  if (mode === 'onDate') return { mode, startSendingFrom: schedule.startSendingFrom, zone: schedule.zone, ...spread };
  const { zone, startsOn, runs, endsOn = '', except = [], missed = 'skip', aggregation = 'none', frequency } = schedule;
  return {
    mode,
    zone,
    startsOn,
    endsOn,
    runs: runs === undefined ? '' : String(runs),
    except: except.map(row),
    missed,
    aggregation,
    ...spread,
    ...frequencyFields(frequency),
  };
};

/** What is stored, for changing it. */
export const draftOf = ({
  name,
  list,
  filter,
  sender,
  replyTo = '',
  content,
  template,
  schedule,
  ...rest
}: Campaign): Draft => ({
  ...emptyDraft(),
  name,
  labels: (rest.labels ?? []).join(', '),
  topic: rest.topic ?? '',
  senderName: sender.name,
  senderAddress: sender.address,
  replyTo,
  ...contentFields({ content, template }),
  ...variantsFields(content),
  ...linksFields(rest.links),
  requestConfirmation: rest.requestConfirmation,
  ...policyFields(rest.policy),
  ...limitsFields(rest.checkLimits),
  // A campaign without a zone of its own is judged in that of its window.
  ...(rest.checkLimits?.sendWindow && { zone: rest.checkLimits.sendWindow.zone }),
  ...audienceFields(list, filter),
  ...rulesFields(rest.rules),
  ...scheduleFields(schedule),
});

const scheduleOf = (draft: Draft): unknown => {
  const { mode, startSendingFrom, zone, startsOn, endsOn, runs } = draft;
  const except = draft.except.map(({ value }) => value).filter((value) => value !== '');
  const spread = spreadOf(draft, mode, zone);
  if (mode === 'onceConfirmed') return { mode, ...spread };
  if (mode === 'onDate') return { mode, startSendingFrom, zone, ...spread };
  return {
    mode,
    zone,
    startsOn,
    frequency: frequencyDrafted(draft),
    ...(runs.trim() !== '' && { runs: Number(runs) }),
    ...(endsOn !== '' && { endsOn }),
    ...(except.length > 0 && { except }),
    ...(draft.missed === 'once' && { missed: draft.missed }),
    ...(draft.aggregation !== 'none' && { aggregation: draft.aggregation }),
    ...spread,
  };
};

/** In the form that it is stored in. */
const kept = (schedule: ScheduleInput, { isLong }: Draft): ScheduleInput =>
  schedule.mode !== 'recurring' || isLong ? schedule : { ...schedule, frequency: shortened(schedule.frequency) };

/** The schedule of a draft whose other fields may still be wrong; undefined: it is wrong itself. */
export const readSchedule = (draft: Draft): ScheduleInput | undefined =>
  ScheduleInput.safeParse(scheduleOf(draft)).data;

const labelsOf = ({ labels }: Pick<Draft, 'labels'>): string[] =>
  labels.split(',').filter((label) => label.trim() !== '');

const parsed = (draft: Draft) => {
  const links = linksOf(draft);
  const [policy, checkLimits] = [policyDrafted(draft), limitsDrafted(draft, draft.zone, isUnasked(draft))];
  return NewCampaign.safeParse({
    name: draft.name,
    labels: labelsOf(draft),
    ...audienceOf(draft),
    ...(draft.topic !== '' && { topic: draft.topic }),
    sender: { name: draft.senderName, address: draft.senderAddress.trim() },
    ...(draft.replyTo.trim() !== '' && { replyTo: draft.replyTo.trim() }),
    content: { ...mailOf(draft), ...variantsOf(draft), ...attachmentsOf(draft) },
    ...(draft.template && { template: draft.template }),
    ...(links !== undefined && { links }),
    schedule: scheduleOf(draft),
    rules: rulesOf(draft),
    ...(policy && { policy }),
    ...(checkLimits && { checkLimits }),
    requestConfirmation: !isUnasked(draft),
  });
};

/** Where most of what is too much is. */
const tooLong = ({ source, text, variants }: Draft): FieldName => {
  if (variants.length > 0) return 'content.variants';
  return source.length < text.length ? 'content.text' : 'content.source';
};

/** The campaign as the API takes it, or the fields that are wrong, by the domain's own schema and limit. */
export const readDraft = (draft: Draft): { input: NewCampaign } | { wrong: FieldName[] } => {
  const { data, error } = parsed(draft);
  if (!data) return { wrong: [...new Set(error.issues.map(({ path }) => fieldOf(path)))] };
  return contentBytes(data.content) > CONTENT_BYTES
    ? { wrong: [tooLong(draft)] }
    : { input: { ...data, schedule: kept(data.schedule, draft) } };
};
