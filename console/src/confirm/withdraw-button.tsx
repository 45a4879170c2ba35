import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunView } from '../../../domain/model/run-view.ts';
import { Ask } from '../shell/ask.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { ReasonField } from '../shell/reason-field.tsx';
import { useWithdraw } from './use-confirming.ts';

/** For whoever confirmed, until sending begins. */
export const WithdrawButton = ({ run }: { run: RunView }): ReactNode => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const withdrawing = useWithdraw(run.id);
  if (!run.you.mayWithdraw) return null;
  const body = reason.trim() === '' ? {} : { reason: reason.trim() };
  return (
    <>
      <button className="btn" type="button" onClick={() => setOpen(true)}>
        {t('confirm.withdraw')}
      </button>
      <Ask
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('confirm.withdraw')}
        cancel={t('confirm.cancel')}
        act={
          <button
            className="btn danger"
            type="button"
            disabled={withdrawing.isPending}
            onClick={() => withdrawing.mutate(body, { onSuccess: () => setOpen(false) })}
          >
            {t(withdrawing.isPending ? 'confirm.busy' : 'confirm.withdraw')}
          </button>
        }
      >
        <p>{t('confirm.withdraw.why')}</p>
        <ReasonField
          label={t('confirm.reason')}
          hint={t('confirm.withdraw.hint')}
          value={reason}
          onChange={setReason}
        />
        <ProblemNote error={withdrawing.error} />
      </Ask>
    </>
  );
};
