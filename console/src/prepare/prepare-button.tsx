import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../shell/problem-note.tsx';
import { usePrepare } from './use-prepare.ts';

/** Starts a run and opens it. */
export const PrepareButton = ({ campaignId }: { campaignId: string }): ReactNode => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const preparing = usePrepare(campaignId);
  return (
    <>
      <button
        className="btn primary"
        type="button"
        disabled={preparing.isPending}
        onClick={() => preparing.mutate(undefined, { onSuccess: ({ id }) => void navigate(`/runs/${id}`) })}
      >
        {t(preparing.isPending ? 'prepare.preparing' : 'prepare.prepare')}
      </button>
      <ProblemNote error={preparing.error} />
    </>
  );
};
