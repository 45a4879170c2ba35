import { useTranslation } from 'react-i18next';
import type { AudienceFilter, Condition } from '../../../domain/model/audience-filter.ts';
import { useFormat } from './format.ts';

/** Whom a campaign or a run targets, in words. */
export const useAudienceText = (): ((audience: {
  list: string;
  filter?: AudienceFilter | null | undefined;
}) => string) => {
  const { t } = useTranslation();
  const { allOf, anyOf } = useFormat();
  const phrase = (condition: Condition): string => {
    const value = 'values' in condition ? anyOf(condition.values) : 'value' in condition ? condition.value : '';
    const attribute = 'attribute' in condition ? condition.attribute : '';
    const list = 'list' in condition ? condition.list : '';
    return t(`prepare.filter.says.${condition.is}`, { attribute, value, list });
  };
  return ({ list, filter }) => {
    if (!filter) return list;
    const join = filter.join === 'all' ? allOf : anyOf;
    const conditions = join(filter.conditions.map(phrase));
    return list === '' ? t('prepare.filter.ofAll', { conditions }) : t('prepare.filter.ofList', { list, conditions });
  };
};
