import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../../../domain/authorisation.ts';
import { ProfileDetail } from '../../../domain/track/api.ts';
import { useApi } from '../shell/api.ts';
import { Ask } from '../shell/ask.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { ReasonField } from '../shell/reason-field.tsx';
import { useSession } from '../shell/session.tsx';

const MIN_REASON = 3;

/** Lets an address out of quarantine; who may not learns who can. */
export const Release = ({ profileId }: { profileId: string }): ReactNode => {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const { me } = useSession();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isAsking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isMissing = reason.trim().length < MIN_REASON;
  const release = useMutation({
    mutationFn: async () => api.post(`/profiles/${encodeURIComponent(profileId)}/release`, { reason }, ProfileDetail),
    onSuccess: async () => {
      ask(false);
      await queries.invalidateQueries();
    },
  });
  const decide = (): void => {
    if (!isMissing) return release.mutate();
    setTried(true);
    field.current?.focus();
  };
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
          <button className="btn primary" type="button" disabled={release.isPending} onClick={decide}>
            {t('track.release')}
          </button>
        }
      >
        <p>{t('track.release.effect')}</p>
        <ReasonField
          ref={field}
          required
          label={t('track.release.reason')}
          hint={t('track.release.reasonHint')}
          wrong={isTried && isMissing ? t('track.release.reasonMissing') : undefined}
          value={reason}
          onChange={setReason}
        />
        <ProblemNote error={release.error} />
      </Ask>
    </>
  );
};
