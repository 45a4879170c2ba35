import { CampaignInput, type Campaign } from '../../../domain/model/campaign.ts';
import type { Frequency } from '../../../domain/model/frequency.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { audienceFields, audienceOf, type AudienceDraft } from './draft-audience.ts';
import { limitsDrafted, limitsFields, type LimitsDraft } from './draft-limits.ts';
import { policyDrafted, policyFields, type PolicyDraft } from './draft-policy.ts';
import { rulesFields, rulesOf, type RulesDraft } from './draft-rules.ts';

export const frequencyKinds = ['minutes', 'daily', 'weekly', 'monthly', 'yearly'] as const;

/** A campaign while it is written: each field as the browser holds it. */
export type Draft = AudienceDraft &
  RulesDraft &
  PolicyDraft &
  LimitsDraft & {
    name: string;
    senderName: string;
    senderAddress: string;
    replyTo: string;
    subject: string;
    preheader: string;
    format: 'mjml' | 'html';
    source: string;
    text: string;
    mode: Schedule['mode'];
    startSendingFrom: string;
    zone: string;
    kind: Frequency['kind'];
    every: string;
    time: string;
    weekday: string;
    day: string;
    month: string;
    startsOn: string;
    runs: string;
    endsOn: string;
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
  senderName: '',
  senderAddress: '',
  replyTo: '',
  subject: '',
  preheader: '',
  format: 'mjml',
  source: '',
  text: '',
  mode: 'onceConfirmed',
  startSendingFrom: tomorrow(),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  kind: 'weekly',
  every: '60',
  time: '09:00',
  weekday: '2',
  day: '1',
  month: '1',
  startsOn: tomorrow(),
  runs: '',
  endsOn: '',
  requestConfirmation: true,
  ...policyFields(),
  ...limitsFields(),
  ...audienceFields(),
  ...rulesFields(),
});

const frequencyFields = (frequency: Frequency): Partial<Draft> => {
  const { kind } = frequency;
  if (kind === 'minutes') return { kind, every: String(frequency.every) };
  return {
    kind,
    time: frequency.time,
    ...('weekday' in frequency && { weekday: String(frequency.weekday) }),
    ...('day' in frequency && { day: String(frequency.day) }),
    ...('month' in frequency && { month: String(frequency.month) }),
  };
};

const scheduleFields = (schedule: Schedule): Partial<Draft> => {
  const { mode } = schedule;
  if (mode === 'onceConfirmed') return { mode };
  if (mode === 'onDate') return { mode, startSendingFrom: schedule.startSendingFrom, zone: schedule.zone };
  const { zone, startsOn, runs, endsOn = '', frequency } = schedule;
  return { mode, zone, startsOn, endsOn, runs: runs === undefined ? '' : String(runs), ...frequencyFields(frequency) };
};

/** What is stored, for changing it. */
export const draftOf = ({ name, list, filter, sender, replyTo = '', content, schedule, ...rest }: Campaign): Draft => ({
  ...emptyDraft(),
  name,
  senderName: sender.name,
  senderAddress: sender.address,
  replyTo,
  subject: content.subject,
  preheader: content.preheader,
  format: content.mjml === undefined ? 'html' : 'mjml',
  source: content.mjml ?? content.html ?? '',
  text: content.text,
  requestConfirmation: rest.requestConfirmation,
  ...policyFields(rest.policy),
  ...limitsFields(rest.checkLimits),
  // A campaign without a zone of its own is judged in that of its window.
  ...(rest.checkLimits?.sendWindow && { zone: rest.checkLimits.sendWindow.zone }),
  ...audienceFields(list, filter),
  ...rulesFields(rest.rules),
  ...scheduleFields(schedule),
});

const frequencyOf = ({ kind, every, time, weekday, day, month }: Draft): unknown => {
  switch (kind) {
    case 'minutes':
      return { kind, every: Number(every) };
    case 'daily':
      return { kind, time };
    case 'weekly':
      return { kind, time, weekday: Number(weekday) };
    case 'monthly':
      return { kind, time, day: Number(day) };
    case 'yearly':
      return { kind, time, day: Number(day), month: Number(month) };
  }
};

const scheduleOf = (draft: Draft): unknown => {
  const { mode, startSendingFrom, zone, startsOn, endsOn, runs } = draft;
  if (mode === 'onceConfirmed') return { mode };
  if (mode === 'onDate') return { mode, startSendingFrom, zone };
  return {
    mode,
    zone,
    startsOn,
    frequency: frequencyOf(draft),
    ...(runs.trim() !== '' && { runs: Number(runs) }),
    ...(endsOn !== '' && { endsOn }),
  };
};

const parsed = (draft: Draft) => {
  const [policy, checkLimits] = [policyDrafted(draft), limitsDrafted(draft, draft.zone)];
  return CampaignInput.safeParse({
    name: draft.name,
    ...audienceOf(draft),
    sender: { name: draft.senderName, address: draft.senderAddress.trim() },
    ...(draft.replyTo.trim() !== '' && { replyTo: draft.replyTo.trim() }),
    content: {
      subject: draft.subject,
      preheader: draft.preheader,
      text: draft.text,
      [draft.format]: draft.source,
    },
    schedule: scheduleOf(draft),
    rules: rulesOf(draft),
    ...(policy && { policy }),
    ...(checkLimits && { checkLimits }),
    requestConfirmation: draft.mode !== 'recurring' || draft.requestConfirmation,
  });
};

export const fieldNames = [
  'name',
  'list',
  'filter',
  'sender.name',
  'sender.address',
  'replyTo',
  'content.subject',
  'content.preheader',
  'content.source',
  'content.text',
  'schedule.startSendingFrom',
  'schedule.zone',
  'schedule.frequency',
  'schedule.startsOn',
  'schedule.runs',
  'schedule.endsOn',
  'requestConfirmation',
  'rules.excludedDomains',
  'rules.fatigue',
  'rules.controlPercent',
  'rules.sizeLimit',
  'policy.approvals',
  'policy.extraAbove',
  'policy.ask',
  'policy.deadlineSeconds',
  'policy.remindAt',
  'policy.escalateTo',
  'policy.unanswered',
  'checkLimits.audienceChangePercent',
  'checkLimits.sendWindow.days',
  'checkLimits.sendWindow.from',
  'checkLimits.sendWindow.to',
] as const;
export type FieldName = (typeof fieldNames)[number];

const fieldOf = (path: PropertyKey[]): FieldName => {
  const dotted = path.join('.').replace(/^content\.(mjml|html)$/, 'content.source');
  return fieldNames.find((name) => dotted === name || dotted.startsWith(`${name}.`)) ?? 'name';
};

/** The campaign as the API takes it, or the fields that are wrong, by the domain's own schema. */
export const readDraft = (draft: Draft): { input: CampaignInput } | { wrong: FieldName[] } => {
  const { data, error } = parsed(draft);
  return data ? { input: data } : { wrong: [...new Set(error.issues.map(({ path }) => fieldOf(path)))] };
};
