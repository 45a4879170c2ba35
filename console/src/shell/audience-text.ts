import { useLingui } from '@lingui/react';
import type { AudienceFilter, Condition, MessageSet, SingleCondition } from '../../../domain/model/audience-filter.ts';
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

/** Messages that a condition asks about, in words. A name is what it was called when the condition was written. */
const useMessagesText = (): ((of: MessageSet) => string) => {
  const { _: t } = useLingui();
  return (of) => {
    if ('days' in of) return t('prepare.filter.messages.days', { count: of.days });
    if ('run' in of) return t('prepare.filter.messages.run', { name: of.name ?? of.run });
    return t(`prepare.filter.messages.${of.runs}`, { name: of.name ?? of.campaign });
  };
};

/** A condition in words. */
export const useConditionText = (): ((condition: Condition) => string) => {
  const { _: t } = useLingui();
  const { allOf, anyOf } = useFormat();
  const messagesText = useMessagesText();
  const single = (condition: SingleCondition): string => {
    const value = 'values' in condition ? anyOf(condition.values) : 'value' in condition ? condition.value : '';
    const attribute = 'attribute' in condition ? condition.attribute : '';
    const list = 'list' in condition ? condition.list : '';
    const segment = 'segment' in condition ? (condition.name ?? condition.segment) : '';
    const messages = 'of' in condition ? messagesText(condition.of) : '';
    return t(`prepare.filter.says.${condition.is}`, { attribute, value, list, segment, messages });
  };
  return (condition) => {
    if (!('conditions' in condition)) return single(condition);
    return `(${(condition.is === 'anyOf' ? anyOf : allOf)(condition.conditions.map(single))})`;
  };
};

/** Whom a campaign, a segment or a run targets, in words. */
export const useAudienceText = (): ((audience: Audience) => string) => {
  const { _: t } = useLingui();
  const nameOf = useTopicName();
  const { allOf, anyOf } = useFormat();
  const conditionText = useConditionText();
  const people = ({ list, filter }: Audience): string => {
    if (!filter) return list;
    const join = filter.join === 'all' ? allOf : anyOf;
    const conditions = join(filter.conditions.map(conditionText));
    return list === '' ? t('prepare.filter.ofAll', { conditions }) : t('prepare.filter.ofList', { list, conditions });
  };
  return ({ topic, ...audience }) =>
    topic ? t('prepare.audienceAbout', { audience: people(audience), topic: nameOf(topic) }) : people(audience);
};
