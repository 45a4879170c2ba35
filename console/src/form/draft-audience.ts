import type { AudienceFilter, Condition } from '../../../domain/model/audience-filter.ts';

/** A condition while it is written: each field as the browser holds it, used or not. */
export type ConditionDraft = { key: string; is: Condition['is']; attribute: string; value: string; inList: string };

/** Whom a campaign targets while it is written. */
export type AudienceDraft = { list: string; join: AudienceFilter['join']; conditions: ConditionDraft[] };

export const emptyCondition = (): ConditionDraft => ({
  key: crypto.randomUUID(),
  is: 'equals',
  attribute: '',
  value: '',
  inList: '',
});

const conditionFields = (condition: Condition): ConditionDraft => ({
  ...emptyCondition(),
  is: condition.is,
  ...('attribute' in condition && { attribute: condition.attribute }),
  ...('value' in condition && { value: condition.value }),
  ...('values' in condition && { value: condition.values.join(', ') }),
  ...('list' in condition && { inList: condition.list }),
});

export const audienceFields = (list = '', filter?: AudienceFilter): AudienceDraft => ({
  list,
  join: filter?.join ?? 'all',
  conditions: filter?.conditions.map(conditionFields) ?? [],
});

/** Which fields a condition has. */
export const partsOf = (is: Condition['is']): { attribute: boolean; value: boolean; list: boolean } => {
  const list = is === 'inList' || is === 'notInList';
  return { attribute: !list, value: !list && !['exists', 'missing', 'yes', 'no'].includes(is), list };
};

/** The condition as the domain takes it, right or wrong. */
export const conditionOf = ({ is, attribute, value, inList }: ConditionDraft): unknown => {
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
  };
};

export const audienceOf = ({ list, join, conditions }: AudienceDraft): object => ({
  list,
  ...(conditions.length > 0 && { filter: { join, conditions: conditions.map(conditionOf) } }),
});
