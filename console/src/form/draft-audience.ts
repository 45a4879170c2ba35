import {
  behaviours,
  segmentMemberships,
  type AudienceFilter,
  type Condition,
  type MessageSet,
} from '../../../domain/model/audience-filter.ts';

/** A condition while it is written: each field as the browser holds it, used or not. */
export type ConditionDraft = {
  key: string;
  is: Condition['is'];
  attribute: string;
  value: string;
  inList: string;
  /** Of which messages: of a campaign, or of the last days. */
  of: 'campaign' | 'days';
  /** Id of the campaign, or of the segment, and what it is called. */
  named: string;
  called: string;
  /** Which runs of the campaign: `last`, `all`, or the id of one, and when that was sent. */
  which: string;
  sent: string;
  days: string;
  /** One that the form shows as it is: it can be taken out only. */
  held?: Condition;
};

/** Whom a campaign targets while it is written. */
export type AudienceDraft = { list: string; join: AudienceFilter['join']; conditions: ConditionDraft[] };

export const emptyCondition = (): ConditionDraft => ({
  key: crypto.randomUUID(),
  is: 'equals',
  attribute: '',
  value: '',
  inList: '',
  of: 'campaign',
  named: '',
  called: '',
  which: 'last',
  sent: '',
  days: '30',
});

const messageFields = (of: Exclude<MessageSet, { run: string }>): Partial<ConditionDraft> =>
  'days' in of
    ? { of: 'days', days: String(of.days) }
    : { of: 'campaign', named: of.campaign, called: of.name ?? '', which: of.runs };

const conditionFields = (condition: Condition): ConditionDraft => {
  const fields = { ...emptyCondition(), is: condition.is };
  if ('conditions' in condition || ('of' in condition && 'run' in condition.of)) return { ...fields, held: condition };
  return {
    ...fields,
    ...('attribute' in condition && { attribute: condition.attribute }),
    ...('value' in condition && { value: condition.value }),
    ...('values' in condition && { value: condition.values.join(', ') }),
    ...('list' in condition && { inList: condition.list }),
    ...('segment' in condition && { named: condition.segment, called: condition.name ?? '' }),
    ...('of' in condition && !('run' in condition.of) && messageFields(condition.of)),
  };
};

export const audienceFields = (list = '', filter?: AudienceFilter): AudienceDraft => ({
  list,
  join: filter?.join ?? 'all',
  conditions: filter?.conditions.map(conditionFields) ?? [],
});

type Parts = Record<'attribute' | 'value' | 'list' | 'messages' | 'segment', boolean>;

/** Which fields a condition has. */
export const partsOf = (is: Condition['is']): Parts => {
  const list = is === 'inList' || is === 'notInList';
  const messages = behaviours.some((one) => one === is);
  const segment = segmentMemberships.some((one) => one === is);
  const attribute = !list && !messages && !segment;
  return {
    attribute,
    value: attribute && !['exists', 'missing', 'yes', 'no'].includes(is),
    list,
    messages,
    segment,
  };
};

/** The API takes no longer name. */
const NAME_LENGTH = 100;

const messagesOf = ({ of, named, called, which, sent, days }: ConditionDraft): unknown => {
  if (of === 'days') return { days: Number(days) };
  if (which !== 'last' && which !== 'all')
    return { run: which, name: `${called}, ${sent}`.slice(0, NAME_LENGTH).trim() };
  return { campaign: named, runs: which, ...(called !== '' && { name: called }) };
};

/** The condition as the domain takes it, right or wrong. */
export const conditionOf = (draft: ConditionDraft): unknown => {
  const { is, attribute, value, inList, named, called, held } = draft;
  if (held) return held;
  const parts = partsOf(is);
  const values = value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return {
    is,
    ...(parts.attribute && { attribute: attribute.trim().toLowerCase() }),
    ...(parts.value && (is === 'oneOf' ? { values } : { value: value.trim() })),
    ...(parts.list && { list: inList }),
    ...(parts.messages && { of: messagesOf(draft) }),
    ...(parts.segment && { segment: named, ...(called !== '' && { name: called }) }),
  };
};

export const audienceOf = ({ list, join, conditions }: AudienceDraft): object => ({
  list,
  ...(conditions.length > 0 && { filter: { join, conditions: conditions.map(conditionOf) } }),
});
