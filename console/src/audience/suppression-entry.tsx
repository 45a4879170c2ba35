import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import type { SuppressionAnswer, SuppressionCount } from '../../../domain/audience/api.ts';
import { may } from '../../../domain/people/authorisation.ts';
import { useApi } from '../shell/api.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { ReasonField } from '../shell/reason-field.tsx';
import { useSession } from '../shell/session.tsx';

const MIN_REASON = 3;

/** Takes the entry off for a reason that is kept. */
const Removal = ({ entry }: { entry: string }): ReactNode => {
  const { _: t } = useLingui();
  const api = useApi();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const removing = useMutation({
    mutationFn: async () => api.post<SuppressionCount>('/suppressions/remove', { entry, reason }),
    onSuccess: async () => queries.invalidateQueries({ queryKey: ['suppressions'] }),
  });
  if (removing.data) return <p role="status">{t('track.suppressions.removed')}</p>;
  return (
    <>
      <ReasonField
        required
        label={t('track.suppressions.reason')}
        hint={t('track.suppressions.reasonHint')}
        value={reason}
        onChange={setReason}
      />
      <div className="row">
        <button
          className="btn slim"
          type="button"
          disabled={removing.isPending || reason.trim().length < MIN_REASON}
          onClick={() => removing.mutate()}
        >
          {t('track.suppressions.remove')}
        </button>
      </div>
      <ProblemNote error={removing.error} />
    </>
  );
};

/** Is this address, domain or hash on the list? Who may ask may also take it off. */
export const SuppressionEntry = (): ReactNode => {
  const { _: t } = useLingui();
  const api = useApi();
  const { me } = useSession();
  const id = useId();
  const [typed, setTyped] = useState('');
  const asking = useMutation({
    mutationFn: async (entry: string) => ({
      entry,
      ...(await api.post<SuppressionAnswer>('/suppressions/test', { entry })),
    }),
  });
  if (!may(me, 'suppressions')) return <p className="small muted">{t('track.suppressions.whoMay')}</p>;
  const ask = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (typed.trim() !== '') asking.mutate(typed.trim());
  };
  return (
    <div className="form">
      <form className="row" role="search" onSubmit={ask}>
        <label htmlFor={id}>{t('track.suppressions.entry')}</label>
        <input id={id} className="input" value={typed} onChange={({ target }) => setTyped(target.value)} />
        <button className="btn slim" type="submit" disabled={asking.isPending}>
          {t('track.suppressions.ask')}
        </button>
      </form>
      <ProblemNote error={asking.error} />
      {asking.data && (
        <>
          <p role="status">{t(`track.suppressions.by.${asking.data.by ?? 'nothing'}`)}</p>
          {asking.data.by !== null && <Removal key={asking.data.entry} entry={asking.data.entry} />}
        </>
      )}
    </div>
  );
};
