import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { may } from '../../../domain/people/authorisation.ts';
import type { ProfileDetail } from '../../../domain/model/profile-detail.ts';
import { useApi } from '../shell/api.ts';
import { AskReason } from '../shell/ask-reason.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';

/** What the action, its route and its words are named by. */
type Act = 'release' | 'consent';

/** Lets an address out of quarantine, or records a new consent, for a reason; who may not learns who can. */
export const ReasonedAct = ({ act, profileId }: { act: Act; profileId: string }): ReactNode => {
  const { _: t } = useLingui();
  const api = useApi();
  const queries = useQueryClient();
  const { me } = useSession();
  const [isAsking, ask] = useState(false);
  const doing = useMutation({
    mutationFn: async (reason: string) =>
      api.post<ProfileDetail>(`/profiles/${encodeURIComponent(profileId)}/${act}`, { reason }),
    onSuccess: async () => {
      ask(false);
      await queries.invalidateQueries();
    },
  });
  if (!may(me, act)) return <p className="small muted">{t(`track.${act}.whoMay`)}</p>;
  return (
    <>
      <button className="btn slim" type="button" onClick={() => ask(true)}>
        {t(`track.${act}`)}
      </button>
      <AskReason
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t(`track.${act}.title`)}
        cancel={t(`track.${act}.cancel`)}
        act={{ label: t(`track.${act}`), look: 'primary', isDisabled: doing.isPending }}
        reason={{
          label: t(`track.${act}.reason`),
          hint: t(`track.${act}.reasonHint`),
          missing: t(`track.${act}.reasonMissing`),
          least: 3,
        }}
        onAct={doing.mutate}
        outcome={<ProblemNote error={doing.error} />}
      >
        <p>{t(`track.${act}.effect`)}</p>
      </AskReason>
    </>
  );
};
