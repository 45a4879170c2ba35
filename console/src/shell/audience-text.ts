import { useTranslation } from 'react-i18next';
import type { AudienceFilter, Condition } from '../../../domain/model/audience-filter.ts';
import { useFormat } from './format.ts';
import { useLanguage } from './language.ts';
import { useSession } from './session.tsx';

type Audience = { list: string; filter?: AudienceFilter | null | undefined; topic?: string | null | undefined };

/** What a topic of the stage is called; one that it no longer has goes by its id. */
export const useTopicName = (): ((topic: string) => string) => {
  const { me } = useSession();
  const { language } = useLanguage();
  return (topic) => me.topics.find(({ id }) => id === topic)?.[language] ?? topic;
};

/** Whom a campaign or a run targets, in words. */
export const useAudienceText = (): ((audience: Audience) => string) => {
  const { t } = useTranslation();
  const nameOf = useTopicName();
  const { allOf, anyOf } = useFormat();
  const phrase = (condition: Condition): string => {
    const value = 'values' in condition ? anyOf(condition.values) : 'value' in condition ? condition.value : '';
    const attribute = 'attribute' in condition ? condition.attribute : '';
    const list = 'list' in condition ? condition.list : '';
    return t(`prepare.filter.says.${condition.is}`, { attribute, value, list });
  };
  const people = ({ list, filter }: Audience): string => {
    if (!filter) return list;
    const join = filter.join === 'all' ? allOf : anyOf;
    const conditions = join(filter.conditions.map(phrase));
    return list === '' ? t('prepare.filter.ofAll', { conditions }) : t('prepare.filter.ofList', { list, conditions });
  };
  return ({ topic, ...audience }) =>
    topic ? t('prepare.audienceAbout', { audience: people(audience), topic: nameOf(topic) }) : people(audience);
};
