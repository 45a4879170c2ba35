import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useTopicName } from '../shell/audience-text.ts';
import { useSession } from '../shell/session.tsx';

/** Of which mails tracking is spoken; empty: of all. A stage without topics asks nothing. */
export const TrackedTopic = ({
  label,
  topic,
  onChange,
}: {
  label: string;
  topic: string;
  onChange: (topic: string) => void;
}): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  const nameOf = useTopicName();
  const ids = me.topics.map(({ id }) => id);
  if (ids.length === 0 && topic === '') return null;
  // One that the stage has no longer is shown as it is kept.
  const all = topic === '' || ids.includes(topic) ? ids : [...ids, topic];
  return (
    <select className="input" aria-label={label} value={topic} onChange={({ target }) => onChange(target.value)}>
      <option value="">{t('track.tracking.allMails')}</option>
      {all.map((id) => (
        <option key={id} value={id}>
          {t('track.tracking.ofTopic', { topic: nameOf(id) })}
        </option>
      ))}
    </select>
  );
};
