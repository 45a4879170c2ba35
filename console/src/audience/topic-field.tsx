import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { SelectField, type FormPart } from '../form/form-fields.tsx';
import { useLanguage } from '../shell/language.ts';
import { useSession } from '../shell/session.tsx';

/** Which topic of the stage a campaign is about; nothing where there are none. */
export const TopicField = (part: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  const { language } = useLanguage();
  const { topic } = part.draft;
  if (me.topics.length === 0 && topic === '') return null;
  const known = me.topics.map(({ id, ...names }) => ({ value: id, label: names[language] }));
  const isKnown = topic === '' || known.some(({ value }) => value === topic);
  const options = [
    { value: '', label: t('prepare.form.noTopic') },
    ...known,
    ...(isKnown ? [] : [{ value: topic, label: topic }]),
  ];
  return (
    <SelectField
      {...part}
      of="topic"
      field="topic"
      label={t('prepare.form.topic')}
      hint={t('prepare.form.topicHint')}
      options={options}
    />
  );
};
