import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { may } from '../../../domain/people/authorisation.ts';
import type { ProfileDetail } from '../../../domain/model/profile-detail.ts';
import type { TrackingChoice, TrackingConsent } from '../../../domain/model/tracking-consent.ts';
import { useApi } from '../shell/api.ts';
import { useTopicName } from '../shell/audience-text.ts';
import { AskReason } from '../shell/ask-reason.tsx';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { Tile } from '../shell/tile.tsx';
import { TrackedTopic } from './tracked-topic.tsx';

/** Records what the person said elsewhere, with what proves it. */
const Record = ({ profileId, choice }: { profileId: string; choice: TrackingChoice }): ReactNode => {
  const { _: t } = useLingui();
  const api = useApi();
  const queries = useQueryClient();
  const [isAsking, ask] = useState(false);
  const [topic, setTopic] = useState('');
  const recording = useMutation({
    mutationFn: async (reason: string) =>
      api.put<ProfileDetail>(`/profiles/${encodeURIComponent(profileId)}/tracking`, {
        choice,
        reason,
        ...(topic !== '' && { topic }),
      }),
    onSuccess: async () => {
      ask(false);
      await queries.invalidateQueries();
    },
  });
  return (
    <>
      <button className="btn slim" type="button" onClick={() => ask(true)}>
        {t(`track.tracking.record.${choice}`)}
      </button>
      <AskReason
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t(`track.tracking.title.${choice}`)}
        cancel={t('track.tracking.cancel')}
        act={{ label: t(`track.tracking.record.${choice}`), look: 'primary', isDisabled: recording.isPending }}
        reason={{
          label: t('track.tracking.reason'),
          hint: t('track.tracking.reasonHint'),
          missing: t('track.tracking.reasonMissing'),
          least: 3,
        }}
        onAct={recording.mutate}
        outcome={<ProblemNote error={recording.error} />}
      >
        <p>{t('track.tracking.effect')}</p>
        <TrackedTopic label={t('track.tracking.topic')} topic={topic} onChange={setTopic} />
      </AskReason>
    </>
  );
};

/** When and how somebody said it, and what they were shown or whoever recorded it wrote. */
const Proof = ({ said: { at, source, text } }: { said: TrackingConsent }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  return (
    <>
      <p className="small muted">
        {t('track.tracking.since', { at: dateTime(at), source: t(`track.tracking.source.${source}`) })}
      </p>
      {text !== undefined && <p className="small">{t('track.tracking.proof', { text })}</p>}
    </>
  );
};

/** Whether opens and clicks of messages to a person may be known, with what proves it. */
export const TrackingTile = ({ detail }: { detail: ProfileDetail }): ReactNode => {
  const { profile, tracking, trackingByTopic } = detail;
  const { _: t } = useLingui();
  const { me } = useSession();
  const nameOf = useTopicName();
  const ofTopics = Object.entries(trackingByTopic);
  if (profile.erasedAt !== undefined) return null;
  return (
    <Tile title={t('track.tracking')}>
      <p>
        <b>{t(`track.tracking.is.${tracking?.choice ?? 'unknown'}`)}</b>
      </p>
      {tracking && <Proof said={tracking} />}
      {ofTopics.map(([topic, said]) => (
        <section key={topic}>
          <p>{t(`track.tracking.inTopic.${said.choice}`, { topic: nameOf(topic) })}</p>
          <Proof said={said} />
        </section>
      ))}
      {may(me, 'consent') ? (
        (['given', 'refused'] as const)
          .filter((choice) => me.topics.length > 0 || choice !== tracking?.choice)
          .map((choice) => <Record key={choice} profileId={profile.id} choice={choice} />)
      ) : (
        <p className="small muted">{t('track.tracking.whoMay')}</p>
      )}
    </Tile>
  );
};
