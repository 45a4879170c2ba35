import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { ProblemNote } from '../shell/problem-note.tsx';
import { usePrepare } from './use-prepare.ts';

type Props = { campaignId: string; isSeries: boolean };

/** Starts a run and opens it; of a series one besides its starts. */
export const PrepareButton = ({ campaignId, isSeries }: Props): ReactNode => {
  const { _: t } = useLingui();
  const navigate = useNavigate();
  const preparing = usePrepare(campaignId);
  return (
    <>
      <button
        className={isSeries ? 'btn' : 'btn primary'}
        type="button"
        disabled={preparing.isPending}
        onClick={() => preparing.mutate(undefined, { onSuccess: ({ id }) => void navigate(`/runs/${id}`) })}
      >
        {t(preparing.isPending ? 'prepare.preparing' : isSeries ? 'prepare.series.prepareNow' : 'prepare.prepare')}
      </button>
      <ProblemNote error={preparing.error} />
    </>
  );
};
