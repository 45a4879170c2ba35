import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../../../domain/authorisation.ts';
import { ProfileDetail } from '../../../domain/track/api.ts';
import { useApi } from '../shell/api.ts';
import { Ask } from '../shell/ask.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';

const MIN_REASON = 3;

/** Lets an address out of quarantine; who may not learns who can. */
export const Release = ({ profileId }: { profileId: string }): ReactNode => {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const { me } = useSession();
  const id = useId();
  const [isAsking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const release = useMutation({
    mutationFn: async () => api.post(`/profiles/${encodeURIComponent(profileId)}/release`, { reason }, ProfileDetail),
    onSuccess: async () => {
      ask(false);
      await queries.invalidateQueries();
    },
  });
  if (!may(me, 'release')) return <p className="small muted">{t('track.release.whoMay')}</p>;
  return (
    <>
      <button className="btn slim" type="button" onClick={() => ask(true)}>
        {t('track.release')}
      </button>
      <Ask
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t('track.release.title')}
        cancel={t('track.release.cancel')}
        act={
          <button
            className="btn primary"
            type="button"
            disabled={reason.trim().length < MIN_REASON || release.isPending}
            onClick={() => release.mutate()}
          >
            {t('track.release')}
          </button>
        }
      >
        <p>{t('track.release.effect')}</p>
        <label htmlFor={id}>{t('track.release.reason')}</label>
        <textarea id={id} className="input" value={reason} onChange={({ target }) => setReason(target.value)} />
        <ProblemNote error={release.error} />
      </Ask>
    </>
  );
};
