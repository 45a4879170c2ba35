import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../../../domain/people/authorisation.ts';
import { ProfileDetail } from '../../../domain/model/profile-detail.ts';
import { useApi } from '../shell/api.ts';
import { Ask } from '../shell/ask.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { ReasonField } from '../shell/reason-field.tsx';
import { useSession } from '../shell/session.tsx';

const MIN_REASON = 3;

/** What the action, its route and its words are named by. */
type Act = 'release' | 'consent';

/** Lets an address out of quarantine, or records a new consent, for a reason; who may not learns who can. */
export const ReasonedAct = ({ act, profileId }: { act: Act; profileId: string }): ReactNode => {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const { me } = useSession();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isAsking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isMissing = reason.trim().length < MIN_REASON;
  const doing = useMutation({
    mutationFn: async () => api.post(`/profiles/${encodeURIComponent(profileId)}/${act}`, { reason }, ProfileDetail),
    onSuccess: async () => {
      ask(false);
      await queries.invalidateQueries();
    },
  });
  const decide = (): void => {
    if (!isMissing) return doing.mutate();
    setTried(true);
    field.current?.focus();
  };
  if (!may(me, act)) return <p className="small muted">{t(`track.${act}.whoMay`)}</p>;
  return (
    <>
      <button className="btn slim" type="button" onClick={() => ask(true)}>
        {t(`track.${act}`)}
      </button>
      <Ask
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t(`track.${act}.title`)}
        cancel={t(`track.${act}.cancel`)}
        act={
          <button className="btn primary" type="button" disabled={doing.isPending} onClick={decide}>
            {t(`track.${act}`)}
          </button>
        }
      >
        <p>{t(`track.${act}.effect`)}</p>
        <ReasonField
          ref={field}
          required
          label={t(`track.${act}.reason`)}
          hint={t(`track.${act}.reasonHint`)}
          wrong={isTried && isMissing ? t(`track.${act}.reasonMissing`) : undefined}
          value={reason}
          onChange={setReason}
        />
        <ProblemNote error={doing.error} />
      </Ask>
    </>
  );
};
