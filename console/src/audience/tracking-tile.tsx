import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from '../shell/translation.tsx';
import { may } from '../../../domain/people/authorisation.ts';
import type { ProfileDetail } from '../../../domain/model/profile-detail.ts';
import type { TrackingChoice } from '../../../domain/model/tracking-consent.ts';
import { useApi } from '../shell/api.ts';
import { AskReason } from '../shell/ask-reason.tsx';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { Tile } from '../shell/tile.tsx';

/** Records what the person said elsewhere, with what proves it. */
const Record = ({ profileId, choice }: { profileId: string; choice: TrackingChoice }): ReactNode => {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const [isAsking, ask] = useState(false);
  const recording = useMutation({
    mutationFn: async (reason: string) =>
      api.put<ProfileDetail>(`/profiles/${encodeURIComponent(profileId)}/tracking`, { choice, reason }),
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
      </AskReason>
    </>
  );
};

/** Whether opens and clicks of messages to a person may be known, with what proves it. */
export const TrackingTile = ({ detail: { profile, tracking } }: { detail: ProfileDetail }): ReactNode => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const { me } = useSession();
  if (profile.erasedAt !== undefined) return null;
  return (
    <Tile title={t('track.tracking')}>
      <p>
        <b>{t(`track.tracking.is.${tracking?.choice ?? 'unknown'}`)}</b>
      </p>
      {tracking && (
        <p className="small muted">
          {t('track.tracking.since', {
            at: dateTime(tracking.at),
            source: t(`track.tracking.source.${tracking.source}`),
          })}
        </p>
      )}
      {tracking?.text !== undefined && <p className="small">{t('track.tracking.proof', { text: tracking.text })}</p>}
      {may(me, 'consent') ? (
        (['given', 'refused'] as const)
          .filter((choice) => choice !== tracking?.choice)
          .map((choice) => <Record key={choice} profileId={profile.id} choice={choice} />)
      ) : (
        <p className="small muted">{t('track.tracking.whoMay')}</p>
      )}
    </Tile>
  );
};
